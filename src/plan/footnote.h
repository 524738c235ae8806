/* Footnote marks glued to a sentence's stop, "... martyr.[1] The ...", "... (1987).1 According ...". */
#ifndef PLAN_FOOTNOTE_H
#define PLAN_FOOTNOTE_H

#include "str.h"

/* Where the first sentence starts whose predecessor ends in footnote marks, from byte `from` on;
 * text.length when there is none. */
size_t footnote_next_start(struct str text, size_t from);

#endif
