/* Raw HTML inside Markdown: its text is kept, its tags are not. */
#ifndef READ_TAGS_H
#define READ_TAGS_H

#include "leaf.h"

/* Between which marks the last part ended.  A zeroed struct begins a block. */
struct tags {
    enum { TAGS_TEXT, TAGS_TAG, TAGS_COMMENT, TAGS_SCRIPT } state;
};

/* Gives the text in source bytes start..end to `leaf`. */
void tags_strip(struct tags *tags, struct leaf *leaf, size_t start, size_t end);

/* Opens the link that the tag "<a href=...>" opens, or ends it at "</a>"; other tags do nothing. */
void tags_link(struct leaf *leaf, struct str tag);

#endif
