/* Which blocks are spoken: the defaults for every role, and the user's wishes. */
#ifndef PLAN_DELIVERY_H
#define PLAN_DELIVERY_H

#include "narrator/article.h"

/* Is the block at `index` spoken?  When it is not, *counts says whether the listener misses something. */
bool delivery_speaks(const struct nr_article *article, const struct nr_settings *settings, size_t index,
                     bool *counts);

/* What is said in place of the block at `index`, which is not spoken; NULL: nothing.  Blocks of a role in a row
 * are told of once. */
const char *delivery_announcement(const struct nr_article *article, const struct nr_settings *settings,
                                  size_t index);

#endif
