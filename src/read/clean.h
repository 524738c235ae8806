/* Source text -> clean text: white space runs are one space, what nobody sees is dropped. */
#ifndef READ_CLEAN_H
#define READ_CLEAN_H

#include "pieces.h"

#include <stdint.h>

/* Control and format characters that are no part of a word. */
bool clean_drops(uint32_t code);

/* Appends source bytes start..end, which begin and end with visible text.  `from` is where the text
 * appended before ended: what lies between is a line break and becomes a space, but not inside a word. */
void clean_append(struct tracing *tracing, struct str source, size_t from, size_t start, size_t end);

#endif
