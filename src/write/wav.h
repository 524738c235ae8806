/* WAV: RIFF, or RF64 where 4 GiB don't suffice. */
#ifndef WRITE_WAV_H
#define WRITE_WAV_H

#include "format.h"

/* Writes the recording as WAV: tags and chapters stand before the sound, so a pipe's reader gets them too. */
bool wav_write(const struct output *output, struct nr_error *error);

extern const struct streaming wav_streaming;

#endif
