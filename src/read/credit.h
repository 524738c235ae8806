/* Who made a picture, by the forms in which papers and agencies say so. */
#ifndef READ_CREDIT_H
#define READ_CREDIT_H

#include "str.h"

#include <stdint.h>

/* FEATURE_CREDIT if `text`, of so many words, is or ends in a credit; else 0. */
uint64_t credit_features(struct str text, unsigned words);

/* Does `text` end in "Photo: Ann Lee" or its like? */
bool credit_is_labelled(struct str text);

#endif
