/* Which blocks are spoken: the defaults for every role, and the user's wishes. */
#ifndef PLAN_DELIVERY_H
#define PLAN_DELIVERY_H

#include "narrator/article.h"

/* Is the block at `index` spoken?  When it is not, *counts says whether the listener misses something. */
bool delivery_speaks(const struct nr_article *article, const struct nr_settings *settings, size_t index,
                     bool *counts);

/* What is told of a block, to be said in full: where its words hold one of these characters the number stands. */
#define TELLING_NUMBER '#'
#define TELLING_COUNT  '%'

struct telling {
    const char *words; /* NULL: nothing */
    size_t number;     /* of the block in its list, table ... */
    size_t count;      /* of what is in that */
};

/* Blocks of one role in a row, first..end-1; a zeroed struct is none.  Kept from block to block. */
struct run {
    size_t first;
    size_t end;
};

/* What is said in place of the block at `index`, which is not spoken.  Blocks of a role in a row are told of once.
 */
struct telling delivery_announcement(const struct nr_article *article, const struct nr_settings *settings,
                                     size_t index, struct run *run);

/* What is said before the block at `index`, which is spoken. */
struct telling delivery_lead(const struct nr_article *article, const struct nr_settings *settings, size_t index,
                             struct run *run);

#endif
