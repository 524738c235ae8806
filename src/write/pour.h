/* A recording's sound, block by block, so that memory stays flat however long it is. */
#ifndef WRITE_POUR_H
#define WRITE_POUR_H

#include "format.h"

#define POUR_FRAMES_MAX 16384u

/* Gives all frames to `take`, in order and at most POUR_FRAMES_MAX at a time, and reports progress. */
bool pour_recording(const struct output *output,
                    bool (*take)(void *context, const int16_t *frames, size_t count, struct nr_error *error),
                    void *context, struct nr_error *error);

#endif
