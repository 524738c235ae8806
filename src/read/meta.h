/* What an article says of itself: title, writer, date. */
#ifndef READ_META_H
#define READ_META_H

#include "narrator/article.h"

/* Fills title, byline and date, where they are NULL, from the blocks; `title`, unless NULL, is the caller's
 * choice. */
void meta_find(struct nr_article *article, const char *title);

#endif
