#include "html_roles.h"

#include "html_hints.h"
#include "html_table.h"
#include "html_title.h"
#include "inline.h"
#include "utf8.h"
#include "words.h"

/* Roles that the words of a plain paragraph may choose. */
#define BY_WORDS (NR_ROLE_BIT(NR_BYLINE) | NR_ROLE_BIT(NR_BOILERPLATE))

struct writer {
    struct draft *draft;
    const struct html_page *page;
    struct inline_text text;
    size_t reached; /* source byte behind the text taken last */
    struct html_table table; /* that was read last */
};

/* Headings say what the article is called; the first that agrees with the page's title is the one. */
static bool is_reference(const struct html_tree *tree, uint32_t node)
{
    struct buf text = {0};
    html_gather(tree, node, &text);
    struct str mark = buf_str(&text);
    bool brackets = mark.length > 2 && mark.length < 8 && mark.at[0] == '[' && mark.at[mark.length - 1] == ']';
    for (size_t i = 1; brackets && i + 1 < mark.length; i++)
        brackets = mark.at[i] >= '0' && mark.at[i] <= '9';
    buf_free(&text);
    return brackets;
}

static bool is_left_out(const struct html_page *page, uint32_t node)
{
    enum html_tag tag = page->tree.nodes[node].tag;
    return html_is_silent(tag) || page->lines.hints[node] & HINT_HIDDEN ||
           ((tag == HTML_SUP || tag == HTML_A) && is_reference(&page->tree, node));
}

static void take_reference(struct writer *writer, const struct html_node *node)
{
    struct str text = {node->text, node->text_length};
    size_t length;
    for (size_t at = 0; at < text.length; at += length)
        inline_code(&writer->text, utf8_at(text, at, &length), node->first, node->last);
}

/* The words of the nodes first..end-1. */
static void take_nodes(struct writer *writer, uint32_t first, uint32_t end)
{
    const struct html_tree *tree = &writer->page->tree;
    for (uint32_t i = first; i < end; i++) {
        const struct html_node *node = &tree->nodes[i];
        if (node->tag == HTML_TEXT) {
            if (node->text)
                take_reference(writer, node);
            else
                inline_copy(&writer->text, tree->source, node->first, node->last);
            writer->reached = node->last;
        } else if (is_left_out(writer->page, i)) {
            i = node->end - 1;
        } else if (node->tag == HTML_BR || html_is_block(node->tag)) {
            inline_space(&writer->text, writer->reached, writer->reached + 1);
        }
    }
}

static void finish_block(struct writer *writer, struct markup markup)
{
    draft_add_marked(writer->draft, &writer->text.tracing, markup);
    inline_clear(&writer->text);
}

static bool stands_in(const struct html_page *page, const struct html_line *line, enum html_tag tag)
{
    uint32_t node = html_ancestor(&page->tree, line->block, tag);
    return node != HTML_NONE && node > page->article.top;
}

/* What the elements around a line make of it; the first row that fits. */
static const struct {
    enum html_tag tag;
    struct markup markup;
} by_element[] = {
    {HTML_PRE, {.why = "preformatted text", .role = NR_CODE}},
    {HTML_FIGCAPTION, {.why = "figcaption", .role = NR_CAPTION}},
    {HTML_LI, {.why = "item of a list", .role = NR_LIST_ITEM}},
    {HTML_BLOCKQUOTE, {.why = "block quote", .role = NR_QUOTE}},
};

static struct markup markup_of(const struct html_page *page, const struct html_line *line)
{
    unsigned hints = html_hints_around(page, line);
    if (hints & HINT_CAPTION && !(hints & HINT_BODY))
        return (struct markup){.why = "called a caption", .role = NR_CAPTION};
    if (html_heading_level(page->tree.nodes[line->block].tag))
        return (struct markup){.why = "heading", .role = NR_CROSSHEAD};
    for (size_t i = 0; i < sizeof by_element / sizeof *by_element; i++)
        if (stands_in(page, line, by_element[i].tag))
            return by_element[i].markup;
    return (struct markup){.why = "paragraph", .role = NR_BODY, .others = BY_WORDS};
}

/* The cell of the line, if it is in a table of data below the article's top; else HTML_NONE. */
static uint32_t cell_of(const struct html_page *page, const struct html_line *line)
{
    const struct html_tree *tree = &page->tree;
    uint32_t node = line->block, table = html_ancestor(tree, node, HTML_TABLE);
    if (table == HTML_NONE || !(page->lines.hints[table] & HINT_DATA) || table < page->article.top)
        return HTML_NONE;
    while (node > table && tree->nodes[node].tag != HTML_TD && tree->nodes[node].tag != HTML_TH)
        node = tree->nodes[node].parent;
    return node > table ? node : HTML_NONE;
}

/* Words that stand nowhere, behind the text. */
static void add_mark(struct writer *writer, struct str mark)
{
    inline_words(&writer->text, mark, writer->reached, writer->reached + 1);
}

/* Before a value of a small table what it is the value of. */
static void add_header(struct writer *writer, uint32_t cell)
{
    const struct html_tree *tree = &writer->page->tree;
    const struct html_table *table = &writer->table;
    bool small = table->columns <= TABLE_SMALL_COLUMNS && table->rows <= TABLE_SMALL_ROWS + 1;
    uint32_t column = html_table_column(tree, cell);
    uint32_t header = small && column < TABLE_SMALL_COLUMNS ? table->headers[column] : HTML_NONE;
    size_t before = writer->text.tracing.text.length;
    if (tree->nodes[cell].tag == HTML_TH || header == HTML_NONE || html_ancestor(tree, header, HTML_TR) == html_ancestor(tree, cell, HTML_TR))
        return;
    take_nodes(writer, header + 1, tree->nodes[header].end);
    struct str text = buf_str(&writer->text.tracing.text);
    if (text.length > before)
        add_mark(writer, str_ends(text, STR(":")) ? STR(" ") : STR(": "));
}

