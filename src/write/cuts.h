/* Where the sound is cut into pieces that are encoded apart: in pauses, by what was said and not by the number
 * of processors, so that any number of threads makes the same bytes. */
#ifndef WRITE_CUTS_H
#define WRITE_CUTS_H

#include "format.h"

struct cuts {
    const uint64_t *at; /* piece i is frames at[i]..at[i + 1] */
    size_t count;       /* pieces, at least 1 */
};

/* Cuts at multiples of `grid` frames, each in the middle of a pause, half a minute apart or more. */
struct cuts cuts_of(const struct output *output, unsigned grid);

#endif
