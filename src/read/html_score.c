#include "html_score.h"

#include "html_hints.h"
#include "memory.h"

#include <stdlib.h>

/* What a line is worth, in words of running text. */
#define SENTENCE_WORDS_MIN  8    /* fewer words with a stop may be a button */
#define LINKED_SENTENCE_MIN 12   /* a sentence of so many words may be most of it a link */
#define LINE_WORTH_MAX      80   /* one long line is not a whole article */
#define LIST_SHARE          3    /* an item of a list is worth a third of a paragraph */
#define LINK_WORTH          (-3) /* a line that is a link */
#define LINK_PERCENT_MAX    50   /* of a line's or a part's words: more, and it is links */

/* Percents of the worth of the page, or of the article that the headline is in. */
#define JUNK_PERCENT_MAX 35
#define BODY_PERCENT_MIN 60
#define DESCEND_PERCENT  85

#define ALIKE_LEVELS    4
#define ALIKE_WORTH_MIN 8

#define ARTICLE_WORTH_MIN 40 /* less text beside a headline is a teaser */
#define PART_WORTH_MIN    20 /* so much running text in a part that is mostly links is text */

enum sum { SUM_WORTH, SUM_WORDS, SUM_LINKS, SUM_COUNT };

struct scorer {
    const struct html_tree *tree;
    const struct html_lines *lines;
    int *worth;            /* per line */
    long *sums[SUM_COUNT]; /* of what stands before each line */
    bool *junk;            /* per line */
    struct html_article *article;
};

/* In a list, a quotation or a table of data a link is one of its parts. */
#define PARTS (HTML_WITHIN_ITEM | HTML_WITHIN_QUOTE | HTML_WITHIN_DATA)

static bool is_links(const struct html_line *line)
{
    bool sentence = line->stopped && line->words >= LINKED_SENTENCE_MIN && line->link_words < line->words;
    return line->link_words * 100 > line->words * LINK_PERCENT_MAX && !sentence;
}

static int worth_of(const struct html_tree *tree, const struct html_line *line)
{
    enum html_tag tag = tree->nodes[line->block].tag;
    uint32_t words = line->words - line->link_words;
    if (html_heading_level(tag) || tag == HTML_FIGCAPTION)
        return 0;
    if (is_links(line))
        return LINK_WORTH;
    int worth = (int)(words < LINE_WORTH_MAX ? words : LINE_WORTH_MAX);
    if (line->within & (HTML_WITHIN_ITEM | HTML_WITHIN_CELL))
        worth /= LIST_SHARE;
    if (line->stopped && words >= SENTENCE_WORDS_MIN)
        return worth;
    return line->stops + line->commas > 1 && words >= 2 * SENTENCE_WORDS_MIN ? worth / 2 : 0;
}

static void sum_up(struct scorer *scorer)
{
    for (size_t i = 0; i < scorer->lines->count; i++) {
        const struct html_line *line = &scorer->lines->all[i];
        int worth = scorer->junk[i] || scorer->worth[i] < 0 ? 0 : scorer->worth[i];
        scorer->sums[SUM_WORTH][i + 1] = scorer->sums[SUM_WORTH][i] + worth;
        scorer->sums[SUM_WORDS][i + 1] = scorer->sums[SUM_WORDS][i] + line->words;
        scorer->sums[SUM_LINKS][i + 1] = scorer->sums[SUM_LINKS][i] + line->link_words;
    }
}

static long sum_of(const struct scorer *scorer, enum sum sum, uint32_t node)
{
    const struct html_lines *lines = scorer->lines;
    uint32_t end = scorer->tree->nodes[node].end;
    return scorer->sums[sum][lines->before[end]] - scorer->sums[sum][lines->before[node]];
}

/* Quotations are an article's even when they came with somebody's script ("social-embed"). */
static void mark_junk(struct scorer *scorer, uint32_t node, bool quotes_too)
{
    const struct html_lines *lines = scorer->lines;
    for (uint32_t i = lines->before[node]; i < lines->before[scorer->tree->nodes[node].end]; i++)
        if (quotes_too || !(lines->all[i].within & HTML_WITHIN_QUOTE))
            scorer->junk[i] = true;
}

