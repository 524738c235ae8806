/* Ogg Vorbis through libvorbis. */
#ifndef WRITE_VORBIS_H
#define WRITE_VORBIS_H

#include "format.h"

/* Writes the recording as Ogg Vorbis; decoded it has the recording's length to the frame. */
bool vorbis_write(const struct output *output, struct nr_error *error);

extern const struct streaming vorbis_streaming;

#endif
