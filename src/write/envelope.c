#include "envelope.h"

#include "crew.h"
#include "fail.h"
#include "memory.h"
#include "pour.h"

#include <ebur128.h>
#include <math.h>
#include <stdlib.h>

#define FULL_SCALE 32768.0
#define PART_STEPS 600u /* what a thread takes at a time: a minute */
#define WARM_STEPS 6u   /* until a meter that starts in the midst tells what one from the start does */
#define STEPS_MAX  8u   /* limited at a time */

/* ITU-R BS.1770-4: blocks of four steps, an absolute gate, and one 10 LU below what passes it. */
#define BLOCK_STEPS   4u
#define STEP_MS       100u
#define OFFSET        0.691
#define ABSOLUTE_LUFS (-70.0)
#define RELATIVE_LU   (-10.0)

struct work {
    const struct output *output;
    struct envelope *envelope;
};

static double power_of(double lufs)
{
    return pow(10, (lufs + OFFSET) / 10);
}

static void note_step(struct envelope *envelope, size_t index, const int16_t *frames, size_t count)
{
    int64_t squares = 0;
    int32_t peak = 0;
    for (size_t i = 0; i < count; i++) {
        int32_t size = frames[i] < 0 ? -frames[i] : frames[i];
        squares += (int64_t)size * size;
        peak = size > peak ? size : peak;
    }
    envelope->spoken[index] = (float)squares;
    envelope->peaks[index] = (uint16_t)peak;
}

/* Measures a step; in the steps before the part it only warms up. */
static bool measure_step(const struct work *work, ebur128_state *state, size_t index, bool warming,
                         struct nr_error *error)
{
    struct envelope *envelope = work->envelope;
    const struct nr_recording *recording = work->output->recording;
    uint64_t start = index * envelope->step, left = recording->frame_count - start;
    size_t count = left < envelope->step ? (size_t)left : envelope->step;
    int16_t *frames = memory_alloc(envelope->step * sizeof *frames);
    double lufs = -HUGE_VAL;
    bool ok = nr_recording_read(recording, start, frames, count, error);
    if (ok && (ebur128_add_frames_short(state, frames, count) != EBUR128_SUCCESS ||
               ebur128_loudness_window(state, STEP_MS, &lufs) != EBUR128_SUCCESS))
        ok = fail(error, NR_FAILED, "libebur128 fails");
    if (ok && !warming) {
        note_step(envelope, index, frames, count);
        envelope->powers[index] = lufs > -HUGE_VAL ? (float)power_of(lufs) : 0;
    }
    free(frames);
    return ok;
}

static bool is_stopped(const struct output *output, struct nr_error *error)
{
    const volatile sig_atomic_t *stop = output->settings->stop;
    return stop && *stop && !fail(error, NR_STOPPED, "stopped");
}

static void *measure_part(void *context, size_t part, struct nr_error *error)
{
    const struct work *work = context;
    size_t first = part * PART_STEPS, end = first + PART_STEPS;
    size_t begin = first > WARM_STEPS ? first - WARM_STEPS : 0;
    ebur128_state *state = ebur128_init(1, work->output->recording->sample_rate, EBUR128_MODE_M);
    bool ok = state || fail(error, NR_FAILED, "libebur128 can't be started");
    ok = ok && !is_stopped(work->output, error);
    for (size_t i = begin; ok && i < end && i < work->envelope->count; i++)
        ok = measure_step(work, state, i, i < first, error);
    if (state)
        ebur128_destroy(&state);
    return ok ? work->envelope : NULL;
}

/* What parts make lies in the envelope already. */
static bool take_part(void *context, size_t part, void *piece, struct nr_error *error)
{
    (void)context, (void)part, (void)piece, (void)error;
    return true;
}

static void drop_part(void *piece)
{
    (void)piece;
}

static bool run(const struct output *output, struct envelope *envelope,
                void *(*make)(void *context, size_t part, struct nr_error *error), struct nr_error *error)
{
    struct work work = {output, envelope};
    const struct crew_work parts = {(envelope->count + PART_STEPS - 1) / PART_STEPS, &work, make, take_part,
                                    drop_part};
    return crew_run(output->settings, &parts, error);
}

bool envelope_measure(const struct output *output, struct envelope *envelope, struct nr_error *error)
{
    const struct nr_recording *recording = output->recording;
    size_t step = (recording->sample_rate + 5) / 10; /* as libebur128 has it */
    size_t count = (size_t)((recording->frame_count + step - 1) / step);
    *envelope = (struct envelope){
        .count = count,
        .step = step,
        .powers = memory_alloc(count * sizeof *envelope->powers),
        .spoken = memory_alloc(count * sizeof *envelope->spoken),
        .heard = memory_alloc(count * sizeof *envelope->heard),
        .peaks = memory_alloc(count * sizeof *envelope->peaks),
    };
    return run(output, envelope, measure_part, error);
}

