/* How a text is written, told in words: marks by their names, and capitals. */
#ifndef PLAN_MARKS_H
#define PLAN_MARKS_H

#include "narrator/settings.h"
#include "str.h"

struct mark {
    const char *text;
    const char *name;
    const char *american; /* its name there; NULL: the same */
    enum nr_punctuation level;
    const char *behind; /* what stands for it behind its name, so that it is heard as before; NULL: nothing */
};

/* The mark that stands at byte `at`, if it is named at that level; NULL if it is not.  *length is that of the mark
 * or, where it is repeated, of the row.  `quotes`: a single quotation mark there is no apostrophe. */
const struct mark *marks_find(struct str text, size_t at, enum nr_punctuation level, bool quotes, size_t *length);

/* What is said before a word for its capitals, "cap "; NULL: nothing. */
const char *marks_of_capitals(struct str word);

#endif
