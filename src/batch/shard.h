/* Parts of the work, for several machines that share a file system. */
#ifndef BATCH_SHARD_H
#define BATCH_SHARD_H

#include "batch.h"

/* Does the article belong to the shard?  The id alone decides, so that all machines agree. */
bool shard_has(struct batch_shard shard, const char *id);

#endif
