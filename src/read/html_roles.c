#include "html_roles.h"

#include "html_hints.h"

#include <stdlib.h>

/* Roles that the words of a plain paragraph may choose. */
#define BY_WORDS (NR_ROLE_BIT(NR_BYLINE) | NR_ROLE_BIT(NR_BOILERPLATE))

#define NUMBER_MAX        9999
#define CAPTION_WORDS_MAX 80 /* what is called a caption and is longer holds one, and more */

static uint32_t around(const struct html_page *page, const struct html_line *line, enum html_tag tag)
{
    uint32_t node = html_ancestor(&page->tree, line->block, tag);
    return node != HTML_NONE && node > page->article.top ? node : HTML_NONE;
}

/* By what the parts around the line are called; the first row that fits. */
static const struct {
    unsigned hint;
    struct markup markup;
} by_hint[] = {
    {HINT_PULL, {.why = "called a pull quote", .role = NR_QUOTE}},
    {HINT_NOTE, {.why = "footnote", .role = NR_BOILERPLATE}},
};

/* By the elements around it; the first row that fits. */
static const struct {
    enum html_tag tag;
    struct markup markup;
} by_element[] = {
    {HTML_PRE, {.why = "preformatted text", .role = NR_CODE}},
    {HTML_FIGCAPTION, {.why = "figcaption", .role = NR_CAPTION}},
    {HTML_LI, {.why = "item of a list", .role = NR_LIST_ITEM}},
    {HTML_BLOCKQUOTE, {.why = "block quote", .role = NR_QUOTE}},
};

struct markup html_role_of(const struct html_page *page, const struct html_line *line)
{
    unsigned hints = html_hints_around(page, line);
    if (hints & HINT_CAPTION && !(hints & HINT_BODY) && line->words <= CAPTION_WORDS_MAX)
        return (struct markup){.why = "called a caption", .role = NR_CAPTION};
    for (size_t i = 0; i < sizeof by_hint / sizeof *by_hint; i++)
        if (hints & by_hint[i].hint)
            return by_hint[i].markup;
    if (html_heading_level(page->tree.nodes[line->block].tag))
        return (struct markup){.why = "heading", .role = NR_CROSSHEAD};
    for (size_t i = 0; i < sizeof by_element / sizeof *by_element; i++)
        if (around(page, line, by_element[i].tag) != HTML_NONE)
            return by_element[i].markup;
    /* All in bold it may be a heading. */
    unsigned others = BY_WORDS | (line->strong ? NR_ROLE_BIT(NR_CROSSHEAD) : 0);
    return (struct markup){.why = "paragraph", .role = NR_BODY, .others = others};
}

static void start_count(const struct html_page *page, uint32_t list, struct html_count *count)
{
    const struct html_value *start = html_value(&page->tree, list, HTML_START);
    unsigned long number = start ? strtoul(start->text, NULL, 10) : 1;
    *count = (struct html_count){list, list + 1, number <= NUMBER_MAX ? (unsigned)number - 1 : 0};
}

unsigned html_item_number(const struct html_page *page, const struct html_line *line, struct html_count *count)
{
    const struct html_node *nodes = page->tree.nodes;
    uint32_t item = line->within & HTML_WITHIN_ITEM ? around(page, line, HTML_LI) : HTML_NONE;
    if (item == HTML_NONE || nodes[nodes[item].parent].tag != HTML_OL ||
        page->lines.all[page->lines.before[item]].first != line->first)
        return 0;
    if (count->list != nodes[item].parent)
        start_count(page, nodes[item].parent, count);
    for (; count->reached <= item; count->reached = nodes[count->reached].end)
        count->number += nodes[count->reached].tag == HTML_LI;
    return count->number <= NUMBER_MAX ? count->number : 0;
}

/* The outermost element that holds all of the line and nothing else, up from its first word. */
const char *html_language_of(const struct html_page *page, const struct html_line *line)
{
    const struct html_node *nodes = page->tree.nodes;
    for (uint32_t node = nodes[line->first].parent; node != HTML_NONE && node > page->article.top;
         node = nodes[node].parent) {
        const struct html_value *language = html_value(&page->tree, node, HTML_LANG);
        if (language && language->length && nodes[node].end >= line->end)
            return language->text;
    }
    return NULL;
}
