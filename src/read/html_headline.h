/* The line of a page that is its article's title. */
#ifndef READ_HTML_HEADLINE_H
#define READ_HTML_HEADLINE_H

#include "html_lines.h"
#include "html_meta.h"

/* The line; lines->count if there is none. */
size_t html_headline_find(const struct html_tree *tree, const struct html_lines *lines,
                          const struct html_facts *facts);

/* How much two texts have the same words: 0 to 100. */
unsigned html_likeness(struct str a, struct str b);

#endif
