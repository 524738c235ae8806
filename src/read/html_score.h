/* Which lines of a page are its article: what speaks for and against each, in one place. */
#ifndef READ_HTML_SCORE_H
#define READ_HTML_SCORE_H

#include "html_lines.h"

struct html_article {
    uint32_t top; /* the element that holds the article's text */
    bool *kept;   /* per line: it is of the article */
};

/* Finds the article that is called by line `headline`, lines->count if no line is its title.  The caller frees. */
void html_score(const struct html_tree *tree, const struct html_lines *lines, size_t headline,
                struct html_article *article);

void html_article_free(struct html_article *article);

#endif
