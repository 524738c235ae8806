/* What a page says of itself in its head, for programs. */
#ifndef READ_HTML_META_H
#define READ_HTML_META_H

#include "html_tree.h"

enum html_fact {
    HTML_FACT_TITLE,
    HTML_FACT_BYLINE,
    HTML_FACT_DATE,
    HTML_FACT_LANGUAGE,
    HTML_FACT_SITE,
    HTML_FACT_URL,
    HTML_FACT_IMAGE,
    HTML_FACT_DESCRIPTION,
    HTML_FACT_KIND,  /* "article", "website", "NewsArticle" */
    HTML_FACT_TEXT,  /* JSON-LD's articleBody */
    HTML_FACT_WORDS, /* how many the article has */
    HTML_FACT_FREE,  /* "false": the article is sold */
    HTML_FACT_COUNT
};

/* Where a fact was found: of two that disagree the one that is named first here holds. */
enum html_witness {
    HTML_BY_JSON_LD,
    HTML_BY_OPEN_GRAPH,
    HTML_BY_META,
    HTML_BY_ITEMPROP,
    HTML_BY_ELEMENT, /* <title>, <time>, <link rel=canonical>, <html lang> */
    HTML_BY_NOBODY
};

struct html_facts {
    struct nr_arena *arena;
    struct {
        const char *text; /* NULL: not known */
        enum html_witness witness;
    } all[HTML_FACT_COUNT];
};

/* `value` is what `witness` says; empty values say nothing. */
void html_facts_offer(struct html_facts *facts, enum html_fact fact, enum html_witness witness, struct str value);

/* The fact; empty if it is not known. */
struct str html_fact(const struct html_facts *facts, enum html_fact fact);

/* Collects the facts of a page. */
void html_facts_find(const struct html_tree *tree, struct html_facts *facts);

#endif
