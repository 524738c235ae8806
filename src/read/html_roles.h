/* A page's lines -> blocks with the roles that the mark-up gives them. */
#ifndef READ_HTML_ROLES_H
#define READ_HTML_ROLES_H

#include "draft.h"
#include "html_meta.h"
#include "html_score.h"

/* Everything known of a page. */
struct html_page {
    struct html_tree tree;
    struct html_lines lines;
    struct html_article article;
    struct html_facts facts;
    size_t headline; /* the line; lines.count if there is none */
};

/* Appends headline, summary, byline and the article's lines. */
void html_add_blocks(struct draft *draft, const struct html_page *page);

#endif
