/* What became of each article, for programs: a line of JSON each. */
#ifndef BATCH_LOG_H
#define BATCH_LOG_H

#include "batch.h"
#include "task.h"

#include <stdio.h>

/* Starts a log at `path`; fails with NR_FAILED.  To be closed with log_close(). */
bool log_open(const char *path, FILE **log, struct nr_error *error);

/* Adds the line of an article. */
void log_task(FILE *log, const struct batch *batch, const struct task *task);

/* Fails when not all could be written. */
bool log_close(FILE *log, const char *path, struct nr_error *error);

/* The path of the log of this attempt at the batch's shard, below the output folder. */
const char *log_shard_path(const struct batch *batch, struct nr_arena *arena);

/* What the logs of all attempts at all shards add up to. */
struct log_sum {
    size_t logs;
    size_t lines;
    size_t made;
    size_t failed; /* attempts */
    double seconds;
    double sound_s;
};

struct log_sum log_add_up(const struct batch *batch);

#endif
