/* Vorbis comments, "NAME=value": the tags and the chapters of every Ogg codec and of FLAC. */
#ifndef WRITE_COMMENTS_H
#define WRITE_COMMENTS_H

#include "format.h"

/* Calls `add` for every comment of the output, in order. */
void comments_each(const struct output *output, void (*add)(void *context, const char *comment), void *context);

/* Calls `add` with the cover as a comment, if there is one: Ogg has no other place for it. */
void comments_cover(const struct output *output, void (*add)(void *context, const char *comment), void *context);

#endif
