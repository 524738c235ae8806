/* What pages call their parts: the words in classes, ids, roles and item properties. */
#ifndef READ_HTML_HINTS_H
#define READ_HTML_HINTS_H

#include "html_tree.h"

/* Bits of a node's hints. */
enum html_hint {
    HINT_BODY = 1 << 0,     /* the article's text */
    HINT_CONTENT = 1 << 1,  /* holds an article, among other things */
    HINT_JUNK = 1 << 2,     /* of the site: comments, sharing, what else there is to read */
    HINT_HIDDEN = 1 << 3,   /* is there and is not seen */
    HINT_CAPTION = 1 << 4,  /* under a picture */
    HINT_SUMMARY = 1 << 5,  /* standfirst */
    HINT_BYLINE = 1 << 6,   /* who wrote it and when */
    HINT_PULL = 1 << 7,     /* a pull quote */
    HINT_HEADLINE = 1 << 8, /* the title */
    HINT_NOTE = 1 << 9,     /* footnotes, references */
    HINT_PAYWALL = 1 << 10,
    HINT_COMMENT = 1 << 11, /* what readers wrote */
    HINT_FRAME = 1 << 12,   /* page furniture: header, footer, side */
    HINT_DATA = 1 << 13,    /* a table that holds data */
};

/* The hints of an element by its attributes and its tag. */
unsigned html_hints_of(const struct html_tree *tree, uint32_t node);

#endif
