/* Character references of HTML and Markdown. */
#ifndef READ_ENTITY_H
#define READ_ENTITY_H

#include "str.h"

#include <stdint.h>

/* Longer ones are none. */
#define ENTITY_BYTES_MAX 12

/* The code point that `entity`, "&...;", stands for; 0 if it is unknown. */
uint32_t entity_code(struct str entity);

#endif
