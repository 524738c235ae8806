#include "html_text.h"

#include "entity.h"
#include "html_hints.h"
#include "html_parse.h"
#include "utf8.h"

#define NOTE_BYTES_MAX  8   /* "[12]" */
#define NOTE_NODES_MAX  12  /* what holds more is no reference */
#define BASE_BYTES_MAX  300 /* of a page's address, which each of its links may get */
#define TITLE_BYTES_MAX 60  /* what is longer explains and is no word for it */

/* A number, letter or sign in a link or above the line that leads to a note: "[12]", "*". */
static bool is_reference(const struct html_tree *tree, uint32_t node)
{
    struct buf text = {0};
    if (tree->nodes[node].end - node > NOTE_NODES_MAX)
        return false;
    html_gather(tree, node, &text);
    struct str mark = buf_str(&text);
    bool brackets =
        mark.length > 2 && mark.length <= NOTE_BYTES_MAX && mark.at[0] == '[' && mark.at[mark.length - 1] == ']';
    for (size_t i = 1; brackets && i + 1 < mark.length; i++)
        brackets = (mark.at[i] >= '0' && mark.at[i] <= '9') || mark.length == 3;
    buf_free(&text);
    return brackets;
}

/* A raised number that is a link inside the page leads to a note too; "m<sup>2</sup>" is none. */
static bool is_raised_link(const struct html_tree *tree, uint32_t node)
{
    uint32_t end = tree->nodes[node].end;
    for (uint32_t i = node + 1; end - node <= NOTE_NODES_MAX && i < end; i++)
        if (tree->nodes[i].tag == HTML_A && str_starts(html_attribute(tree, i, HTML_HREF), STR("#")))
            return true;
    return false;
}

static bool is_left_out(const struct html_page *page, uint32_t node)
{
    enum html_tag tag = page->tree.nodes[node].tag;
    return html_is_silent(tag) || page->lines.hints[node] & HINT_HIDDEN ||
           ((tag == HTML_SUP || tag == HTML_A) && is_reference(&page->tree, node)) ||
           (tag == HTML_SUP && is_raised_link(&page->tree, node));
}

static bool is_letter(uint32_t code)
{
    return code >= 0xC0 || (code >= '0' && code <= '9') || ((code | 0x20) >= 'a' && (code | 0x20) <= 'z');
}

/* "m<sup>2</sup>" is m²: only such a digit is of its word. */
static uint32_t raised_digit(const struct html_writer *writer, uint32_t node)
{
    const struct html_node *nodes = writer->page->tree.nodes;
    struct str text = html_text(&writer->page->tree, node), before = buf_str(&writer->text.tracing.text);
    size_t length;
    if (nodes[nodes[node].parent].tag != HTML_SUP || text.length != 1 || writer->text.spaced ||
        !is_letter(utf8_before(before, before.length, &length)))
        return 0;
    return text.at[0] == '2' ? 0xB2 : text.at[0] == '3' ? 0xB3 : 0;
}

/* What "<abbr title=approximately>approx.</abbr>" stands for; NULL when it is said as it is written: "WHO" by its
 * letters, and a title that tells something else, such as a date. */
static const struct html_value *long_form(const struct html_tree *tree, uint32_t node)
{
    const struct html_value *title = html_value(tree, node, HTML_ATTR_TITLE);
    struct buf text = {0};
    bool lower = false, letters = true;
    if (!title || !title->length || title->length > TITLE_BYTES_MAX || title->end <= title->start ||
        tree->nodes[node].end - node > NOTE_NODES_MAX)
        return NULL;
    html_gather(tree, node, &text);
    for (size_t i = 0; i < text.length; i++)
        lower |= text.at[i] >= 'a' && text.at[i] <= 'z';
    for (size_t i = 0; i < title->length; i++)
        letters &= title->text[i] == ' ' || is_letter((unsigned char)title->text[i] | 0x20u);
    bool same = text.length && (text.at[0] | 0x20) == (title->text[0] | 0x20) && title->length > text.length;
    buf_free(&text);
    return lower && letters && same ? title : NULL;
}

/* `raised`: the letter that the node's digit is said as; 0: it is said as it stands. */
static void take_node(struct html_writer *writer, struct inline_text *text, const struct html_node *node,
                      uint32_t raised)
{
    struct str words = {raised ? NULL : node->text, raised ? 0 : node->text_length};
    size_t length;
    if (raised)
        inline_code(text, raised, node->first, node->last);
    else if (!node->text)
        inline_copy(text, writer->page->tree.source, node->first, node->last);
    for (size_t at = 0; at < words.length; at += length)
        inline_code(text, utf8_at(words, at, &length), node->first, node->last);
    writer->reached = node->last;
}

/* "<span>3 May</span><span>Ann Lee</span>": what a style sheet keeps apart runs together without it.  Emphasis
 * inside a word does not end an element where another begins. */
