/* A typed value -> the words a newsreader says for it.  One verbaliser per semiotic class. */
#ifndef PLAN_VERBALISE_H
#define PLAN_VERBALISE_H

#include "spell.h"
#include "value.h"

/* Appends the words for `value` to `out`. */
void verbalise(const struct context *context, const struct speller *speller, const struct value *value,
               struct buf *out);

#endif
