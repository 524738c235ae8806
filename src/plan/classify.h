/* A written token -> its semiotic class and typed value.  One rule after the other, the first that fits. */
#ifndef PLAN_CLASSIFY_H
#define PLAN_CLASSIFY_H

#include "value.h"

/* Classifies the token at `index`; false: a plain word, spoken as written. */
bool classify(const struct context *context, size_t index, struct value *value);

/* The index of the rule called `name`; false: there is none. */
bool rule_find(struct str name, size_t *index);

#endif
