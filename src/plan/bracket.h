/* Brackets: which "(" and "[" are closed, and where. */
#ifndef PLAN_BRACKET_H
#define PLAN_BRACKET_H

#include "str.h"

/* Bytes start..end of the text, both marks included. */
struct bracket {
    size_t start;
    size_t end;
};

/* The outermost brackets of one block, by start.  A zeroed struct is empty. */
struct brackets {
    struct bracket *all;
    size_t count;
    size_t capacity;
};

/* Finds the brackets of `text`, replacing those found before. */
void brackets_find(struct brackets *brackets, struct str text);

/* The bracket that byte `at` stands in, or NULL. */
const struct bracket *brackets_around(const struct brackets *brackets, size_t at);

void brackets_free(struct brackets *brackets);

#endif
