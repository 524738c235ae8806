/* The sound of an output, block by block, so that memory stays flat however long it is. */
#ifndef WRITE_POUR_H
#define WRITE_POUR_H

#include "format.h"

#define POUR_FRAMES_MAX 16384u

/* Takes frames, at most POUR_FRAMES_MAX at a time. */
struct pour_to {
    bool (*take)(void *context, const int16_t *frames, size_t count, struct nr_error *error);
    void *context;
};

/* Reports that `done` frames are written. */
void pour_report(const struct output *output, uint64_t done);

/* Gives frames start..end in order.  For any thread. */
bool pour_range(const struct output *output, uint64_t start, uint64_t end, const struct pour_to *to,
                struct nr_error *error);

/* Gives all frames in order and reports progress. */
bool pour_all(const struct output *output, const struct pour_to *to, struct nr_error *error);

#endif
