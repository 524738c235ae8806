/* A run: all articles that were found, several at a time. */
#ifndef BATCH_RUN_H
#define BATCH_RUN_H

#include "report.h"
#include "worker.h"

struct run {
    struct run_context shared;
    const struct batch *batch;
    bool news_only; /* say nothing of what was said before */
    struct nr_arena *arena;
    struct items items; /* all that were found */
    struct task *tasks; /* those of this shard, in the order of the items */
    size_t task_count;
    struct report report;
};

/* Works on all tasks that are not settled. */
bool run_work(struct run *run, struct nr_error *error);

#endif
