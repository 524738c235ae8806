#include "worker.h"

#include "fail.h"
#include "path.h"
#include "sanitized.h"
#include "temporary.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* The largest article that is taken needs less than half of it. */
#define MEMORY_MAX ((rlim_t)2 << 30)

static volatile sig_atomic_t stop;

static void remember(int number)
{
    stop = number;
}

uint64_t worker_clock_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000;
}

/* A signal may come twice, to the whole group and passed on by the run: it must not kill what is cleaning up. */
static void catch_signals(pid_t parent)
{
    static const int numbers[] = {SIGINT, SIGTERM, SIGHUP};
    struct sigaction action = {.sa_handler = remember};
    sigemptyset(&action.sa_mask);
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        sigaction(numbers[i], &action, NULL);
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    if (getppid() != parent)
        stop = SIGTERM;
}

static void set_limits(void)
{
    setrlimit(RLIMIT_CORE, &(struct rlimit){0, 0});
    if (!SANITIZED) /* the address sanitizer reserves terabytes */
        setrlimit(RLIMIT_AS, &(struct rlimit){MEMORY_MAX, MEMORY_MAX});
}

static void report(void *context, enum nr_stage stage, uint64_t done, uint64_t all)
{
    struct share *share = context;
    atomic_store(&share->stage, (unsigned)stage);
    atomic_store(&share->done, done);
    atomic_store(&share->all, all);
}

static bool write_all(int fd, struct str bytes)
{
    while (bytes.length) {
        ssize_t written = write(fd, bytes.at, bytes.length);
        if (written < 0 && errno != EINTR)
            return false;
        bytes = str_slice(bytes, written > 0 ? (size_t)written : 0, bytes.length);
    }
    return true;
}

/* The notes come first, a line each; the outcome, which has one length, is the end. */
static int narrate(const struct worker *worker, const struct run_context *run, const struct nr_tokens *tokens,
                   int fd)
{
    struct nr_tokens shared = *tokens;
    struct run_context here = *run;
    struct nr_settings settings = run->batch->settings;
    struct outcome outcome;
    struct buf notes = {0};
    shared.held = &worker->share->held;
    settings.tokens = &shared;
    settings.stop = &stop;
    settings.progress = (struct nr_progress){report, worker->share};
    here.waiting = &worker->share->waiting;
    article_narrate(&here, &settings, worker->task, &outcome, &notes);
    bool told =
        write_all(fd, buf_str(&notes)) && write_all(fd, (struct str){(const char *)&outcome, sizeof outcome});
    buf_free(&notes);
    return told ? 0 : 1;
}

bool worker_start(struct worker *worker, const struct run_context *run, const struct nr_tokens *tokens,
                  struct task *task, struct nr_error *error)
{
    int ends[2];
    pid_t parent = getpid();
    if (pipe(ends) != 0)
        return fail_errno(error, "can't make a pipe");
    struct share *share = worker->share;
    *worker = (struct worker){.fd = ends[0], .task = task, .share = share, .started_ms = worker_clock_ms()};
    atomic_store(&share->done, 0);
    atomic_store(&share->all, 0);
    atomic_store(&share->waiting, 0);
    fcntl(ends[0], F_SETFD, FD_CLOEXEC);
    fcntl(ends[1], F_SETFD, FD_CLOEXEC);
    fflush(NULL);
    worker->pid = fork();
    if (worker->pid == 0) {
        catch_signals(parent);
        set_limits();
        close(ends[0]);
        _exit(narrate(worker, run, tokens, ends[1]));
    }
    close(ends[1]);
    if (worker->pid > 0)
        return true;
    worker->pid = 0;
    close(ends[0]);
    return fail_errno(error, "can't start a process for an article");
}

bool worker_read(struct worker *worker)
{
    char part[4096];
    ssize_t got = read(worker->fd, part, sizeof part);
    if (got > 0)
        buf_append(&worker->said, (struct str){part, (size_t)got});
    return got > 0 || (got < 0 && errno == EINTR);
}

void worker_stop(const struct worker *worker)
{
    kill(worker->pid, SIGTERM);
}

void worker_expire(struct worker *worker)
{
    worker->overdue = true;
    kill(worker->pid, SIGKILL);
}

/* What became of a process that did not say it. */
static struct outcome explain(const struct worker *worker, int status)
{
    char message[256];
    const char *path = worker->task->item->path;
    int number = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    if (worker->overdue) {
        snprintf(message, sizeof message, "%.180s: took longer than %llu s; see --timeout", path,
                 (unsigned long long)worker->patience_ms / 1000);
        return outcome_failed(FAULT_LIMIT, message);
    }
    if (number == SIGKILL) {
        snprintf(message, sizeof message, "%.180s: its process was killed; is there memory enough?", path);
        return outcome_failed(FAULT_TRANSIENT, message);
    }
    if (number)
        snprintf(message, sizeof message, "%.180s: its process crashed (%s)", path, strsignal(number));
    else
        snprintf(message, sizeof message, "%.180s: its process ended without a result (exit %d)", path,
                 WEXITSTATUS(status));
    return outcome_failed(FAULT_PERMANENT, message);
}

static void tell_notes(struct str notes, void (*tell)(void *context, const char *line), void *context)
{
    char text[1024];
    struct str line;
    while (str_take_line(&notes, &line)) {
        snprintf(text, sizeof text, "%.*s", (int)line.length, line.at);
        tell(context, text);
    }
}

void worker_end(struct worker *worker, const struct run_context *run, const struct nr_tokens *tokens,
                void (*tell)(void *context, const char *line), void *context)
{
    int status = 0;
    struct outcome *outcome = &worker->task->outcome;
    struct str said = buf_str(&worker->said);
    while (waitpid(worker->pid, &status, 0) < 0 && errno == EINTR)
        ;
    bool told = status == 0 && said.length >= sizeof *outcome;
    if (told)
        memcpy(outcome, said.at + said.length - sizeof *outcome, sizeof *outcome);
    else
        *outcome = explain(worker, status);
    tell_notes(str_slice(said, 0, told ? said.length - sizeof *outcome : 0), tell, context);
    if (!told) {
        struct nr_arena *arena = arena_new();
        temporary_sweep(path_join(arena, run->batch->out, worker->task->item->output));
        arena_free(arena);
    }
    tokens_put_back(tokens, &worker->share->held);
    worker->task->seconds = (double)(worker_clock_ms() - worker->started_ms) / 1000;
    buf_free(&worker->said);
    close(worker->fd);
    worker->pid = 0;
}
