#include "run.h"

#include "fail.h"
#include "memory.h"
#include "record.h"
#include "scratch.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define WORKERS_MAX 64u
#define TURN_MS     200
#define GRACE_MS    10000u /* for an article to stop */
#define HEAL_MS     5000u

/* By default an article may take ten minutes, and a second for each of its kilobytes. */
#define PATIENCE_S   600u
#define PER_SECOND_B 1024u

struct pool {
    struct run *run;
    struct nr_tokens tokens;
    unsigned jobs;
    struct worker workers[WORKERS_MAX];
    struct share *shares;
    struct task **queue; /* the largest first, so that none is left to a single processor in the end */
    size_t queued;
    size_t next;
    bool stopping;
    uint64_t stopped_ms;
    uint64_t idle_ms; /* since when no token was seen anywhere */
};

static unsigned job_count(const struct batch *batch)
{
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    unsigned jobs = batch->settings.jobs ? batch->settings.jobs : processors > 0 ? (unsigned)processors : 1;
    return jobs < WORKERS_MAX ? jobs : WORKERS_MAX;
}

static bool share_memory(struct pool *pool, struct nr_error *error)
{
    int fd = scratch_open();
    size_t size = pool->jobs * sizeof *pool->shares;
    void *shares = MAP_FAILED;
    if (fd >= 0 && ftruncate(fd, (off_t)size) == 0)
        shares = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    bool ok = shares != MAP_FAILED || fail_errno(error, "can't share memory in %s", scratch_folder());
    if (fd >= 0)
        close(fd);
    pool->shares = shares;
    for (unsigned i = 0; ok && i < pool->jobs; i++)
        pool->workers[i].share = &pool->shares[i];
    return ok;
}

static int larger_first(const void *a, const void *b)
{
    const struct task *one = *(struct task *const *)a, *two = *(struct task *const *)b;
    if (one->item->bytes != two->item->bytes)
        return one->item->bytes > two->item->bytes ? -1 : 1;
    return strcmp(one->item->id, two->item->id);
}

static void fill_queue(struct pool *pool)
{
    struct run *run = pool->run;
    pool->queue = memory_alloc((run->task_count + 1) * sizeof *pool->queue);
    for (size_t i = 0; i < run->task_count; i++)
        if (!run->tasks[i].settled)
            pool->queue[pool->queued++] = &run->tasks[i];
    if (pool->queued)
        qsort(pool->queue, pool->queued, sizeof *pool->queue, larger_first);
}

static bool is_stopped(const struct pool *pool)
{
    const volatile sig_atomic_t *stop = pool->run->batch->settings.stop;
    return stop && *stop;
}

/* A failure is remembered here: the process may not have lived to do it. */
static void remember_failure(struct run *run, const struct task *task)
{
    const char *out = run->batch->out;
    struct nr_arena *arena = arena_new();
    struct nr_error error;
    int lock;
    if (!run->batch->dry_run && record_lock(out, task->item->id, run->batch->settings.stop, &lock, &error)) {
        struct record *was = record_load(out, task->item->id, arena);
        struct record record = was ? *was : (struct record){.id = task->item->id};
        bool again = key_equal(&record.failed_inputs, &task->inputs);
        record.source = article_source(task->item, arena);
        record.fault = task->outcome.fault;
        record.message = task->outcome.message;
        record.attempts = again ? record.attempts + 1 : 1;
        record.failed_inputs = task->inputs;
        if (!record_save(out, &record, &error))
            report_line(&run->report, error.message);
        close(lock);
    }
    arena_free(arena);
}

static void settle(struct run *run, struct task *task)
{
    if (task->outcome.fate == FATE_FAILED)
        remember_failure(run, task);
    task->settled = task->outcome.fate != FATE_STOPPED;
    report_task(&run->report, task);
}

static unsigned working(const struct pool *pool)
{
    unsigned count = 0;
    for (unsigned i = 0; i < pool->jobs; i++)
        count += pool->workers[i].pid != 0;
    return count;
}

static void print_note(void *report, const char *line)
{
    report_line(report, line);
}

static void end_worker(struct pool *pool, struct worker *worker)
{
    struct run *run = pool->run;
    struct task *task = worker->task;
    bool killed = pool->stopping && !worker->overdue;
    worker_end(worker, &run->shared, &pool->tokens, print_note, &run->report);
    if (killed && task->outcome.fate == FATE_FAILED)
        task->outcome.fate = FATE_STOPPED;
    settle(run, task);
    if (task->outcome.fate == FATE_FAILED && run->batch->fail_fast)
        pool->next = pool->queued;
    if (!working(pool))
        tokens_restore(&pool->tokens, pool->jobs);
}

