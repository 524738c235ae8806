/* The text of a block that comes in parts, as mark-up cuts it: cleaned as clean.h does, and traced. */
#ifndef READ_INLINE_H
#define READ_INLINE_H

#include "pieces.h"

#include "narrator/article.h"

#include <stdint.h>

/* A zeroed struct is empty. */
struct inline_text {
    struct tracing tracing;
    size_t space_start; /* white space seen behind the text */
    size_t space_end;
    bool spaced;
    struct nr_link *links;
    size_t link_count;
    size_t link_capacity;
    const char *link; /* that is open; NULL: none */
    bool linked;      /* it has words */
};

/* White space stands at source bytes start..end. */
void inline_space(struct inline_text *text, size_t start, size_t end);

/* Appends source bytes start..end. */
void inline_copy(struct inline_text *text, struct str source, size_t start, size_t end);

/* Appends `code`, which source bytes start..end stand for. */
void inline_code(struct inline_text *text, uint32_t code, size_t start, size_t end);

/* Appends clean `words`, which are not written there, for source bytes start..end. */
void inline_words(struct inline_text *text, struct str words, size_t start, size_t end);

/* The words from here on lead to `url`, which must outlive the text, until the link is closed; another that is
 * open ends.  One without words is none. */
void inline_open_link(struct inline_text *text, const char *url);
void inline_close_link(struct inline_text *text);

/* Gives the links to the block that was made of the text. */
void inline_give_links(const struct inline_text *text, struct nr_block *block, struct nr_arena *arena);

/* Drops text and links; keeps the memory. */
void inline_clear(struct inline_text *text);

void inline_free(struct inline_text *text);

#endif
