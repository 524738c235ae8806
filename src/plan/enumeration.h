/* Lists that run on in a paragraph, "1. Wash 2. Dry" or "(a) ... (b) ...": where their items start. */
#ifndef PLAN_ENUMERATION_H
#define PLAN_ENUMERATION_H

#include "str.h"

/* An item's number: bytes start..end of the text, from the bullet or bracket to what closes it. */
struct enumerator {
    size_t start;
    size_t end;
    unsigned style; /* the same for all items of a list */
    unsigned value;
    bool is_item; /* a neighbour counts on from it, or it from one */
};

struct enumeration {
    struct enumerator *all;
    size_t count;
    size_t capacity;
};

/* Finds the items of `text`, replacing those found before: two or more that count on from each other. */
void enumeration_find(struct enumeration *enumeration, struct str text);

void enumeration_free(struct enumeration *enumeration);

#endif
