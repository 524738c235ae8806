#include "html_lines.h"

#include "html_hints.h"
#include "memory.h"
#include "utf8.h"

#include <stdlib.h>

#define SEEN_WORDS_MIN 40 /* of a page that needs no script to be seen */

/* Scripts without spaces: characters from here on are counted by twos (Hangul, which has spaces, aside). */
#define FIRST_IDEOGRAPH 0x2E80u
#define LAST_IDEOGRAPH  0x2FFFFu
#define FIRST_HANGUL    0xAC00u
#define LAST_HANGUL     0xD7A3u
#define FIRST_THAI      0x0E00u
#define LAST_THAI       0x0EFFu

struct finder {
    const struct html_tree *tree;
    struct html_lines *lines;
    struct html_line line;
    uint32_t block;
    uint32_t link_end;   /* of the link that is open */
    uint32_t strong_end; /* of the bold text */
    uint32_t last;       /* character that is seen, for what ends like a sentence */
    unsigned breaks;     /* <br> in a row */
    unsigned ideographs;
    bool in_word;
    bool begun;
    bool plain; /* some of it is not bold */
};

static bool is_ideograph(uint32_t code)
{
    return (code >= FIRST_IDEOGRAPH && code <= LAST_IDEOGRAPH && (code < FIRST_HANGUL || code > LAST_HANGUL)) ||
           (code >= FIRST_THAI && code <= LAST_THAI);
}

static bool is_stop(uint32_t code)
{
    switch (code) {
    case '.':
    case '!':
    case '?':
    case 0x2026:
    case 0x3002:
    case 0xFF01:
    case 0xFF1F:
    case 0xFF0E:
    case 0x61F:
    case 0x6D4:
    case 0x964:
    case 0x589:
        return true;
    default:
        return false;
    }
}

static bool is_comma(uint32_t code)
{
    return code == ',' || code == 0x3001 || code == 0xFF0C || code == 0x60C || code == ';';
}

static bool is_closing(uint32_t code)
{
    return utf8_is_quote(code) || code == ')' || code == ']' || code == 0x300D || code == 0x300F || code == '*';
}

static unsigned within(const struct finder *finder, uint32_t node)
{
    static const unsigned bits[HTML_TAG_COUNT] = {
        [HTML_LI] = HTML_WITHIN_ITEM,
        [HTML_BLOCKQUOTE] = HTML_WITHIN_QUOTE,
        [HTML_TD] = HTML_WITHIN_CELL,
        [HTML_TH] = HTML_WITHIN_CELL,
    };
    unsigned found = 0;
    bool table = false;
    for (; node != HTML_NONE; node = finder->tree->nodes[node].parent) {
        enum html_tag tag = finder->tree->nodes[node].tag;
        found |= bits[tag];
        if (tag == HTML_TABLE && !table && finder->lines->hints[node] & HINT_DATA)
            found |= HTML_WITHIN_DATA;
        table |= tag == HTML_TABLE;
    }
    return found;
}

static void flush(struct finder *finder)
{
    struct html_line *line = &finder->line;
    if (finder->begun && (line->words || line->stops)) {
        struct html_lines *lines = finder->lines;
        void *all = lines->all;
        line->within = within(finder, line->block);
        line->stopped = is_stop(finder->last);
        line->strong = !finder->plain;
        memory_reserve(&all, &lines->capacity, lines->count + 1, sizeof *lines->all);
        lines->all = all;
        lines->all[lines->count++] = *line;
    }
    finder->line = (struct html_line){0};
    finder->begun = finder->in_word = finder->plain = false;
    finder->last = 0;
    finder->ideographs = finder->breaks = 0;
}

static void count_word(struct finder *finder, uint32_t node)
{
    finder->line.words++;
    finder->line.link_words += node < finder->link_end;
}

static void count_code(struct finder *finder, uint32_t node, uint32_t code)
{
    struct html_line *line = &finder->line;
    bool ideograph = is_ideograph(code);
    bool letter = code >= 0xC0 || (code >= '0' && code <= '9') || ((code | 0x20) >= 'a' && (code | 0x20) <= 'z');
    if (ideograph && ++finder->ideographs % 2)
        count_word(finder, node);
    else if (!ideograph && letter && !finder->in_word)
        count_word(finder, node);
    finder->in_word = (letter || finder->in_word) && !ideograph;
    line->stops += is_stop(code);
    line->commas += is_comma(code);
    if (!is_closing(code))
        finder->last = code;
}

static void take_text(struct finder *finder, uint32_t node)
{
    struct str text = html_text(finder->tree, node);
    size_t length;
    bool seen = false;
    for (size_t at = 0; at < text.length; at += length) {
        uint32_t code = utf8_at(text, at, &length);
        if (utf8_is_space(code)) {
            finder->in_word = false;
            continue;
        }
        if (!seen && finder->breaks > 1)
            flush(finder);
        seen = true;
        if (!finder->begun) {
            finder->begun = true;
            finder->line.first = node;
            finder->line.block = finder->block;
        }
        count_code(finder, node, code);
    }
    if (!seen)
        return;
    finder->breaks = 0;
    finder->plain |= node >= finder->strong_end;
    finder->line.end = node + 1;
}

