/* Words that the engine gave no event: spoken together with the one before ("of the"), or left out. */
#ifndef SPEAK_WORDS_GAP_H
#define SPEAK_WORDS_GAP_H

#include "narrator/speaker.h"
#include "str.h"

/* No engine says more words than these as one: more gaps in a row are a loss. */
#define GAP_ROW_MAX 3

struct gap {
    size_t word;
    size_t behind; /* the last word before it that was heard; itself when none was */
    size_t row;    /* which it is of the gaps in a row */
};

/* Can `word` be spoken apart from what is before it: does it follow a space, and has it letters or digits? */
bool gap_is_judged(struct str text, const struct nr_unit_word *word);

/* Fills `gaps`, which has room for all, from the marks of `count` words; returns how many there are.  Words that
 * hang on others or have nothing to pronounce are no gaps. */
size_t gaps_find(struct gap *gaps, struct str text, const struct nr_unit_word *words, size_t count,
                 const struct nr_word_mark *marks);

#endif
