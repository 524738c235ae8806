/* Sentences -> utterances: the words to say, each token with the bytes that it was written as. */
#ifndef PLAN_UTTERANCE_H
#define PLAN_UTTERANCE_H

#include "narrator/plan.h"
#include "number.h"
#include "sentence.h"
#include "value.h"

/* The plan's utterances and tokens as they grow.  Zero but for the first three fields. */
struct utterances {
    struct nr_arena *arena;
    const struct speller *speller;
    struct context context; /* of the sentence in hand */
    unsigned sentence_pause_ms;
    unsigned clause_pause_ms; /* where a sentence is too long for one utterance */
    struct nr_utterance *all;
    size_t count;
    size_t capacity;
    struct nr_token *tokens;
    size_t token_count;
    size_t token_capacity;
    struct token *written; /* the sentence's tokens */
    size_t written_capacity;
    struct buf text;      /* of the utterance in hand */
    size_t written_start; /* where it starts in the block */
    size_t first_token;
};

/* Appends the utterances of one sentence of `block`; one without a word makes none. */
void utterances_add(struct utterances *utterances, const struct nr_block *block, uint32_t block_index,
                    struct sentence sentence);

/* Frees the scratch memory; `all` and `tokens` go to the arena's keeping. */
void utterances_finish(struct utterances *utterances);

#endif
