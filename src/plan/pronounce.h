/* Tokens that are said by a lexicon's entry: other words, or phonemes. */
#ifndef PLAN_PRONOUNCE_H
#define PLAN_PRONOUNCE_H

#include "narrator/plan.h"
#include "reading.h"
#include "value.h"

/* The pronunciations of an utterance as they grow. */
struct pronunciations {
    struct nr_pronunciation *at; /* to free() */
    size_t count;
    size_t capacity;
};

/* What is being said. */
struct pronouncing {
    const struct reading *reading;
    const struct context *context; /* of the sentence */
    const char *locale;            /* of the sentence */
    struct buf *text;              /* of the utterance */
    struct pronunciations *said;   /* of the utterance */
};

/* Says the written tokens from `index` on as the lexicon has them.  Sets *tokens to how many that took, *end to
 * where they end and *place to the entry's "FILE:LINE"; false, with nothing said, when it has none. */
bool pronounce_by_lexicon(const struct pronouncing *to, size_t index, size_t *end, size_t *tokens,
                          const char **place);

/* Adds that bytes start..end of the text are said as `phonemes`, which it does not copy. */
void pronunciations_add(struct pronunciations *said, size_t start, size_t end, const char *phonemes);

/* A copy in the arena; NULL when there are none. */
const struct nr_pronunciation *pronunciations_keep(const struct pronunciations *said, struct nr_arena *arena);

#endif
