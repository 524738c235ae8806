/* What tells one article from the others in a recording of several. */
#ifndef READ_OPENING_H
#define READ_OPENING_H

#include "narrator/article.h"

/* Puts a block before all others that names the site and the date, and the title if no headline does.  Needs
 * meta_find(). */
void opening_add(struct nr_article *article);

#endif
