/* ID3v2.3: tags, chapters and cover of MP3 files. */
#ifndef WRITE_ID3_H
#define WRITE_ID3_H

#include "buf.h"
#include "format.h"

/* Appends the whole tag of an output. */
void id3_append(struct buf *out, const struct output *output);

/* Appends a tag of the cover alone, for containers that have their own tags and chapters. */
void id3_append_cover(struct buf *out, const struct output *output);

/* Do a file's first bytes hold a frame `id` of id3_append() whose text is `text`, or starts so if not `whole`? */
bool id3_says(struct str bytes, const char *id, const char *text, bool whole);

#endif
