/* What stands between a page's headline and its text: standfirst, writer, date. */
#ifndef READ_HTML_FRONT_H
#define READ_HTML_FRONT_H

#include "html_page.h"

/* Marks the lines of the front as of the article, and says what they are in page->front. */
void html_front_find(struct html_page *page);

#endif
