/* Does a full stop end its sentence?  Abbreviations, initials, clocks and list numbers have stops of their own. */
#ifndef PLAN_STOP_H
#define PLAN_STOP_H

#include "language.h"

#include <stdint.h>

/* The run of letters, digits and inner stops that ends at `end`. */
struct str word_before(struct str text, size_t end);

/* The word that starts behind white space and opening marks. */
struct str word_after(struct str text, size_t start);

/* The first code point of `word`; 0 if it is empty. */
uint32_t word_first_code(struct str word);

/* Does the stop at byte `stop` end the sentence that began at `start`, when `next` is the word behind it?
 * `language` NULL: nothing is known of its abbreviations. */
bool stop_ends(const struct language *language, struct str text, size_t start, size_t stop, struct str next);

#endif
