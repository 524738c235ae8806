#include "html_tree.h"

#include "utf8.h"

#include <stdlib.h>

struct str html_text(const struct html_tree *tree, uint32_t node)
{
    const struct html_node *text = &tree->nodes[node];
    if (text->text)
        return (struct str){text->text, text->text_length};
    return str_slice(tree->source, text->first, text->last);
}

const struct html_value *html_value(const struct html_tree *tree, uint32_t node, enum html_attribute attribute)
{
    const struct html_node *element = &tree->nodes[node];
    if (element->tag == HTML_TEXT)
        return NULL;
    for (uint32_t i = element->first; i < element->last; i++)
        if (tree->values[i].attribute == attribute)
            return &tree->values[i];
    return NULL;
}

struct str html_attribute(const struct html_tree *tree, uint32_t node, enum html_attribute attribute)
{
    const struct html_value *value = html_value(tree, node, attribute);
    return value ? (struct str){value->text, value->length} : STR("");
}

uint32_t html_ancestor(const struct html_tree *tree, uint32_t node, enum html_tag tag)
{
    while (node != HTML_NONE && tree->nodes[node].tag != tag)
        node = tree->nodes[node].parent;
    return node;
}

static void gather(struct buf *text, struct str part)
{
    size_t length;
    for (size_t at = 0; at < part.length; at += length) {
        bool space = utf8_is_space(utf8_at(part, at, &length));
        if (!space)
            buf_append(text, str_slice(part, at, at + length));
        else if (text->length && text->at[text->length - 1] != ' ')
            buf_append_char(text, ' ');
    }
}

void html_gather(const struct html_tree *tree, uint32_t node, struct buf *text)
{
    uint32_t end = tree->nodes[node].end;
    for (uint32_t i = node; i < end && text->length < HTML_GATHER_BYTES; i++) {
        enum html_tag tag = tree->nodes[i].tag;
        if (tag == HTML_TEXT)
            gather(text, html_text(tree, i));
        else if (tag == HTML_HIDDEN || tag == HTML_SCRIPT || tag == HTML_NOSCRIPT || tag == HTML_RT)
            i = tree->nodes[i].end - 1;
        else if (html_is_block(tag) || tag == HTML_BR)
            gather(text, STR(" "));
    }
    while (text->length && text->at[text->length - 1] == ' ')
        text->at[--text->length] = '\0';
}

void html_tree_free(struct html_tree *tree)
{
    free(tree->nodes);
    free(tree->values);
    *tree = (struct html_tree){0};
}
