/* Sentences -> utterances: the words to say, each token with the bytes that it was written as. */
#ifndef PLAN_UTTERANCE_H
#define PLAN_UTTERANCE_H

#include "narrator/plan.h"
#include "pronounce.h"
#include "quotation.h"
#include "reading.h"
#include "sentence.h"
#include "value.h"

/* The plan's utterances and tokens as they grow.  Zero but for `reading`. */
struct utterances {
    const struct reading *reading;
    struct nr_utterance *all;
    size_t count;
    size_t capacity;
    struct nr_token *tokens;
    size_t token_count;
    size_t token_capacity;
    const struct nr_block *block; /* in hand */
    uint32_t block_index;
    const struct quotations *quotations; /* of the block */
    struct context context;              /* of the sentence in hand */
    bool context_is_recased;
    struct buf recased;          /* the block with its sentences in capitals recased; empty while there is none */
    const struct tongue *tongue; /* the sentence's, when it is not the voice's own; else NULL */
    struct token *written;       /* the sentence's tokens */
    size_t written_capacity;
    struct buf lead;            /* said before the block's first sentence; empty: nothing */
    struct buf text;            /* of the utterance in hand */
    struct pronunciations said; /* of its words */
    size_t written_start;       /* where it starts in the block */
    size_t first_token;
};

/* Starts on a block; it and its quotations must live until its last sentence is added.  Its lead may follow. */
void utterances_start(struct utterances *utterances, const struct nr_block *block, uint32_t block_index,
                      const struct quotations *quotations);

/* Appends the utterances of one sentence of the block; one without a word makes none. */
void utterances_add(struct utterances *utterances, struct sentence sentence);

/* Appends an utterance of `words` that stands for the block up to byte `end`. */
void utterances_announce(struct utterances *utterances, struct str words, size_t end);

/* Appends a token, written at bytes start..end of the block, whose words are the text from byte `spoken_start` on.
 */
void utterances_push(struct utterances *utterances, size_t start, size_t end, size_t spoken_start,
                     enum nr_class class, const char *rule, const char *place);

/* Frees the scratch memory; `all` and `tokens` go to the arena's keeping. */
void utterances_finish(struct utterances *utterances);

#endif
