/* The loudness of a recording over time, measured once: what a gain and the limiter make of it follows from that
 * and from the places where the limiter acts. */
#ifndef WRITE_ENVELOPE_H
#define WRITE_ENVELOPE_H

#include "format.h"
#include "meter.h"

/* By steps of 100 ms, those of the blocks of ITU-R BS.1770. */
struct envelope {
    size_t count;
    size_t step;   /* frames */
    float *powers; /* K-weighted */
    float *spoken; /* sum of squares of the frames as they are */
    float *heard;  /* the same behind the gain and the limiter */
    uint16_t *peaks;
};

/* Measures the recording as it is, with as many threads as the settings allow.  To be freed, also on failure. */
bool envelope_measure(const struct output *output, struct envelope *envelope, struct nr_error *error);

/* What the level becomes by output->master.  Where the limiter acts its blocks are taken to lose what their
 * unweighted power loses, which is right within 0.1 LU. */
bool envelope_level(struct envelope *envelope, const struct output *output, struct level *level,
                    struct nr_error *error);

void envelope_free(struct envelope *envelope);

#endif
