#include "master.h"

#include "memory.h"

#include <math.h>
#include <stdlib.h>

#define FULL_SCALE 32768.0
#define TILE       2048u

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

/* Rounds halves away from 0. */
static void amplify(const int16_t *frames, int32_t *loud, size_t count, float gain)
{
    for (size_t i = 0; i < count; i++) {
        float product = (float)frames[i] * gain;
        loud[i] = (int32_t)(product + (product < 0 ? -0.5f : 0.5f));
    }
}

static bool is_over(const int32_t *loud, size_t count, int32_t ceiling)
{
    int32_t peak = 0;
    for (size_t i = 0; i < count; i++) {
        int32_t size = loud[i] < 0 ? -loud[i] : loud[i];
        peak = size > peak ? size : peak;
    }
    return peak > ceiling;
}

/* The limiter is asked only where there is something to limit in its sight: it would change nothing elsewhere. */
static void limit(const struct limiter *limiter, const int32_t *loud, int16_t *frames, size_t count)
{
    size_t before = limiter_before(limiter), sight = before + limiter_behind(limiter);
    for (size_t at = 0; at < count; at += TILE) {
        size_t tile = count - at < TILE ? count - at : TILE;
        if (is_over(loud + at, tile + sight, limiter->ceiling))
            limiter_apply(limiter, loud + at, frames + at, tile);
        else
            for (size_t i = at; i < at + tile; i++)
                frames[i] = (int16_t)loud[before + i];
    }
}

struct master master_raw(const struct nr_recording *recording)
{
    return (struct master){recording, 1, limiter_of(INT16_MAX + 1, recording->sample_rate)};
}

void master_set(struct master *master, double gain_db, double ceiling_db)
{
    master->gain = (float)pow(10, gain_db / 20);
    master->limiter.ceiling = (int32_t)(pow(10, ceiling_db / 20) * FULL_SCALE);
}

bool master_read(const struct master *master, uint64_t start, int16_t *frames, size_t count,
                 struct nr_error *error)
{
    if (master->limiter.ceiling > INT16_MAX)
        return nr_recording_read(master->recording, start, frames, count, error);
    size_t before = limiter_before(&master->limiter);
    size_t all = before + count + limiter_behind(&master->limiter);
    int16_t *spoken = memory_alloc(all * sizeof *spoken);
    int32_t *loud = memory_alloc(all * sizeof *loud);
    bool ok = read_around(master->recording, (int64_t)start - (int64_t)before, spoken, all, error);
    if (ok) {
        amplify(spoken, loud, all, master->gain);
        limit(&master->limiter, loud, frames, count);
    }
    free(loud);
    free(spoken);
    return ok;
}
