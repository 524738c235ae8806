/* A process for an article, with limits: what happens in it harms no other. */
#ifndef BATCH_WORKER_H
#define BATCH_WORKER_H

#include "article.h"
#include "buf.h"
#include "tokens.h"

#include <stdatomic.h>
#include <sys/types.h>

/* What a worker and the run both see. */
struct share {
    atomic_uint held; /* tokens */
    atomic_ullong done;
    atomic_ullong all;
    atomic_uint stage;   /* enum nr_stage */
    atomic_uint waiting; /* for another run that has the article: that costs it no time */
};

struct worker {
    pid_t pid; /* 0: free */
    int fd;    /* its outcome comes from here, and then the end */
    struct task *task;
    struct share *share;
    struct buf said;
    uint64_t started_ms;
    uint64_t patience_ms;
    uint64_t due_ms;
    bool overdue;
};

/* Milliseconds since some moment. */
uint64_t worker_clock_ms(void);

/* Starts one.  The caller has no threads. */
bool worker_start(struct worker *worker, const struct run_context *run, const struct nr_tokens *tokens,
                  struct task *task, struct nr_error *error);

/* Takes what it said; false at the end. */
bool worker_read(struct worker *worker);

/* Asks it to stop soon. */
void worker_stop(const struct worker *worker);

/* Kills it: its time is over. */
void worker_expire(struct worker *worker);

/* At the end: fills the task's outcome, hands each line of its notes to `tell`, and frees the worker. */
void worker_end(struct worker *worker, const struct run_context *run, const struct nr_tokens *tokens,
                void (*tell)(void *context, const char *line), void *context);

#endif
