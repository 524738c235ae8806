#include "master.h"

#include "memory.h"

#include <stdlib.h>

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

struct master master_raw(const struct nr_recording *recording)
{
    return (struct master){recording, limiter_of(recording->sample_rate)};
}

void master_set(struct master *master, double gain_db, double ceiling_db)
{
    limiter_set(&master->limiter, gain_db, ceiling_db);
}

bool master_read(const struct master *master, uint64_t start, int16_t *frames, size_t count,
                 struct nr_error *error)
{
    if (limiter_is_idle(&master->limiter))
        return nr_recording_read(master->recording, start, frames, count, error);
    size_t before = limiter_before(&master->limiter);
    size_t all = before + count + limiter_behind(&master->limiter);
    int16_t *spoken = memory_alloc(all * sizeof *spoken);
    bool ok = read_around(master->recording, (int64_t)start - (int64_t)before, spoken, all, error);
    if (ok)
        limiter_apply(&master->limiter, spoken, frames, count);
    free(spoken);
    return ok;
}
