/* Text -> sentences: UAX 29's candidates from ICU, less the breaks that abbreviations, initials and
 * quotations make it see where there are none. */
#ifndef PLAN_SENTENCE_H
#define PLAN_SENTENCE_H

#include "arena.h"
#include "language.h"
#include "narrator/error.h"
#include "quotation.h"

struct splitter;

/* A sentence, without the white space around it: bytes start..end of the text. */
struct sentence {
    size_t start;
    size_t end;
};

/* Opens a splitter for an ICU locale; `language` NULL: without abbreviations; it is closed with `arena`. */
bool splitter_open(struct splitter **splitter, const char *locale, const struct language *language,
                   struct nr_arena *arena, struct nr_error *error);

/* Starts on `text` with its quotations; both must live until the last sentence is taken. */
bool splitter_start(struct splitter *splitter, struct str text, const struct quotations *quotations,
                    struct nr_error *error);

/* Takes the next sentence; false at the end. */
bool splitter_next(struct splitter *splitter, struct sentence *sentence);

#endif