/* Parts of the site in and around the article, unless most of the page is in them. */
static void mark_named_junk(struct scorer *scorer, uint32_t scope)
{
    const struct html_tree *tree = scorer->tree;
    long all = sum_of(scorer, SUM_WORTH, scope);
    for (uint32_t i = 0; i < tree->count; i++) {
        unsigned hints = tree->nodes[i].tag == HTML_TEXT ? 0 : scorer->lines->hints[i];
        if (hints & (HINT_JUNK | HINT_COMMENT | HINT_FRAME) && !(hints & (HINT_BODY | HINT_PULL)) &&
            sum_of(scorer, SUM_WORTH, i) * 100 <= all * JUNK_PERCENT_MAX)
            mark_junk(scorer, i, hints & (HINT_COMMENT | HINT_FRAME));
    }
}

/* Lists, tables and boxes of links. */
static void mark_link_parts(struct scorer *scorer)
{
    const struct html_node *nodes = scorer->tree->nodes;
    for (uint32_t i = 0; i < scorer->tree->count; i++) {
        long words, links, worth;
        if (nodes[i].tag == HTML_TEXT || nodes[i].tag == HTML_P || !html_is_block(nodes[i].tag))
            continue;
        words = sum_of(scorer, SUM_WORDS, i);
        links = sum_of(scorer, SUM_LINKS, i);
        worth = sum_of(scorer, SUM_WORTH, i);
        if (words && links * 100 > words * LINK_PERCENT_MAX && worth < PART_WORTH_MIN) {
            mark_junk(scorer, i, false);
            i = nodes[i].end - 1;
        }
    }
}

/* The innermost <article> around the headline, if it is no teaser: others on the page are other articles. */
static uint32_t find_scope(const struct scorer *scorer, size_t headline)
{
    const struct html_tree *tree = scorer->tree;
    uint32_t node = headline < scorer->lines->count ? scorer->lines->all[headline].block : HTML_NONE;
    while (node != HTML_NONE &&
           (tree->nodes[node].tag != HTML_ARTICLE || sum_of(scorer, SUM_WORTH, node) < ARTICLE_WORTH_MIN))
        node = tree->nodes[node].parent;
    return node == HTML_NONE ? 0 : node;
}

/* The part of the scope that is called the article's, and is it; HTML_NONE if there is none. */
static uint32_t named_part(const struct scorer *scorer, uint32_t scope, unsigned hint)
{
    const struct html_node *nodes = scorer->tree->nodes;
    uint32_t best = HTML_NONE;
    long most = sum_of(scorer, SUM_WORTH, scope) * BODY_PERCENT_MIN / 100;
    for (uint32_t i = scope; i < nodes[scope].end; i++) {
        bool named = nodes[i].tag != HTML_TEXT && html_is_block(nodes[i].tag) && scorer->lines->hints[i] & hint;
        if (!named || sum_of(scorer, SUM_WORTH, i) < most)
            continue;
        best = i;
        most = sum_of(scorer, SUM_WORTH, i);
    }
    return best;
}

/* Down to where the text branches. */
static uint32_t descend(const struct scorer *scorer, uint32_t node)
{
    const struct html_node *nodes = scorer->tree->nodes;
    for (uint32_t child = node + 1; child < nodes[node].end;) {
        bool most = nodes[child].tag != HTML_TEXT && nodes[child].tag != HTML_P &&
                    sum_of(scorer, SUM_WORTH, child) * 100 > sum_of(scorer, SUM_WORTH, node) * DESCEND_PERCENT;
        if (most)
            node = child;
        child = most ? child + 1 : nodes[child].end;
    }
    return node;
}

static uint32_t find_part(const struct scorer *scorer, uint32_t scope)
{
    uint32_t part = named_part(scorer, scope, HINT_BODY);
    if (part == HTML_NONE)
        part = named_part(scorer, scope, HINT_CONTENT);
    return part == HTML_NONE ? scope : part;
}

