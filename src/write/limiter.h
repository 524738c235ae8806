/* A look-ahead limiter: its gain at a frame depends on the frames around it alone, never on where it was
 * started, so a long sound may be limited in pieces, by several threads. */
#ifndef WRITE_LIMITER_H
#define WRITE_LIMITER_H

#include <stddef.h>
#include <stdint.h>

struct limiter {
    int32_t ceiling; /* no frame comes out farther from 0 */
    size_t reach;    /* half the length of a slope of the gain, in frames */
    size_t hold;     /* frames for which the gain stays down behind a peak */
};

/* The limiter for a sample rate. */
struct limiter limiter_of(int32_t ceiling, unsigned sample_rate);

/* The frames before and behind those to be limited that it must see. */
size_t limiter_before(const struct limiter *limiter);
size_t limiter_behind(const struct limiter *limiter);

/* Limits `count` frames; `loud` holds limiter_before() more before them and limiter_behind() more behind. */
void limiter_apply(const struct limiter *limiter, const int32_t *loud, int16_t *frames, size_t count);

#endif
