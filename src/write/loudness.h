/* Bringing an article to the loudness that was asked for. */
#ifndef WRITE_LOUDNESS_H
#define WRITE_LOUDNESS_H

#include "format.h"
#include "meter.h"

struct loudness {
    struct level level;   /* what is reached */
    struct master master; /* by this */
    double target;        /* in the measure of the rule */
};

/* Sets *master, which output->master points to, as loudness_settle() does and without a note. */
bool loudness_find(const struct output *output, struct master *master, struct loudness *loudness,
                   struct nr_error *error);

/* Sets *master, which output->master points to, so that the output has the loudness of its settings.  A sound
 * that can't have it gets a note, silence stays as it is. */
bool loudness_settle(const struct output *output, struct master *master, struct nr_error *error);

/* Sets *master before anything is known of the sound but the voice that speaks it. */
void loudness_guess(const struct output *output, struct master *master);

#endif
