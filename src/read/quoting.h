/* Text that somebody else's mail program quoted as a whole. */
#ifndef READ_QUOTING_H
#define READ_QUOTING_H

#include "lines.h"

/* The levels of "> " that nearly all lines of `source` have: they say how it came here, not what it is.
 * 0 where quoted lines stand between others, and are quotations. */
unsigned quoting_depth(struct str source);

/* Takes the line at *at as line_take() does, without `depth` levels of "> ". */
bool quoting_take(struct str source, unsigned depth, size_t *at, struct line *line);

#endif