/* May the limiter act in the step?  It sees less than a step on both sides. */
static bool is_limited(const struct work *work, size_t index)
{
    const struct limiter *limiter = &work->output->master->limiter;
    const struct envelope *envelope = work->envelope;
    for (size_t i = index > 0 ? index - 1 : 0; i <= index + 1 && i < envelope->count; i++)
        if (envelope->peaks[i] * limiter->gain + 1 > (float)limiter->ceiling)
            return true;
    return false;
}

static bool limit_steps(const struct work *work, size_t first, size_t end, struct nr_error *error)
{
    struct envelope *envelope = work->envelope;
    const struct nr_recording *recording = work->output->recording;
    uint64_t start = first * envelope->step, last = end * envelope->step;
    size_t count = (size_t)((last < recording->frame_count ? last : recording->frame_count) - start);
    int16_t *frames = memory_alloc(count * sizeof *frames);
    bool ok = master_read(work->output->master, start, frames, count, error);
    for (size_t i = 0; ok && i < count;) {
        size_t index = first + i / envelope->step, stop = i + envelope->step < count ? i + envelope->step : count;
        int64_t squares = 0;
        for (; i < stop; i++)
            squares += (int32_t)frames[i] * frames[i];
        envelope->heard[index] = (float)squares;
    }
    free(frames);
    return ok;
}

static void *limit_part(void *context, size_t part, struct nr_error *error)
{
    const struct work *work = context;
    struct envelope *envelope = work->envelope;
    size_t end = (part + 1) * PART_STEPS;
    float gain = work->output->master->limiter.gain;
    bool ok = !is_stopped(work->output, error);
    end = end < envelope->count ? end : envelope->count;
    for (size_t i = part * PART_STEPS, next; ok && i < end; i = next) {
        for (next = i; next < end && next < i + STEPS_MAX && is_limited(work, next);)
            next++;
        if (next > i)
            ok = limit_steps(work, i, next, error);
        else
            envelope->heard[next] = envelope->spoken[next] * gain * gain, next++;
    }
    return ok ? envelope : NULL;
}

/* The block that ends with step `index`, behind the gain and the limiter. */
static double block_power(const struct envelope *envelope, size_t index)
{
    double power = 0, spoken = 0, heard = 0;
    for (size_t i = index + 1 - BLOCK_STEPS; i <= index; i++) {
        power += (double)envelope->powers[i] / BLOCK_STEPS;
        spoken += (double)envelope->spoken[i];
        heard += (double)envelope->heard[i];
    }
    return spoken > 0 ? power * heard / spoken : 0;
}

/* The mean of the blocks above `least`; 0 if there are none. */
static double gated_mean(const struct envelope *envelope, double least)
{
    double sum = 0;
    size_t count = 0;
    for (size_t i = BLOCK_STEPS - 1; i < envelope->count; i++) {
        double power = block_power(envelope, i);
        sum += power > least ? power : 0;
        count += power > least;
    }
    return count > 0 ? sum / (double)count : 0;
}

static double loudness_of(const struct envelope *envelope)
{
    double mean = gated_mean(envelope, power_of(ABSOLUTE_LUFS));
    double relative = mean * pow(10, RELATIVE_LU / 10);
    if (mean > 0 && relative > power_of(ABSOLUTE_LUFS))
        mean = gated_mean(envelope, relative);
    return mean > 0 ? 10 * log10(mean) - OFFSET : -HUGE_VAL;
}

bool envelope_level(struct envelope *envelope, const struct output *output, struct level *level,
                    struct nr_error *error)
{
    if (!run(output, envelope, limit_part, error))
        return false;
    double squares = 0, frames = (double)output->recording->frame_count;
    int32_t peak = 0;
    for (size_t i = 0; i < envelope->count; i++) {
        squares += (double)envelope->heard[i];
        peak = envelope->peaks[i] > peak ? envelope->peaks[i] : peak;
    }
    double heard = peak * (double)output->master->limiter.gain, ceiling = output->master->limiter.ceiling;
    level->lufs = loudness_of(envelope);
    level->rms = meter_decibels(frames > 0 ? sqrt(squares / frames) / FULL_SCALE : 0);
    level->peak = meter_decibels((heard < ceiling ? heard : ceiling) / FULL_SCALE);
    return true;
}

void envelope_free(struct envelope *envelope)
{
    free(envelope->powers);
    free(envelope->spoken);
    free(envelope->heard);
    free(envelope->peaks);
}
