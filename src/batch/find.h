/* Finds the articles: in a folder and those below it, or in a list. */
#ifndef BATCH_FIND_H
#define BATCH_FIND_H

#include "batch.h"
#include "items.h"

/* Told of each folder before it is looked into. */
struct find_hook {
    void (*folder)(void *context, const char *path); /* NULL: nobody wants to know */
    void *context;
};

/* Adds what the batch's source names, sorted by id.  A folder that can't be read becomes an item with a problem.
 * Fails when the source itself can't be read, NR_USAGE when it is no list. */
bool find_items(const struct batch *batch, struct find_hook hook, struct items *items, struct nr_error *error);

#endif
