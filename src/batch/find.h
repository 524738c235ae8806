/* Finds the articles: in a folder and those below it, or in a list. */
#ifndef BATCH_FIND_H
#define BATCH_FIND_H

#include "batch.h"
#include "items.h"

/* Adds what the batch's source names, sorted by id.  A folder that can't be read becomes an item with a problem.
 * Fails when the source itself can't be read, NR_USAGE when it is no list. */
bool find_items(const struct batch *batch, struct items *items, struct nr_error *error);

#endif
