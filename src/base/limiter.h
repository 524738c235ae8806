/* One gain for a whole sound, and a look-ahead limiter.  What becomes of a frame depends on the frames around it
 * alone, never on where the work was started, so a long sound may be made loud in pieces, by several threads, or
 * while it is still being spoken. */
#ifndef BASE_LIMITER_H
#define BASE_LIMITER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct limiter {
    float gain;
    int32_t ceiling; /* no frame comes out farther from 0 */
    size_t reach;    /* half the length of a slope of the limiter's own gain, in frames */
    size_t hold;     /* frames for which it stays down behind a peak */
};

/* A limiter that changes nothing yet. */
struct limiter limiter_of(unsigned sample_rate);

/* Changes the gain (dB) and the ceiling (dB below full scale, negative). */
void limiter_set(struct limiter *limiter, double gain_db, double ceiling_db);

/* Does it leave every frame as it is? */
bool limiter_is_idle(const struct limiter *limiter);

/* The frames before and behind those to be made loud that it must see. */
size_t limiter_before(const struct limiter *limiter);
size_t limiter_behind(const struct limiter *limiter);

/* Makes `count` frames loud; `spoken` holds limiter_before() more before them and limiter_behind() more behind. */
void limiter_apply(const struct limiter *limiter, const int16_t *spoken, int16_t *frames, size_t count);

/* A limiter for sound that comes bit by bit. */
struct limiter_flow {
    struct limiter limiter; /* its gain and ceiling may change on the way */
    int16_t *held;          /* what is seen and not yet given */
    size_t held_count;
    size_t held_capacity;
    int16_t *loud;
    size_t loud_capacity;
};

/* Starts in silence; to be ended. */
void limiter_flow_begin(struct limiter_flow *flow, struct limiter limiter);

/* Takes frames and gives as many, limiter_behind() frames late, valid until the next call.  At the end feed that
 * many of silence, and drop that many at the start. */
const int16_t *limiter_flow_push(struct limiter_flow *flow, const int16_t *frames, size_t count);

void limiter_flow_end(struct limiter_flow *flow);

#endif
