/* Hard-wrapped text: which line breaks the author meant. */
#ifndef READ_WRAP_H
#define READ_WRAP_H

#include "lines.h"

/* The column (in code points) at which `source`, less `depth` levels of quotation, was wrapped; 0: it was not. */
size_t wrap_width(struct str source, unsigned depth);

/* Does each paragraph of hard-wrapped `source` begin with an indented line?  Then blank lines may be missing. */
bool wrap_indents(struct str source, unsigned depth);

/* Does the text of `line` go on with that of `next`, the line below it?  `prose`: not above the first sentence,
 * where headline, writer and date stand in lines of their own. */
bool wrap_joins(struct str source, size_t width, bool prose, const struct line *line, const struct line *next);

/* Is `line`, which the margin may have joined to `above`, a heading between paragraphs?  `next` stands below it.
 */
bool wrap_parts(struct str source, size_t width, const struct line *above, const struct line *line,
                const struct line *next);

#endif
