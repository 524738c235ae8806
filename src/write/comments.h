/* Vorbis comments, "NAME=value": the tags and the chapters of every Ogg codec and of FLAC. */
#ifndef WRITE_COMMENTS_H
#define WRITE_COMMENTS_H

#include "format.h"

/* Calls `add` for every comment of the output, in order. */
void comments_each(const struct output *output, void (*add)(void *context, const char *comment), void *context);

#endif
