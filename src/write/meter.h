/* How loud a sound is. */
#ifndef WRITE_METER_H
#define WRITE_METER_H

#include "narrator/error.h"

#include <stdbool.h>
#include <stddef.h>

struct level {
    double lufs; /* EBU R128, integrated; -HUGE_VAL for silence */
    double rms;  /* dB below full scale; -HUGE_VAL for silence */
    double peak; /* dB below full scale; -HUGE_VAL for silence */
};

/* Measures sound that comes bit by bit. */
struct meter;

/* To be freed.  Fails with NR_FAILED at a sample rate that can't be measured. */
bool meter_new(unsigned sample_rate, struct meter **meter, struct nr_error *error);

bool meter_add(struct meter *meter, const float *frames, size_t count, struct nr_error *error);

/* The level of all frames so far. */
bool meter_read(const struct meter *meter, struct level *level, struct nr_error *error);

/* NULL is allowed. */
void meter_free(struct meter *meter);

/* An amplitude as dB below full scale, 1. */
double meter_decibels(double amplitude);

#endif
