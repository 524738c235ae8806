/* Bringing an article to the loudness that was asked for. */
#ifndef WRITE_LOUDNESS_H
#define WRITE_LOUDNESS_H

#include "format.h"

/* Sets *master, which output->master points to, so that the output has the loudness of its settings.  A sound
 * that can't have it gets a note, silence stays as it is. */
bool loudness_settle(const struct output *output, struct master *master, struct nr_error *error);

#endif