/* The row that line `index` begins; returns the line behind. */
static size_t add_row(struct writer *writer, size_t index)
{
    const struct html_page *page = writer->page;
    const struct html_tree *tree = &page->tree;
    uint32_t first = cell_of(page, &page->lines.all[index]), last = HTML_NONE;
    uint32_t row = html_ancestor(tree, first, HTML_TR), table = html_ancestor(tree, first, HTML_TABLE);
    if (table != writer->table.node)
        html_table_read(tree, table, &writer->table);
    for (; index < page->lines.count; index++) {
        uint32_t cell = cell_of(page, &page->lines.all[index]);
        if (cell == HTML_NONE || html_ancestor(tree, cell, HTML_TR) != row)
            break;
        if (!page->article.kept[index])
            continue;
        if (last != HTML_NONE)
            add_mark(writer, cell == last ? STR(" ") : STR("; "));
        if (cell != last)
            add_header(writer, cell);
        take_nodes(writer, page->lines.all[index].first, page->lines.all[index].end);
        last = cell;
    }
    finish_block(writer, (struct markup){.why = "row of a table", .role = NR_TABLE});
    return index;
}

/* Of the lines before the text. */
static const struct markup fronts[] = {
    [HTML_FRONT_SUMMARY] = {.why = "standfirst", .role = NR_SUMMARY},
    [HTML_FRONT_NAME] = {.why = "names the writer", .role = NR_BYLINE},
    [HTML_FRONT_DATE] = {.why = "says when published", .role = NR_BYLINE},
    [HTML_FRONT_SITE] = {.why = "of the site", .role = NR_BOILERPLATE},
};

static void add_line(struct writer *writer, const struct html_line *line)
{
    unsigned front = writer->page->front[line - writer->page->lines.all];
    take_nodes(writer, line->first, line->end);
    finish_block(writer, front ? fronts[front] : markup_of(writer->page, line));
}

/* The text in hand is `why` the title; it goes without the name of the site. */
static void finish_headline(struct writer *writer, const char *why)
{
    struct buf *text = &writer->text.tracing.text;
    text->length = html_title_clean(buf_str(text), &writer->page->facts).length;
    finish_block(writer, (struct markup){.why = why, .role = NR_HEADLINE});
}

static void add_headline(struct writer *writer)
{
    const struct html_page *page = writer->page;
    if (page->headline < page->lines.count) {
        const struct html_line *line = &page->lines.all[page->headline];
        take_nodes(writer, line->first, line->end);
        finish_headline(writer, "heading of the page");
        return;
    }
    for (uint32_t i = 0; i < page->tree.count; i++) {
        if (page->tree.nodes[i].tag != HTML_TITLE)
            continue;
        take_nodes(writer, i + 1, page->tree.nodes[i].end);
        finish_headline(writer, "title of the page");
        return;
    }
}

/* A name that the page states for itself. */
static const char *fact_or_null(const struct html_page *page, enum html_fact fact)
{
    return page->facts.all[fact].text;
}

static void add_facts(struct draft *draft, const struct html_page *page)
{
    struct str title = html_title_clean(html_fact(&page->facts, HTML_FACT_TITLE), &page->facts);
    draft->title = title.length ? arena_string(draft->arena, title) : NULL;
    draft->byline = fact_or_null(page, HTML_FACT_BYLINE);
    draft->date = fact_or_null(page, HTML_FACT_DATE);
    draft->language = fact_or_null(page, HTML_FACT_LANGUAGE);
    draft->site = fact_or_null(page, HTML_FACT_SITE);
    draft->image = fact_or_null(page, HTML_FACT_IMAGE);
    draft->url = fact_or_null(page, HTML_FACT_URL);
}

/* What is said where the page ends before the article does. */
static const struct {
    const char *language;
    const char *words;
} ends[] = {
    {"en", "The saved page ends here."},
    {"de", "Hier endet die gespeicherte Seite."},
    {"fr", "La page enregistr\303\251e s\342\200\231arr\303\252te ici."},
    {"es", "La p\303\241gina guardada termina aqu\303\255."},
    {"it", "La pagina salvata finisce qui."},
    {"pt", "A p\303\241gina salva termina aqui."},
    {"nl", "De opgeslagen pagina eindigt hier."},
};

static void add_end(struct writer *writer)
{
    size_t length = writer->page->tree.source.length, chosen = 0;
    struct str language = str_of(writer->draft->language);
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (str_starts_caseless(language, str_of(ends[i].language)))
            chosen = i;
    inline_words(&writer->text, str_of(ends[chosen].words), length, length);
    finish_block(writer, (struct markup){.why = "the page is cut", .role = NR_BODY});
}

void html_add_blocks(struct draft *draft, const struct html_page *page, bool cut)
{
    struct writer writer = {.draft = draft, .page = page};
    add_facts(draft, page);
    add_headline(&writer);
    for (size_t i = 0; i < page->lines.count;) {
        const struct html_line *line = &page->lines.all[i];
        bool kept = page->article.kept[i] && i != page->headline;
        bool cell = kept && cell_of(page, line) != HTML_NONE;
        if (kept && !cell)
            add_line(&writer, line);
        i = cell ? add_row(&writer, i) : i + 1;
    }
    if (cut)
        add_end(&writer);
    tracing_free(&writer.text.tracing);
}
