/* Passes for as long as nobody stops them: what is put into the folder is narrated. */
#ifndef BATCH_WATCH_H
#define BATCH_WATCH_H

#include "batch.h"

/* Goes on until it is stopped, NR_STOPPED.  Fails with NR_USAGE when the source is no folder. */
bool watch_run(const struct batch *batch, struct nr_error *error);

#endif
