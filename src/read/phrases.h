/* Set phrases that tell what a line is for: a picture's credit, a link of the site, a label. */
#ifndef READ_PHRASES_H
#define READ_PHRASES_H

#include "str.h"

#include <stdint.h>

/* Longer texts (bytes) are no set phrase. */
#define PHRASE_TEXT_MAX 600

/* The features that the phrases in `text` stand for. */
uint64_t phrases_in(struct str text);

#endif
