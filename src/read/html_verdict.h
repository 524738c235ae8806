/* Is a page an article, and all of it? */
#ifndef READ_HTML_VERDICT_H
#define READ_HTML_VERDICT_H

#include "html_page.h"

#include "narrator/error.h"

/* Fails with NR_REFUSED, in one line, on a page that is none: an index, a login, an error, a challenge, nothing.
 */
bool html_verdict_check(const char *name, const struct html_page *page, struct nr_error *error);

/* Is the article's end missing: a teaser before a paywall? */
bool html_verdict_is_cut(const struct html_page *page);

#endif
