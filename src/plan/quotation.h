/* Quotations: which quotation marks belong together, told from apostrophes. */
#ifndef PLAN_QUOTATION_H
#define PLAN_QUOTATION_H

#include "str.h"

#include <stdint.h>

/* Bytes start..end of the text, both marks included. */
struct quotation {
    size_t start;
    size_t end;
    uint32_t open;    /* the opening mark */
    size_t outermost; /* index of the outermost quotation that holds it; its own if none does */
    bool is_open;     /* goes on in the next paragraph, which opens with the same mark */
};

/* The quotations of one block, outer before inner, by start.  A zeroed struct is empty. */
struct quotations {
    struct quotation *all;
    size_t count;
    size_t capacity;
};

/* Finds the quotations of `text`, replacing those found before.  `next` is the paragraph that follows, or empty:
 * a quotation over paragraphs opens each of them and is closed in the last. */
void quotations_find(struct quotations *quotations, struct str text, struct str next);

/* The outermost quotation that holds bytes start..end, or NULL. */
const struct quotation *quotations_around(const struct quotations *quotations, size_t start, size_t end);

/* A word or two that the writer holds at arm's length: too short and too unfinished to be somebody's words. */
bool quotation_is_scare(const struct quotation *quotation, struct str text);

void quotations_free(struct quotations *quotations);

#endif
