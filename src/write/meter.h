/* How loud a sound is. */
#ifndef WRITE_METER_H
#define WRITE_METER_H

#include "format.h"

struct level {
    double lufs; /* EBU R128, integrated; -HUGE_VAL for silence */
    double rms;  /* dB below full scale; -HUGE_VAL for silence */
    double peak; /* dB below full scale; -HUGE_VAL for silence */
};

/* Measures what output->master gives, with as many threads as the settings allow. */
bool meter_measure(const struct output *output, struct level *level, struct nr_error *error);

#endif
