#include "html_page.h"

unsigned html_hints_around(const struct html_page *page, const struct html_line *line)
{
    unsigned hints = 0;
    const struct html_node *nodes = page->tree.nodes;
    uint32_t top = page->article.top;
    for (uint32_t node = line->block; node != HTML_NONE && !(node <= top && top < nodes[node].end);
         node = nodes[node].parent)
        hints |= page->lines.hints[node];
    return hints;
}

void html_line_gather(const struct html_page *page, const struct html_line *line, struct buf *text)
{
    const struct html_node *nodes = page->tree.nodes;
    for (uint32_t i = line->first; i < line->end; i = nodes[i].end) {
        if (text->length && nodes[i].tag != HTML_TEXT)
            buf_append_char(text, ' ');
        html_gather(&page->tree, i, text);
    }
}
