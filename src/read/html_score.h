/* Which lines of a page are its article: what speaks for and against each, in one place. */
#ifndef READ_HTML_SCORE_H
#define READ_HTML_SCORE_H

#include "html_lines.h"

struct html_article {
    uint32_t top; /* the element that holds the article's text */
    bool *kept;   /* per line: it is of the article */
    size_t kept_words;
    size_t words; /* of the page */
};

/* Finds the article.  The caller frees. */
void html_score(const struct html_tree *tree, const struct html_lines *lines, struct html_article *article);

void html_article_free(struct html_article *article);

#endif
