/* Cover art: a picture as its file has it, and what containers want to know of it. */
#ifndef WRITE_COVER_H
#define WRITE_COVER_H

#include "arena.h"
#include "buf.h"
#include "narrator/article.h"

#define COVER_BYTES_MAX ((size_t)4 << 20)

struct cover {
    struct str bytes;
    const char *mime;
    unsigned width;
    unsigned height;
    unsigned depth; /* bits of a pixel */
};

/* Reads a JPEG or PNG file; *cover lives in `arena`.  Fails with NR_USAGE when it is no such picture. */
bool cover_load(const char *path, struct nr_arena *arena, const struct cover **cover, struct nr_error *error);

/* The article's own image, when that is a picture in the article's folder or below; NULL if not, with a note if it
 * is a file there and no such picture. */
const struct cover *cover_of_article(const struct nr_article *article, struct nr_arena *arena);

/* Appends the picture as a block of FLAC (RFC 9639, 8.8), which Ogg uses too. */
void cover_block(const struct cover *cover, struct buf *block);

#endif
