/* A page's lines -> blocks with the roles that the mark-up gives them. */
#ifndef READ_HTML_BLOCKS_H
#define READ_HTML_BLOCKS_H

#include "draft.h"
#include "html_page.h"

/* Appends headline, summary, byline and the article's lines; if it is cut, the words that say so. */
void html_add_blocks(struct draft *draft, const struct html_page *page, bool cut);

#endif
