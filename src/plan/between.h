/* What stands between the words of a sentence: pauses, quotation marks and, if it is wanted, their names. */
#ifndef PLAN_BETWEEN_H
#define PLAN_BETWEEN_H

#include "utterance.h"

/* The rule of a mark that is named. */
extern const char between_punctuation[];

/* Appends bytes start..end of the block, which hold no word. */
void between_add(struct utterances *utterances, size_t start, size_t end);

/* The bracket that an aside or a note's mark stood in goes with it, and its name too. */
void between_drop_bracket(struct utterances *utterances);

#endif
