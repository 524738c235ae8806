#include "html_headline.h"

#include "buf.h"
#include "html_hints.h"
#include "html_title.h"
#include "words.h"

#define WORDS_MAX    40
#define LIKENESS_MIN 60 /* of heading and title: sites shorten one of them */

/* What speaks for a heading; the highest sum wins, the first at a tie. */
#define POINTS_H1    30
#define POINTS_H2    10
#define POINTS_NAMED 25 /* called a headline */
#define POINTS_MIN   30

struct word_set {
    uint64_t hashes[WORDS_MAX];
    size_t count;
};

static struct word_set words_of(struct str text)
{
    struct word_set set = {.count = 0};
    for (struct str word; set.count < WORDS_MAX && word_take(&text, &word);) {
        uint64_t hash = word_hash(word);
        if (hash)
            set.hashes[set.count++] = hash;
    }
    return set;
}

static size_t shared(const struct word_set *a, const struct word_set *b)
{
    size_t count = 0;
    for (size_t i = 0; i < a->count; i++)
        for (size_t k = 0; k < b->count; k++)
            if (a->hashes[i] == b->hashes[k]) {
                count++;
                break;
            }
    return count;
}

unsigned html_likeness(struct str a, struct str b)
{
    struct word_set left = words_of(a), right = words_of(b);
    size_t less = left.count < right.count ? left.count : right.count;
    size_t common = left.count < right.count ? shared(&left, &right) : shared(&right, &left);
    if (!less)
        return 0;
    /* One word in common says nothing, unless it is all. */
    return less == 1 && left.count != right.count ? 0 : (unsigned)(common * 100 / less);
}

static unsigned points_of(const struct html_tree *tree, const struct html_lines *lines,
                          const struct html_facts *facts, const struct html_line *line)
{
    unsigned level = html_heading_level(tree->nodes[line->block].tag), points = 0;
    unsigned hints = lines->hints[line->block];
    if (!level && !(hints & HINT_HEADLINE))
        return 0;
    struct buf text = {0};
    for (uint32_t i = line->first; i < line->end; i = tree->nodes[i].end)
        html_gather(tree, i, &text);
    unsigned likeness = html_likeness(buf_str(&text), html_fact(facts, HTML_FACT_TITLE));
    bool site = html_title_is_site(buf_str(&text), facts);
    buf_free(&text);
    if (site)
        return 0;
    points = level == 1 ? POINTS_H1 : level == 2 ? POINTS_H2 : 0;
    points += hints & HINT_HEADLINE ? POINTS_NAMED : 0;
    return likeness >= LIKENESS_MIN ? points + likeness : points;
}

size_t html_headline_find(const struct html_tree *tree, const struct html_lines *lines,
                          const struct html_facts *facts)
{
    size_t best = lines->count;
    unsigned most = POINTS_MIN - 1;
    for (size_t i = 0; i < lines->count; i++) {
        unsigned points = points_of(tree, lines, facts, &lines->all[i]);
        if (points <= most)
            continue;
        most = points;
        best = i;
    }
    return best;
}