static bool parts_words(const struct html_writer *writer, uint32_t node)
{
    const struct html_node *nodes = writer->page->tree.nodes;
    struct str text = buf_str(&writer->text.tracing.text);
    size_t length;
    bool apart = nodes[node].tag == HTML_INLINE || nodes[node].tag == HTML_ABBR || nodes[node].tag == HTML_A ||
                 nodes[node].tag == HTML_TIME;
    if (!apart || !node || !text.length || nodes[node - 1].tag != HTML_TEXT ||
        nodes[node - 1].parent == nodes[node].parent)
        return false;
    uint32_t next = node + 1;
    while (next < nodes[node].end && nodes[next].tag != HTML_TEXT)
        next++;
    return next < nodes[node].end && is_letter(utf8_before(text, text.length, &length)) &&
           is_letter(utf8_at(html_text(&writer->page->tree, next), 0, &length));
}

/* Where words are put that stand nowhere: the byte behind the text, or the last of all. */
static size_t behind(const struct html_writer *writer)
{
    size_t length = writer->page->tree.source.length;
    return writer->reached < length ? writer->reached : length - 1;
}

/* Takes what follows for a link if `node` is one that leads somewhere; returns the node that ends it, or
 * `link_end`. */
static uint32_t open_link(struct html_writer *writer, uint32_t node, uint32_t link_end)
{
    const struct html_tree *tree = &writer->page->tree;
    bool link = node != HTML_NONE && tree->nodes[node].tag == HTML_A;
    struct str address = str_trim(link ? html_attribute(tree, node, HTML_HREF) : STR(""));
    if (!address.length || str_starts_caseless(address, STR("javascript:")))
        return link_end;
    struct str page = html_fact(&writer->page->facts, HTML_FACT_URL);
    const char *base = page.length && page.length <= BASE_BYTES_MAX ? page.at : NULL;
    struct nr_arena *arena = writer->draft->arena;
    inline_open_link(&writer->text, html_resolve(arena, base, arena_string(arena, address)));
    return tree->nodes[node].end;
}

void html_text_take(struct html_writer *writer, uint32_t first, uint32_t end)
{
    const struct html_tree *tree = &writer->page->tree;
    uint32_t struck_end = first, link_end = 0;
    if (first < end)
        link_end = open_link(writer, html_ancestor(tree, first, HTML_A), 0);
    for (uint32_t i = first; i < end; i++) {
        if (i >= link_end)
            inline_close_link(&writer->text);
        const struct html_node *node = &tree->nodes[i];
        struct inline_text *text = i < struck_end ? &writer->struck : &writer->text;
        uint32_t raised = node->tag == HTML_TEXT ? raised_digit(writer, i) : 0;
        const struct html_value *title = node->tag == HTML_ABBR ? long_form(tree, i) : NULL;
        if (node->tag == HTML_TEXT) {
            take_node(writer, text, node, raised);
        } else if (is_left_out(writer->page, i)) {
            i = node->end - 1;
        } else if (title && text == &writer->text) {
            html_text_take_value(writer, title);
            i = node->end - 1;
        } else {
            if (node->tag == HTML_BR || html_is_block(node->tag) || parts_words(writer, i))
                inline_space(text, behind(writer), behind(writer) + 1);
            else if (node->tag == HTML_DEL && node->end > struck_end)
                struck_end = node->end;
            link_end = open_link(writer, i, link_end);
        }
    }
    inline_close_link(&writer->text);
}

void html_text_take_value(struct html_writer *writer, const struct html_value *value)
{
    struct str source = writer->page->tree.source;
    for (size_t at = value->start; at < value->end;) {
        struct str rest = str_slice(source, at, value->end);
        size_t end = rest.at[0] == '&' ? str_find(str_slice(rest, 0, ENTITY_BYTES_MAX), STR(";")) + 1 : 0;
        uint32_t code = end > 1 ? entity_code(str_slice(rest, 0, end)) : 0;
        size_t next = code ? end : 1;
        while (!code && next < rest.length && rest.at[next] != '&')
            next++;
        if (code)
            inline_code(&writer->text, code, at, at + next);
        else
            inline_copy(&writer->text, source, at, at + next);
        at += next;
        writer->reached = at;
    }
}

void html_text_mark(struct html_writer *writer, struct str mark)
{
    size_t at = behind(writer);
    inline_words(&writer->text, mark, at, at + 1);
}

void html_text_finish(struct html_writer *writer, struct markup markup)
{
    struct draft *draft = writer->draft;
    size_t count = draft->count;
    draft_add_marked(draft, &writer->text.tracing, markup);
    if (draft->count > count) {
        draft->blocks[count].language = writer->language;
        inline_give_links(&writer->text, &draft->blocks[count], draft->arena);
    }
    draft_add_marked(draft, &writer->struck.tracing, (struct markup){.why = "struck out", .role = NR_BOILERPLATE});
    inline_clear(&writer->text);
    inline_clear(&writer->struck);
    writer->language = NULL;
}

void html_text_free(struct html_writer *writer)
{
    inline_free(&writer->text);
    inline_free(&writer->struck);
}
