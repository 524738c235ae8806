#include "html_score.h"

#include "html_hints.h"
#include "memory.h"

#include <stdlib.h>

/* What a line is worth, in words of running text. */
#define SENTENCE_WORDS_MIN 8    /* fewer words with a stop may be a button */
#define LINE_WORTH_MAX     80   /* one long line is not a whole article */
#define LIST_SHARE         3    /* an item of a list is worth a third of a paragraph */
#define LINK_WORTH         (-3) /* a line that is a link */
#define LINK_SHARE_MAX     50   /* percent of a line's words: more, and it is links */

/* Percents of the page's worth. */
#define JUNK_SHARE_MAX 35 /* a part that is called junk and holds more of the page's text is misnamed */
#define BODY_SHARE_MIN 60 /* a part that is called the article's body holds as much, or is a teaser's */
#define DESCEND_SHARE  80

struct scorer {
    const struct html_tree *tree;
    const struct html_lines *lines;
    int *worth; /* per line */
    long *sums; /* of the positive worths before each line */
    bool *junk; /* per line */
    struct html_article *article;
};

static bool is_in(const struct html_tree *tree, uint32_t node, enum html_tag tag)
{
    return html_ancestor(tree, node, tag) != HTML_NONE;
}

static int worth_of(const struct html_tree *tree, const struct html_line *line)
{
    uint32_t words = line->words - line->link_words;
    if (line->link_words * 100 > line->words * LINK_SHARE_MAX)
        return LINK_WORTH;
    if (html_heading_level(tree->nodes[line->block].tag))
        return 0;
    int worth = (int)(words < LINE_WORTH_MAX ? words : LINE_WORTH_MAX);
    if (is_in(tree, line->block, HTML_LI) || is_in(tree, line->block, HTML_TD))
        worth /= LIST_SHARE;
    if (tree->nodes[line->block].tag == HTML_FIGCAPTION)
        return 0;
    if (line->stopped && words >= SENTENCE_WORDS_MIN)
        return worth;
    return line->stops + line->commas > 1 && words >= 2 * SENTENCE_WORDS_MIN ? worth / 2 : 0;
}

static void sum_up(struct scorer *scorer)
{
    for (size_t i = 0; i < scorer->lines->count; i++) {
        int worth = scorer->junk[i] ? 0 : scorer->worth[i];
        scorer->sums[i + 1] = scorer->sums[i] + (worth > 0 ? worth : 0);
    }
}

static long sum_of(const struct scorer *scorer, uint32_t node)
{
    const struct html_lines *lines = scorer->lines;
    uint32_t end = scorer->tree->nodes[node].end;
    return scorer->sums[lines->before[end]] - scorer->sums[lines->before[node]];
}

/* Parts of the site in and around the article, unless most of the page is in them. */
static void mark_junk(struct scorer *scorer)
{
    const struct html_tree *tree = scorer->tree;
    long all = sum_of(scorer, 0);
    for (uint32_t i = 0; i < tree->count; i++) {
        unsigned hints = tree->nodes[i].tag == HTML_TEXT ? 0 : scorer->lines->hints[i];
        if (!(hints & (HINT_JUNK | HINT_COMMENT | HINT_FRAME)) || hints & HINT_BODY ||
            sum_of(scorer, i) * 100 > all * JUNK_SHARE_MAX)
            continue;
        for (uint32_t k = scorer->lines->before[i]; k < scorer->lines->before[tree->nodes[i].end]; k++)
            scorer->junk[k] = true;
    }
}

/* The part that is called the article's, and is it; HTML_NONE if there is none. */
static uint32_t named_part(const struct scorer *scorer, unsigned hint)
{
    const struct html_tree *tree = scorer->tree;
    uint32_t best = HTML_NONE;
    long all = sum_of(scorer, 0);
    for (uint32_t i = 0; i < tree->count; i++)
        if (tree->nodes[i].tag != HTML_TEXT && html_is_block(tree->nodes[i].tag) &&
            scorer->lines->hints[i] & hint && sum_of(scorer, i) * 100 >= all * BODY_SHARE_MIN &&
            (best == HTML_NONE || sum_of(scorer, i) >= sum_of(scorer, best)))
            best = i;
    return best;
}

/* Down to where the text branches. */
static uint32_t descend(const struct scorer *scorer, uint32_t node)
{
    const struct html_node *nodes = scorer->tree->nodes;
    for (uint32_t child = node + 1; child < nodes[node].end;) {
        bool most = nodes[child].tag != HTML_TEXT && html_is_block(nodes[child].tag) &&
                    sum_of(scorer, child) * 100 > sum_of(scorer, node) * DESCEND_SHARE &&
                    nodes[child].tag != HTML_P;
        if (most)
            node = child;
        child = most ? child + 1 : nodes[child].end;
    }
    return node;
}

static uint32_t find_top(const struct scorer *scorer)
{
    uint32_t top = named_part(scorer, HINT_BODY);
    if (top == HTML_NONE)
        top = named_part(scorer, HINT_CONTENT);
    return descend(scorer, top == HTML_NONE ? 0 : top);
}

static void keep_lines(struct scorer *scorer)
{
    const struct html_tree *tree = scorer->tree;
    const struct html_lines *lines = scorer->lines;
    struct html_article *article = scorer->article;
    uint32_t end = lines->before[tree->nodes[article->top].end];
    for (uint32_t i = lines->before[article->top]; i < end; i++)
        article->kept[i] = !scorer->junk[i] && scorer->worth[i] >= 0;
}

void html_score(const struct html_tree *tree, const struct html_lines *lines, struct html_article *article)
{
    size_t count = lines->count;
    struct scorer scorer = {
        .tree = tree,
        .lines = lines,
        .worth = memory_alloc((count + 1) * sizeof(int)),
        .sums = memory_alloc((count + 1) * sizeof(long)),
        .junk = memory_alloc(count + 1),
        .article = article,
    };
    *article = (struct html_article){.kept = memory_alloc(count + 1)};
    for (size_t i = 0; i < count; i++)
        scorer.worth[i] = worth_of(tree, &lines->all[i]);
    sum_up(&scorer);
    mark_junk(&scorer);
    sum_up(&scorer);
    article->top = find_top(&scorer);
    keep_lines(&scorer);
    for (size_t i = 0; i < count; i++) {
        article->words += lines->all[i].words;
        article->kept_words += article->kept[i] ? lines->all[i].words : 0;
    }
    free(scorer.worth);
    free(scorer.sums);
    free(scorer.junk);
}

void html_article_free(struct html_article *article)
{
    free(article->kept);
    *article = (struct html_article){0};
}
