/* The text of a block that comes in parts, as mark-up cuts it: cleaned as clean.h does, and traced. */
#ifndef READ_INLINE_H
#define READ_INLINE_H

#include "pieces.h"

#include <stdint.h>

/* A zeroed struct is empty. */
struct inline_text {
    struct tracing tracing;
    size_t space_start; /* white space seen behind the text */
    size_t space_end;
    bool spaced;
};

/* White space stands at source bytes start..end. */
void inline_space(struct inline_text *text, size_t start, size_t end);

/* Appends source bytes start..end. */
void inline_copy(struct inline_text *text, struct str source, size_t start, size_t end);

/* Appends `code`, which source bytes start..end stand for. */
void inline_code(struct inline_text *text, uint32_t code, size_t start, size_t end);

/* Appends clean `words`, which are not written there, for source bytes start..end. */
void inline_words(struct inline_text *text, struct str words, size_t start, size_t end);

void inline_clear(struct inline_text *text);

#endif
