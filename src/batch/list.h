/* Lists of articles: a path a line, or each ended by NUL as find -print0 prints them. */
#ifndef BATCH_LIST_H
#define BATCH_LIST_H

#include "batch.h"
#include "items.h"

/* Adds the articles that the list names, those that are not there too.  Fails with NR_USAGE when it is no list. */
bool list_read(const struct batch *batch, struct items *items, struct nr_error *error);

#endif
