/* What the user is told of a run, while it lasts and in the end. */
#ifndef BATCH_REPORT_H
#define BATCH_REPORT_H

#include "batch.h"
#include "task.h"

#include <stdio.h>

#define FATES  (FATE_FAILED + 1)
#define FAULTS (FAULT_TRANSIENT + 1)

struct report {
    const struct batch *batch;
    bool drawn; /* a line stands on the terminal and must be cleared */
    uint64_t started_ms;
    uint64_t drawn_ms;
    size_t all;
    size_t done;
    size_t fates[FATES];
    size_t faults[FAULTS];
    uint64_t bytes_all; /* of the articles that need work */
    uint64_t bytes_done;
    double sound_s;
    FILE *log; /* NULL: none */
    FILE *shard_log;
    size_t old;  /* failures that were told of before */
    size_t gone; /* articles whose recordings are left */
    size_t pruned;
};

/* Starts, with the logs. */
bool report_begin(struct report *report, const struct batch *batch, size_t count, struct nr_error *error);

/* Closes the logs. */
bool report_close(struct report *report, struct nr_error *error);

/* Tells what became of an article. */
void report_task(struct report *report, const struct task *task);

/* Counts an article that failed before and was told of then. */
void report_old(struct report *report, const struct task *task);

/* Was anything made, or tried? */
bool report_has_news(const struct report *report);

/* A line for standard error. */
void report_line(struct report *report, const char *line);

/* Shows how far it is, when it is time to; `bytes_now` are those done of what is in hand. */
void report_progress(struct report *report, uint64_t bytes_now);

/* The summary. */
void report_end(struct report *report);

/* The run as an exit status.  True: all is well. */
bool report_status(const struct report *report, struct nr_error *error);

#endif
