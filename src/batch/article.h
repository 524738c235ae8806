/* What is done for one article, in a process of its own. */
#ifndef BATCH_ARTICLE_H
#define BATCH_ARTICLE_H

#include "batch.h"
#include "buf.h"
#include "task.h"

#include <stdatomic.h>

/* What all articles of a run share. */
struct run_context {
    const struct batch *batch;
    struct key context;
    struct key versions;
    atomic_uint *waiting; /* in an article's process: is it waiting for another run? */
};

/* Makes the task's recording, if it has to be made.  `notes` takes what there is to say about the article, a line
 * each. */
void article_narrate(const struct run_context *run, const struct nr_settings *settings, const struct task *task,
                     struct outcome *outcome, struct buf *notes);

/* Is the recording that is remembered there, as it was written? */
bool article_is_there(const struct batch *batch, const struct record *record);

/* The absolute path, as it is remembered. */
const char *article_source(const struct item *item, struct nr_arena *arena);

#endif
