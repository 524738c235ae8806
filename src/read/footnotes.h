/* Footnotes of Markdown ("[^1]" and "[^1]: text"), which md4c does not know. */
#ifndef READ_FOOTNOTES_H
#define READ_FOOTNOTES_H

#include "str.h"

struct footnote {
    struct str label;
    struct str text;
};

struct footnotes {
    struct footnote *all; /* by label */
    size_t count;
    size_t capacity;
};

/* Finds the definitions in `source` and blanks them in `copy`, which has the same bytes. */
void footnotes_find(struct footnotes *notes, struct str source, char *copy);

/* The bytes of the reference that `text` begins with; 0 if it is none. */
size_t footnotes_reference(const struct footnotes *notes, struct str text);

/* Puts them in the order of the source; then there are no more references to be found. */
void footnotes_by_place(struct footnotes *notes);

void footnotes_free(struct footnotes *notes);

#endif
