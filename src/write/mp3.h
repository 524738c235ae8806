/* MP3 through libsndfile, which brings LAME. */
#ifndef WRITE_MP3_H
#define WRITE_MP3_H

#include "format.h"

/* Writes the recording as MP3 of variable bitrate. */
bool mp3_write(const struct output *output, struct nr_error *error);

#endif
