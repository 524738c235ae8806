/* What a publication says of itself and asks of its readers, told by its vocabulary. */
#ifndef READ_PITCH_H
#define READ_PITCH_H

#include "str.h"

#include <stdint.h>

/* The features that a text has for its share of such words: FEATURE_SITE where hardly another is in it,
 * FEATURE_PLEA where it is if nothing of the article follows; 0: it is too long, somebody says it, or it speaks
 * neither to the reader nor of the publication. */
uint64_t pitch_features(struct str text);

#endif
