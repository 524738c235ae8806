/* A page as nodes in reading order: a node's descendants follow it, up to its `end`.  So every walk is a loop,
 * however deep the page is. */
#ifndef READ_HTML_TREE_H
#define READ_HTML_TREE_H

#include "arena.h"
#include "buf.h"
#include "html_tags.h"

#include <stdint.h>

#define HTML_NONE UINT32_MAX /* no node */

#define HTML_GATHER_BYTES ((size_t)8 << 10)

struct html_node {
    enum html_tag tag;
    uint32_t parent; /* HTML_NONE of the first */
    uint32_t end;    /* the node behind the last descendant */
    uint32_t first;  /* text: source bytes; elements: attributes first..last-1 */
    uint32_t last;
    uint32_t text_length; /* of text that is not the source's own */
    const char *text;     /* a character reference's, or a script's; NULL: the source bytes themselves */
};

struct html_value {
    enum html_attribute attribute;
    uint32_t length;
    const char *text;
    uint32_t start; /* where it stands in the source; 0..0 if that is not known */
    uint32_t end;
};

struct html_tree {
    struct nr_arena *arena;
    struct str source;
    struct html_node *nodes; /* the first is an element that holds all */
    size_t count;
    size_t capacity;
    struct html_value *values;
    size_t value_count;
    size_t value_capacity;
};

/* The text of a text node. */
struct str html_text(const struct html_tree *tree, uint32_t node);

/* The attribute's value; NULL if the element has none. */
const struct html_value *html_value(const struct html_tree *tree, uint32_t node, enum html_attribute attribute);

/* The same as text; empty if there is none. */
struct str html_attribute(const struct html_tree *tree, uint32_t node, enum html_attribute attribute);

/* The nearest ancestor with this tag, the node itself included; HTML_NONE if there is none. */
uint32_t html_ancestor(const struct html_tree *tree, uint32_t node, enum html_tag tag);

/* Appends the text below the node as it is read, runs of white space as one space; no more than a title, a caption
 * or a screenful, HTML_GATHER_BYTES. */
void html_gather(const struct html_tree *tree, uint32_t node, struct buf *text);

void html_tree_free(struct html_tree *tree);

#endif
