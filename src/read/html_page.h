/* Everything known of a page. */
#ifndef READ_HTML_PAGE_H
#define READ_HTML_PAGE_H

#include "html_hints.h"
#include "html_meta.h"
#include "html_score.h"

/* What a line before the text is. */
enum html_front { HTML_FRONT_NONE, HTML_FRONT_SUMMARY, HTML_FRONT_NAME, HTML_FRONT_DATE, HTML_FRONT_SITE };

struct html_page {
    struct html_tree tree;
    struct html_lines lines;
    struct html_article article;
    struct html_facts facts;
    size_t headline;      /* the line; lines.count if there is none */
    unsigned char *front; /* per line, enum html_front */
};

/* The hints of the line's ancestors that do not hold the article's text too. */
unsigned html_hints_around(const struct html_page *page, const struct html_line *line);

/* The line's words as they are read. */
void html_line_gather(const struct html_page *page, const struct html_line *line, struct buf *text);

#endif
