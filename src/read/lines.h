/* Source text -> lines. */
#ifndef READ_LINES_H
#define READ_LINES_H

#include "marker.h"

/* A line's visible text is bytes start..end; a blank line has none. */
struct line {
    size_t start;
    size_t end;
    size_t indent; /* bytes before it */
    struct marker marker;
};

/* Takes the line at *at, which ends with "\n", "\r\n" or "\r", and moves *at behind it; false at the end. */
bool line_take(struct str source, size_t *at, struct line *line);

bool line_is_blank(const struct line *line);

/* `text` from its first visible character on. */
struct str line_visible(struct str text);

/* The line's text without its marker. */
struct str line_text(struct str source, const struct line *line);

#endif
