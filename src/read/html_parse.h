/* libxml2's HTML parser and its addresses, and nothing else of libxml2: source -> tree. */
#ifndef READ_HTML_PARSE_H
#define READ_HTML_PARSE_H

#include "html_tree.h"

#include "narrator/error.h"

/* Makes the tree of `source`, UTF-8 without NULs that a NUL follows; the caller frees it, values are in `arena`.
 * Fails with NR_REFUSED on a page that is nested too deep, has too many elements or is broken all over. */
bool html_parse(const char *name, struct str source, struct nr_arena *arena, struct html_tree *tree,
                struct nr_error *error);

/* `reference` as it is from the page at `base` (RFC 3986, section 5); itself if `base` is NULL or it is none. */
const char *html_resolve(struct nr_arena *arena, const char *base, const char *reference);

#endif
