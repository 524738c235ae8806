/* The sound of an output at another rate. */
#ifndef WRITE_RESAMPLE_H
#define WRITE_RESAMPLE_H

#include "format.h"

/* Gives frames start..end, at `rate` frames a second and 1.0 for full scale, in order.  For any thread. */
bool resample_range(const struct output *output, uint64_t start, uint64_t end, unsigned rate,
                    bool (*take)(void *context, const float *frames, size_t count, struct nr_error *error),
                    void *context, struct nr_error *error);

#endif
