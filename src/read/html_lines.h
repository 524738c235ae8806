/* A page's text as lines: what stands between two breaks is one, a paragraph, a heading or a link of a menu. */
#ifndef READ_HTML_LINES_H
#define READ_HTML_LINES_H

#include "html_tree.h"

/* What a line is part of, as bits. */
enum html_within {
    HTML_WITHIN_ITEM = 1,  /* of a list */
    HTML_WITHIN_QUOTE = 2, /* block quote */
    HTML_WITHIN_CELL = 4,  /* of any table */
    HTML_WITHIN_DATA = 8   /* table of data */
};

struct html_line {
    uint32_t block; /* the nearest block that holds it */
    uint32_t first; /* its nodes first..end-1; not all of them need be text */
    uint32_t end;
    uint32_t words;      /* of languages without spaces, two characters */
    uint32_t link_words; /* of these, in links */
    uint32_t stops;
    uint32_t commas;
    uint32_t links;
    unsigned within;
    bool stopped; /* ends like a sentence */
    bool strong;  /* all in bold */
};

struct html_lines {
    struct html_line *all;
    size_t count;
    size_t capacity;
    unsigned *hints;  /* per node */
    uint32_t *before; /* per node: lines that begin before it */
};

/* Finds the lines of what is seen of the page; of all, if next to nothing is to be seen: scripts show it later.  The
 * caller frees. */
void html_lines_find(const struct html_tree *tree, struct html_lines *lines);

/* Is the node's text never shown, by its tag? */
bool html_is_silent(enum html_tag tag);

void html_lines_free(struct html_lines *lines);

#endif
