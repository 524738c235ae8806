/* JSON-LD: what a page says of its article in the words of schema.org. */
#ifndef READ_HTML_JSONLD_H
#define READ_HTML_JSONLD_H

#include "html_meta.h"

/* Offers what `script` says of an article; what is no JSON says nothing. */
void html_jsonld_read(struct str script, struct html_facts *facts);

#endif
