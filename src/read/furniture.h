/* What a website stands between and behind the paragraphs: links under their heading, buttons, lists of contents.
 */
#ifndef READ_FURNITURE_H
#define READ_FURNITURE_H

#include "draft.h"

/* Adds the features that its neighbours give a line of a website; `body` is the first paragraph. */
void furniture_find(struct draft *draft, size_t body);

#endif
