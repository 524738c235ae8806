/* Titles without the name of the site. */
#ifndef READ_HTML_TITLE_H
#define READ_HTML_TITLE_H

#include "html_meta.h"

/* The part of `title` that is the article's: "Storm hits harbour" of "Storm hits harbour | News | The Gazette". */
struct str html_title_clean(struct str title, const struct html_facts *facts);

/* Is `text` the site's name, or its address without what is around it? */
bool html_title_is_site(struct str text, const struct html_facts *facts);

#endif