static void keep_lines(struct scorer *scorer)
{
    const struct html_tree *tree = scorer->tree;
    const struct html_lines *lines = scorer->lines;
    struct html_article *article = scorer->article;
    uint32_t end = lines->before[tree->nodes[article->top].end];
    for (uint32_t i = lines->before[article->top]; i < end; i++)
        article->kept[i] = !scorer->junk[i] && (scorer->worth[i] >= 0 || lines->all[i].within & PARTS);
}

/* Same tags and same classes, three elements up: the parts that a page builder makes. */
static bool is_alike(const struct html_tree *tree, uint32_t a, uint32_t b)
{
    for (int level = 0; level < ALIKE_LEVELS && a != HTML_NONE && b != HTML_NONE; level++) {
        if (tree->nodes[a].tag != tree->nodes[b].tag)
            return false;
        if (a == b)
            return level > 0;
        if (!str_equal(html_attribute(tree, a, HTML_CLASS), html_attribute(tree, b, HTML_CLASS)))
            return false;
        a = tree->nodes[a].parent;
        b = tree->nodes[b].parent;
    }
    return a != HTML_NONE && b != HTML_NONE;
}

/* Paragraphs beside the top that are made as its own are. */
static void keep_alike(struct scorer *scorer, uint32_t part)
{
    const struct html_node *nodes = scorer->tree->nodes;
    const struct html_lines *lines = scorer->lines;
    uint32_t top = scorer->article->top, model = lines->before[top], end = lines->before[nodes[top].end];
    while (model < end && scorer->worth[model] < ALIKE_WORTH_MIN)
        model++;
    for (uint32_t i = lines->before[part]; model < end && i < lines->before[nodes[part].end]; i++)
        if (!scorer->junk[i] && scorer->worth[i] >= ALIKE_WORTH_MIN &&
            is_alike(scorer->tree, lines->all[i].block, lines->all[model].block))
            scorer->article->kept[i] = true;
}

/* A heading under which nothing is left goes with what it was the heading of. */
static void drop_bare_headings(struct scorer *scorer)
{
    const struct html_lines *lines = scorer->lines;
    bool *kept = scorer->article->kept;
    unsigned below = 1; /* level of the next heading that is kept, 7 for text */
    bool dropped = true;
    for (size_t i = lines->count; i > 0; i--) {
        unsigned level = html_heading_level(scorer->tree->nodes[lines->all[i - 1].block].tag);
        if (!kept[i - 1]) {
            dropped = true;
            continue;
        }
        if (level && dropped && below <= level)
            kept[i - 1] = false;
        else
            below = level ? level : 7;
        dropped = !kept[i - 1];
    }
}

static void score(struct scorer *scorer, size_t headline)
{
    for (size_t i = 0; i < scorer->lines->count; i++)
        scorer->worth[i] = worth_of(scorer->tree, &scorer->lines->all[i]);
    sum_up(scorer);
    uint32_t scope = find_scope(scorer, headline);
    mark_named_junk(scorer, scope);
    sum_up(scorer);
    mark_link_parts(scorer);
    sum_up(scorer);
    uint32_t part = find_part(scorer, scope);
    scorer->article->top = descend(scorer, part);
    keep_lines(scorer);
    keep_alike(scorer, part);
    drop_bare_headings(scorer);
}

void html_score(const struct html_tree *tree, const struct html_lines *lines, size_t headline,
                struct html_article *article)
{
    size_t count = lines->count + 1;
    struct scorer scorer = {
        .tree = tree,
        .lines = lines,
        .worth = memory_alloc(count * sizeof(int)),
        .junk = memory_alloc(count),
        .article = article,
    };
    for (size_t i = 0; i < SUM_COUNT; i++)
        scorer.sums[i] = memory_alloc(count * sizeof(long));
    *article = (struct html_article){.kept = memory_alloc(count)};
    score(&scorer, headline);
    for (size_t i = 0; i < SUM_COUNT; i++)
        free(scorer.sums[i]);
    free(scorer.worth);
    free(scorer.junk);
}

void html_article_free(struct html_article *article)
{
    free(article->kept);
    *article = (struct html_article){0};
}
