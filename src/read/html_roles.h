/* What the elements around a line make of it. */
#ifndef READ_HTML_ROLES_H
#define READ_HTML_ROLES_H

#include "draft.h"
#include "html_page.h"

/* The line's role by its mark-up. */
struct markup html_role_of(const struct html_page *page, const struct html_line *line);

/* Where the count of a numbered list stands.  A zeroed struct is ready. */
struct html_count {
    uint32_t list;
    uint32_t reached; /* the node behind the items counted */
    unsigned number;  /* of the last one */
};

/* The number before the line's text, if it begins an item of a numbered list; else 0.  Lines come in order. */
unsigned html_item_number(const struct html_page *page, const struct html_line *line, struct html_count *count);

/* The language of the whole line, if it is stated inside the article; NULL: the page's. */
const char *html_language_of(const struct html_page *page, const struct html_line *line);

#endif
