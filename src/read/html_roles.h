/* What the elements around a line make of it. */
#ifndef READ_HTML_ROLES_H
#define READ_HTML_ROLES_H

#include "draft.h"
#include "html_page.h"

/* The line's role by its mark-up. */
struct markup html_role_of(const struct html_page *page, const struct html_line *line);

/* The number before the line's text, if it begins an item of a numbered list; else 0. */
unsigned html_item_number(const struct html_page *page, const struct html_line *line);

/* The language of the whole line, if it is stated inside the article; NULL: the page's. */
const char *html_language_of(const struct html_page *page, const struct html_line *line);

#endif
