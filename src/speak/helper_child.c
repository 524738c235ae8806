#include "helper_child.h"

#include "helper_work.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define WHY_BYTES 128

/* Twice an event a word, and more. */
#define SOUNDS_MAX ((size_t)1 << 20)

/* In the child.  Only the pipe to the helper stays open, for whoever holds another end of the helper's socket
 * or of a sibling's pipe hides a death from those who wait for it. */
static void keep_pipe(int write_end, const int *inherited, size_t count)
{
    dup2(write_end, STDOUT_FILENO);
    int nothing = open("/dev/null", O_RDONLY);
    dup2(nothing, STDIN_FILENO);
    close(nothing);
    close(write_end);
    for (size_t i = 0; i < count; i++)
        close(inherited[i]);
}

bool child_start(struct child *child, const struct engine *engine, const struct wire_order *order,
                 unsigned sample_rate, const int *inherited, size_t count)
{
    int ends[2];
    pid_t helper = getpid();
    if (pipe(ends) < 0)
        return false;
    pid_t pid = wire_unblock(ends[0]) ? fork() : -1;
    if (pid == 0) {
        close(ends[0]);
        keep_pipe(ends[1], inherited, count);
        work(engine, order, sample_rate, helper);
    }
    close(ends[1]);
    if (pid < 0) {
        close(ends[0]);
        return false;
    }
    child->pid = pid;
    child->fd = ends[0];
    child->id = order->id;
    return true;
}

bool child_read(struct child *child)
{
    return wire_in_read(&child->in, child->fd) && child->in.bytes.length <= SOUNDS_MAX;
}

static int reap(struct child *child)
{
    int status = 0;
    kill(child->pid, SIGKILL);
    while (waitpid(child->pid, &status, 0) < 0 && errno == EINTR)
        ;
    return status;
}

static void forget(struct child *child)
{
    close(child->fd);
    wire_in_free(&child->in);
    child->pid = 0;
}

static bool is_out_of_time(bool overdue, int status)
{
    return overdue || (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU);
}

static void explain(char *why, const struct child *child, const struct engine_limits *limits, bool overdue,
                    int status)
{
    if (overdue)
        snprintf(why, WHY_BYTES, "the engine hung for %u ms", limits->wall_ms);
    else if (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU)
        snprintf(why, WHY_BYTES, "the engine needed more than %u s of processor time", limits->processor_s);
    else if (child->in.bytes.length)
        snprintf(why, WHY_BYTES, "the engine's result was garbled");
    else if (WIFSIGNALED(status))
        snprintf(why, WHY_BYTES, "the engine crashed (%s)", strsignal(WTERMSIG(status)));
    else
        snprintf(why, WHY_BYTES, "the engine ended without a result (exit %d)", WEXITSTATUS(status));
}

/* The last whole sound; false when there is none, or what is behind it is not the start of another. */
static bool take_sound(struct child *child, struct wire_message *last)
{
    struct wire_message message;
    enum wire_state state;
    bool good = false;
    while ((state = wire_in_next(&child->in, &message)) == WIRE_WHOLE) {
        good = message.type == WIRE_SOUND && message.sound.id == child->id;
        *last = message;
    }
    return good && state == WIRE_MORE;
}

void child_end(struct child *child, const struct engine *engine, bool overdue, struct buf *out)
{
    char why[WHY_BYTES];
    struct wire_message message;
    int status = reap(child);
    if (!take_sound(child, &message)) {
        explain(why, child, &engine->limits, overdue, status);
        message = (struct wire_message){.type = WIRE_SOUND};
        message.sound = (struct wire_sound){.id = child->id,
                                            .outcome = is_out_of_time(overdue, status) ? WIRE_HUNG : WIRE_DIED,
                                            .why = str_of(why)};
    }
    wire_put(out, &message);
    forget(child);
}

void child_kill(struct child *child)
{
    reap(child);
    forget(child);
}
