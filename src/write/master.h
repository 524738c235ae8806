/* The recording as it is heard: one gain for all of it, and a limiter.  The recording stays as it was spoken. */
#ifndef WRITE_MASTER_H
#define WRITE_MASTER_H

#include "limiter.h"
#include "narrator/recording.h"

struct master {
    const struct nr_recording *recording;
    struct limiter limiter;
};

/* The recording unchanged. */
struct master master_raw(const struct nr_recording *recording);

/* Changes the gain (dB) and the ceiling (dB below full scale, negative). */
void master_set(struct master *master, double gain_db, double ceiling_db);

/* Reads `count` frames from `start`; they must lie in the recording.  For any thread; the same frames, whatever
 * was read before. */
bool master_read(const struct master *master, uint64_t start, int16_t *frames, size_t count,
                 struct nr_error *error);

#endif
