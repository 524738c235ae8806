/* Words of one spelling and two sounds, "read" and "lead", told apart by their neighbours. */
#ifndef PLAN_HETERONYM_H
#define PLAN_HETERONYM_H

#include "value.h"

/* The phonemes of the word at `index` where its neighbours say that it is not said as the engine does; NULL where
 * they don't, or the word is none of these. */
const char *heteronym_phonemes(const struct context *context, size_t index);

#endif
