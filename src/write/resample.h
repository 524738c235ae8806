/* The sound of an output at another rate. */
#ifndef WRITE_RESAMPLE_H
#define WRITE_RESAMPLE_H

#include "format.h"

struct resampler {
    struct soxr *soxr; /* NULL: the rates are equal */
    bool (*take)(void *context, const float *frames, size_t count, struct nr_error *error);
    void *context;
};

/* Sets up *resampler, whose taker is filled in; to be closed. */
bool resample_open(struct resampler *resampler, unsigned from, unsigned rate, struct nr_error *error);

/* Takes `frames`, of which what is ready is given; NULL is the end, at which the rest is. */
bool resample_push(struct resampler *resampler, const int16_t *frames, size_t count, struct nr_error *error);

void resample_close(struct resampler *resampler);

/* Gives frames start..end, at `rate` frames a second and 1.0 for full scale, in order.  For any thread. */
bool resample_range(const struct output *output, uint64_t start, uint64_t end, unsigned rate,
                    bool (*take)(void *context, const float *frames, size_t count, struct nr_error *error),
                    void *context, struct nr_error *error);

#endif
