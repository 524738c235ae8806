/* FLAC (RFC 9639) through libFLAC. */
#ifndef WRITE_FLAC_H
#define WRITE_FLAC_H

#include "format.h"

/* Writes the recording as FLAC; decoded it is the recording's sound to the bit. */
bool flac_write(const struct output *output, struct nr_error *error);

#endif
