#include "master.h"

#include "memory.h"

#include <math.h>
#include <stdlib.h>

#define FULL_SCALE 32768.0

/* Reads frames start..start + count, where those before the recording and behind it are silent. */
static bool read_around(const struct nr_recording *recording, int64_t start, int16_t *frames, size_t count,
                        struct nr_error *error)
{
    int64_t end = start + (int64_t)count;
    int64_t all = (int64_t)recording->frame_count;
    int64_t first = start > 0 ? start : 0;
    int64_t last = end < all ? end : all;
    return first >= last ||
           nr_recording_read(recording, (uint64_t)first, frames + (first - start), (size_t)(last - first), error);
}

/* Multiplies, rounding halves away from 0; returns the farthest from 0. */
static int32_t amplify(const int16_t *frames, int32_t *loud, size_t count, int32_t gain)
{
    int32_t peak = 0;
    for (size_t i = 0; i < count; i++) {
        int64_t product = (int64_t)frames[i] * gain;
        int32_t half = product < 0 ? -MASTER_GAIN_ONE / 2 : MASTER_GAIN_ONE / 2;
        loud[i] = (int32_t)((product + half) / MASTER_GAIN_ONE);
        int32_t size = loud[i] < 0 ? -loud[i] : loud[i];
        peak = size > peak ? size : peak;
    }
    return peak;
}

static void finish(const struct master *master, const int32_t *loud, int32_t peak, int16_t *frames, size_t count)
{
    if (peak > master->limiter.ceiling) {
        limiter_apply(&master->limiter, loud, frames, count);
        return;
    }
    loud += limiter_before(&master->limiter);
    for (size_t i = 0; i < count; i++)
        frames[i] = (int16_t)loud[i];
}

struct master master_raw(const struct nr_recording *recording)
{
    return (struct master){recording, MASTER_GAIN_ONE, limiter_of(INT16_MAX + 1, recording->sample_rate)};
}

void master_set(struct master *master, double gain_db, double ceiling_db)
{
    master->gain = (int32_t)lround(pow(10, gain_db / 20) * MASTER_GAIN_ONE);
    master->limiter.ceiling = (int32_t)(pow(10, ceiling_db / 20) * FULL_SCALE);
}

bool master_read(const struct master *master, uint64_t start, int16_t *frames, size_t count,
                 struct nr_error *error)
{
    if (master->gain == MASTER_GAIN_ONE && master->limiter.ceiling > INT16_MAX)
        return nr_recording_read(master->recording, start, frames, count, error);
    size_t before = limiter_before(&master->limiter);
    size_t all = before + count + limiter_behind(&master->limiter);
    int16_t *spoken = memory_alloc(all * sizeof *spoken);
    int32_t *loud = memory_alloc(all * sizeof *loud);
    bool ok = read_around(master->recording, (int64_t)start - (int64_t)before, spoken, all, error);
    if (ok)
        finish(master, loud, amplify(spoken, loud, all, master->gain), frames, count);
    free(loud);
    free(spoken);
    return ok;
}
