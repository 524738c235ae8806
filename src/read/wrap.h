/* Hard-wrapped text: which line breaks the author meant. */
#ifndef READ_WRAP_H
#define READ_WRAP_H

#include "lines.h"

/* The column (in code points) at which `source` was wrapped; 0: it was not. */
size_t wrap_width(struct str source);

/* Does the text of `line` go on with that of `next`, the line below it? */
bool wrap_joins(struct str source, size_t width, const struct line *line, const struct line *next);

#endif
