/* The words of clean text, and what can be told of one without a dictionary. */
#ifndef READ_WORDS_H
#define READ_WORDS_H

#include "str.h"

#include <stdint.h>

/* Takes the next word, with the punctuation at it, off *rest; false when nothing is left. */
bool word_take(struct str *rest, struct str *word);

/* The word without punctuation at its ends; empty if it is all punctuation. */
struct str word_bare(struct str word);

/* Begins with a capital letter and has no digit. */
bool word_is_capital(struct str word);

/* Has ASCII letters, at least two, all of them capitals. */
bool word_is_capitals(struct str word);

/* The same for words that differ in case (ASCII) and apostrophes alone; 0 if there is nothing to hash. */
uint64_t word_hash(struct str word);

/* "said", "asks": what a bare word that reports speech is. */
bool word_says(struct str word);

#endif