/* The head is not: one that is not closed holds the text of the page. */
bool html_is_silent(enum html_tag tag)
{
    return tag == HTML_HIDDEN || tag == HTML_SCRIPT || tag == HTML_NOSCRIPT || tag == HTML_RT || tag == HTML_TITLE;
}

static void open_element(struct finder *finder, uint32_t node)
{
    const struct html_node *element = &finder->tree->nodes[node];
    if (html_is_block(element->tag)) {
        flush(finder);
        finder->block = node;
    } else if (element->tag == HTML_A && html_value(finder->tree, node, HTML_HREF)) {
        finder->link_end = element->end;
        finder->line.links++;
    } else if (element->tag == HTML_STRONG && element->end > finder->strong_end) {
        finder->strong_end = element->end;
    } else if (element->tag == HTML_BR) {
        finder->breaks++;
        finder->in_word = false;
    }
}

/* Of what ends before `node`. */
static void close_blocks(struct finder *finder, uint32_t node)
{
    const struct html_node *nodes = finder->tree->nodes;
    while (nodes[finder->block].end <= node && nodes[finder->block].parent != HTML_NONE) {
        flush(finder);
        do
            finder->block = nodes[finder->block].parent;
        while (finder->block && !html_is_block(nodes[finder->block].tag));
    }
}

static bool is_unseen(const struct finder *finder, uint32_t node)
{
    enum html_tag tag = finder->tree->nodes[node].tag;
    bool page = tag == HTML_HTML || tag == HTML_BODY || tag == HTML_MAIN || tag == HTML_ARTICLE;
    return html_is_silent(tag) || (!page && finder->lines->hints[node] & HINT_HIDDEN);
}

/* Lines are in the order of their first nodes. */
static void index_lines(const struct html_tree *tree, struct html_lines *lines)
{
    size_t line = 0;
    for (uint32_t i = 0; i <= tree->count; i++) {
        while (line < lines->count && lines->all[line].first < i)
            line++;
        lines->before[i] = (uint32_t)line;
    }
}

/* Parts that hold more words are called so by mistake, or after something in them; a percent of the page's. */
static const struct {
    unsigned hint;
    uint32_t words_max;
    uint32_t percent_max;
} plausible[] = {
    {HINT_CAPTION, 100, 100},
    {HINT_PULL, 120, 100},
    {HINT_NOTE, UINT32_MAX, 35},
};

static void drop_misnomers(const struct html_tree *tree, struct html_lines *lines)
{
    uint32_t *words = memory_alloc((lines->count + 1) * sizeof *words);
    for (size_t i = 0; i < lines->count; i++)
        words[i + 1] = words[i] + lines->all[i].words;
    uint64_t all = words[lines->count];
    for (uint32_t i = 0; i < tree->count; i++) {
        uint32_t held = words[lines->before[tree->nodes[i].end]] - words[lines->before[i]];
        for (size_t k = 0; k < sizeof plausible / sizeof *plausible; k++)
            if (held > plausible[k].words_max || held * UINT64_C(100) > all * plausible[k].percent_max)
                lines->hints[i] &= ~plausible[k].hint;
    }
    free(words);
}

static void find_lines(const struct html_tree *tree, struct html_lines *lines, bool hidden_too)
{
    struct finder finder = {.tree = tree, .lines = lines};
    *lines = (struct html_lines){.hints = memory_alloc((tree->count + 1) * sizeof(unsigned)),
                                 .before = memory_alloc((tree->count + 1) * sizeof(uint32_t))};
    for (uint32_t i = 0; i < tree->count; i++) {
        close_blocks(&finder, i);
        if (tree->nodes[i].tag == HTML_TEXT) {
            take_text(&finder, i);
            continue;
        }
        lines->hints[i] = html_hints_of(tree, i) & ~(hidden_too ? (unsigned)HINT_HIDDEN : 0u);
        if (is_unseen(&finder, i))
            i = tree->nodes[i].end - 1;
        else
            open_element(&finder, i);
    }
    flush(&finder);
    index_lines(tree, lines);
    drop_misnomers(tree, lines);
}

void html_lines_find(const struct html_tree *tree, struct html_lines *lines)
{
    size_t words = 0;
    find_lines(tree, lines, false);
    for (size_t i = 0; i < lines->count; i++)
        words += lines->all[i].words;
    if (words >= SEEN_WORDS_MIN)
        return;
    html_lines_free(lines);
    find_lines(tree, lines, true);
}

void html_lines_free(struct html_lines *lines)
{
    free(lines->all);
    free(lines->hints);
    free(lines->before);
    *lines = (struct html_lines){0};
}
