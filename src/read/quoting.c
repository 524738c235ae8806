#include "quoting.h"

#define DEPTH_MAX 4
#define LINES_MIN 8  /* fewer may be a quotation with nothing said to it */
#define SHARE     10 /* one line in so many may stand outside: "On Monday Jane Smith wrote:" */

/* Takes ">" off the front of the line's text; false if it has none. */
static bool take_level(struct str source, struct line *line)
{
    if (line->marker.kind != MARKER_QUOTE)
        return false;
    size_t start = line->start + 1;
    start += start < line->end && source.at[start] == ' ';
    struct str text = line_visible(str_slice(source, start, line->end));
    line->indent = line->end - text.length - start;
    line->start = line->end - text.length;
    line->marker = marker_of(text);
    return true;
}

unsigned quoting_depth(struct str source)
{
    size_t lines = 0, deep[DEPTH_MAX + 1] = {0};
    struct line line;
    for (size_t at = 0; line_take(source, &at, &line);) {
        lines += !line_is_blank(&line);
        for (unsigned depth = 1; depth <= DEPTH_MAX && take_level(source, &line); depth++)
            deep[depth]++;
    }
    unsigned depth = 0;
    while (depth < DEPTH_MAX && lines >= LINES_MIN && (lines - deep[depth + 1]) * SHARE <= lines)
        depth++;
    return depth;
}

bool quoting_take(struct str source, unsigned depth, size_t *at, struct line *line)
{
    if (!line_take(source, at, line))
        return false;
    while (depth-- && take_level(source, line))
        ;
    return true;
}
