/* Byte offset -> line and column, for messages. */
#ifndef BASE_PLACE_H
#define BASE_PLACE_H

#include "str.h"

/* Both count from 1; the column counts code points. */
struct place {
    size_t line;
    size_t column;
};

/* Where byte `offset` of `text` stands.  A line ends with "\n", "\r\n" or "\r". */
struct place place_of(struct str text, size_t offset);

#endif