static bool start_workers(struct pool *pool, struct nr_error *error)
{
    const struct batch *batch = pool->run->batch;
    for (unsigned i = 0; i < pool->jobs && pool->next < pool->queued && !pool->stopping; i++) {
        struct worker *worker = &pool->workers[i];
        if (worker->pid)
            continue;
        struct task *task = pool->queue[pool->next];
        if (!worker_start(worker, &pool->run->shared, &pool->tokens, task, error))
            return working(pool) > 0; /* less at a time, then */
        pool->next++;
        uint64_t patience_s = batch->timeout_s ? batch->timeout_s : PATIENCE_S + task->item->bytes / PER_SECOND_B;
        worker->patience_ms = patience_s * 1000;
        worker->due_ms = worker->started_ms + worker->patience_ms;
    }
    return true;
}

static void stop_workers(struct pool *pool)
{
    uint64_t now_ms = worker_clock_ms();
    bool first = !pool->stopping;
    if (first)
        pool->stopped_ms = now_ms;
    pool->stopping = true;
    if (pool->run->batch->watch) /* a service finishes what is in hand */
        return;
    for (unsigned i = 0; i < pool->jobs; i++) {
        struct worker *worker = &pool->workers[i];
        if (worker->pid && first)
            worker_stop(worker);
        else if (worker->pid && now_ms - pool->stopped_ms > GRACE_MS)
            kill(worker->pid, SIGKILL);
    }
}

static void listen_to_workers(struct pool *pool)
{
    struct pollfd ends[WORKERS_MAX];
    for (unsigned i = 0; i < pool->jobs; i++)
        ends[i] = (struct pollfd){.fd = pool->workers[i].pid ? pool->workers[i].fd : -1, .events = POLLIN};
    if (poll(ends, pool->jobs, TURN_MS) < 0)
        return;
    uint64_t now_ms = worker_clock_ms();
    for (unsigned i = 0; i < pool->jobs; i++) {
        struct worker *worker = &pool->workers[i];
        if (worker->pid && atomic_load(&worker->share->waiting))
            worker->due_ms = now_ms + worker->patience_ms;
        else if (worker->pid && now_ms >= worker->due_ms && !worker->overdue)
            worker_expire(worker);
        if (ends[i].revents && !worker_read(worker))
            end_worker(pool, worker);
    }
}

/* When no token is in the pipe and nobody holds one, the dead took them all along. */
static void heal(struct pool *pool)
{
    struct pollfd pipe = {.fd = pool->tokens.take_fd, .events = POLLIN};
    unsigned held = 0;
    for (unsigned i = 0; i < pool->jobs; i++)
        held += atomic_load(&pool->shares[i].held);
    uint64_t now_ms = worker_clock_ms();
    if (held || poll(&pipe, 1, 0) != 0 || !pool->idle_ms)
        pool->idle_ms = now_ms;
    if (now_ms - pool->idle_ms < HEAL_MS)
        return;
    tokens_restore(&pool->tokens, pool->jobs);
    pool->idle_ms = now_ms;
}

/* Of the articles in hand; speech and writing count for half each. */
static uint64_t bytes_in_hand(const struct pool *pool)
{
    double bytes = 0;
    for (unsigned i = 0; i < pool->jobs; i++) {
        const struct worker *worker = &pool->workers[i];
        unsigned long long all = worker->pid ? atomic_load(&worker->share->all) : 0;
        if (!all)
            continue;
        double part = (double)atomic_load(&worker->share->done) / (double)all / 2;
        bool writing = atomic_load(&worker->share->stage) == NR_STAGE_WRITE;
        bytes += (double)worker->task->item->bytes * (writing ? 0.5 + part : part);
    }
    return (uint64_t)bytes;
}

static bool work(struct pool *pool, struct nr_error *error)
{
    bool ok = true;
    while (ok) {
        if (is_stopped(pool))
            stop_workers(pool);
        ok = start_workers(pool, error);
        if (!working(pool))
            break;
        listen_to_workers(pool);
        heal(pool);
        report_progress(&pool->run->report, bytes_in_hand(pool));
    }
    return ok;
}

bool run_work(struct run *run, struct nr_error *error)
{
    struct pool *pool = memory_alloc(sizeof *pool);
    pool->run = run;
    pool->jobs = job_count(run->batch);
    fill_queue(pool);
    bool ok = !pool->queued || tokens_open(&pool->tokens, pool->jobs, error);
    if (ok && pool->queued) {
        ok = share_memory(pool, error) && work(pool, error);
        if (pool->shares && pool->shares != MAP_FAILED)
            munmap(pool->shares, pool->jobs * sizeof *pool->shares);
        tokens_close(&pool->tokens);
    }
    free(pool->queue);
    free(pool);
    return ok;
}
