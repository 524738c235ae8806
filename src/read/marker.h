/* What may stand before a line's words: a bullet, a number, the ">" of a quoted line. */
#ifndef READ_MARKER_H
#define READ_MARKER_H

#include "str.h"

#include <stdint.h>

enum marker_kind {
    MARKER_NONE,
    MARKER_BULLET,
    MARKER_DASH,   /* "-", "*" ...: a bullet, or a character of the text that a line break put first */
    MARKER_NUMBER, /* stays in the text: it means something */
    MARKER_QUOTE
};

struct marker {
    enum marker_kind kind;
    uint16_t number; /* 1..999 of MARKER_NUMBER */
    size_t length;   /* bytes that are not text */
};

/* The marker that `line`, trimmed, begins with. */
struct marker marker_of(struct str line);

#endif
