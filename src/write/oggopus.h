/* Ogg Opus (RFC 7845) through libopus. */
#ifndef WRITE_OGGOPUS_H
#define WRITE_OGGOPUS_H

#include "format.h"

/* Writes the recording as Ogg Opus; decoded, at 48,000 frames a second, it has the recording's length. */
bool opus_write(const struct output *output, struct nr_error *error);

extern const struct streaming opus_streaming;

#endif
