/* Digests: several articles in a file, a chapter each, for a way to work or an evening. */
#ifndef BATCH_DIGEST_H
#define BATCH_DIGEST_H

#include "run.h"

/* Is it a digest's id, not an article's? */
bool digest_has_id(const char *id);

/* Makes the digests of the run's articles that have a recording; those that would be the same are left.  Deletes
 * those that there are too many of. */
bool digest_work(const struct run *run, struct nr_error *error);

#endif
