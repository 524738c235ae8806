/* Capitals undone: a sentence in capitals is read as if it were set in lower case. */
#ifndef PLAN_RECASE_H
#define PLAN_RECASE_H

#include "value.h"

#include "buf.h"

/* Is the sentence set in capitals, beyond its initials? */
bool is_in_capitals(const struct context *context);

/* Recases the sentence's tokens in `text`, which holds what context->text does: the same bytes, other case. */
void recase(const struct context *context, char *text);

#endif
