#include "meter.h"

#include "crew.h"
#include "fail.h"
#include "memory.h"
#include "pour.h"

#include <ebur128.h>
#include <math.h>
#include <stdlib.h>

#define FULL_SCALE 32768.0

/* The sound is measured in parts, so that several threads have work; each part costs 80 kB until the end. */
#define PARTS_MAX    16u
#define PART_SECONDS 60u

struct part {
    ebur128_state *state;
    uint64_t squares;
    int32_t peak;
};

struct meter {
    const struct output *output;
    uint64_t part_frames;
    ebur128_state *states[PARTS_MAX];
    size_t count;
    uint64_t squares;
    int32_t peak;
};

static bool add_frames(void *context, const int16_t *frames, size_t count, struct nr_error *error)
{
    struct part *part = context;
    for (size_t i = 0; i < count; i++) {
        int32_t size = abs((int32_t)frames[i]);
        part->squares += (uint64_t)(size * (int64_t)size);
        part->peak = size > part->peak ? size : part->peak;
    }
    return ebur128_add_frames_short(part->state, frames, count) == EBUR128_SUCCESS ||
           fail(error, NR_FAILED, "libebur128 fails");
}

static void drop_part(void *context)
{
    struct part *part = context;
    if (part->state)
        ebur128_destroy(&part->state);
    free(part);
}

static void *measure_part(void *context, size_t index, struct nr_error *error)
{
    const struct meter *meter = context;
    uint64_t all = meter->output->recording->frame_count;
    uint64_t start = index * meter->part_frames, end = start + meter->part_frames;
    struct part *part = memory_alloc(sizeof *part);
    part->state = ebur128_init(1, meter->output->recording->sample_rate, EBUR128_MODE_I | EBUR128_MODE_HISTOGRAM);
    bool ok = part->state || fail(error, NR_FAILED, "libebur128 can't be started");
    if (ok && pour_range(meter->output, start, end < all ? end : all, &(struct pour_to){add_frames, part}, error))
        return part;
    drop_part(part);
    return NULL;
}

static bool take_part(void *context, size_t index, void *piece, struct nr_error *error)
{
    struct meter *meter = context;
    struct part *part = piece;
    (void)index;
    (void)error;
    meter->states[meter->count++] = part->state;
    meter->squares += part->squares;
    meter->peak = part->peak > meter->peak ? part->peak : meter->peak;
    part->state = NULL;
    return true;
}

static double decibels(double ratio)
{
    return ratio > 0 ? 20 * log10(ratio) : -HUGE_VAL;
}

static bool sum_up(struct meter *meter, struct level *level, struct nr_error *error)
{
    uint64_t frames = meter->output->recording->frame_count;
    level->rms = decibels(frames > 0 ? sqrt((double)meter->squares / (double)frames) / FULL_SCALE : 0);
    level->peak = decibels(meter->peak / FULL_SCALE);
    return ebur128_loudness_global_multiple(meter->states, meter->count, &level->lufs) == EBUR128_SUCCESS ||
           fail(error, NR_FAILED, "libebur128 finds no loudness");
}

bool meter_measure(const struct output *output, struct level *level, struct nr_error *error)
{
    struct meter meter = {.output = output};
    uint64_t frames = output->recording->frame_count;
    uint64_t least = (uint64_t)output->recording->sample_rate * PART_SECONDS;
    meter.part_frames = frames > least * PARTS_MAX ? (frames + PARTS_MAX - 1) / PARTS_MAX : least;
    const struct crew_work work = {(size_t)((frames + meter.part_frames - 1) / meter.part_frames), &meter,
                                   measure_part, take_part, drop_part};
    bool ok = crew_run(output->settings, &work, error) && sum_up(&meter, level, error);
    for (size_t i = 0; i < meter.count; i++)
        ebur128_destroy(&meter.states[i]);
    return ok;
}
