#include "helper_child.h"

#include "helper_work.h"
#include "memory_file.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define WHY_BYTES 128

/* Two reports with an event a word, and more. */
#define REPORTS_MAX ((size_t)1 << 20)

/* Ten seconds of sound and more. */
#define KEEP_BYTES ((size_t)1 << 20)

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

/* The file keeps its memory for the next child, which writes over it. */
static bool open_sound(struct child *child)
{
    if (child->sound_fd < 0)
        child->sound_fd = memory_file_open();
    return child->sound_fd >= 0 && lseek(child->sound_fd, 0, SEEK_SET) == 0;
}

bool child_start(struct child *child, const struct engine *engine, const struct wire_order *order,
                 unsigned sample_rate, const int *inherited, size_t count)
{
    int ends[2];
    pid_t helper = getpid();
    if (!open_sound(child) || pipe(ends) < 0)
        return false;
    pid_t pid = wire_unblock(ends[0]) ? fork() : -1;
    if (pid == 0) {
        close(ends[0]);
        keep_pipe(ends[1], inherited, count);
        work(engine, order, sample_rate, child->sound_fd, helper);
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
    return wire_in_read(&child->in, child->fd) && child->in.bytes.length <= REPORTS_MAX;
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

/* The last whole report; false when there is none, or what is behind it is not the start of another. */
static bool take_report(struct child *child, struct wire_report *report)
{
    struct wire_message message;
    enum wire_state state;
    bool taken = false, good = true;
    while (good && (state = wire_in_next(&child->in, &message)) == WIRE_WHOLE) {
        good = taken = message.type == WIRE_REPORT && message.report.id == child->id;
        *report = message.report;
    }
    return taken && state == WIRE_MORE;
}

/* No child is there any more that could change the file. */
static bool read_frames(struct child *child, size_t size)
{
    buf_clear(&child->frames);
    char *at = buf_extend(&child->frames, size);
    for (size_t done = 0; done < size;) {
        ssize_t count = pread(child->sound_fd, at + done, size - done, (off_t)done);
        if (count == 0 || (count < 0 && errno != EINTR))
            return false;
        done += count > 0 ? (size_t)count : 0;
    }
    return true;
}

/* Long sounds are few. */
static void shrink(struct child *child, size_t size)
{
    if (size <= KEEP_BYTES)
        return;
    buf_free(&child->frames);
    close(child->sound_fd);
    child->sound_fd = -1;
}

void child_end(struct child *child, const struct engine *engine, bool overdue, struct buf *out)
{
    char why[WHY_BYTES];
    struct wire_report report = {0};
    struct wire_message message = {.type = WIRE_SOUND};
    int status = reap(child);
    bool whole = take_report(child, &report);
    size_t size = whole ? report.frame_count * sizeof(int16_t) : 0;
    if (whole && read_frames(child, size)) {
        message.sound = (struct wire_sound){report.id,   report.outcome, report.sample_rate,     report.why,
                                            report.said, report.events,  buf_str(&child->frames)};
    } else {
        explain(why, child, &engine->limits, overdue, status);
        message.sound = (struct wire_sound){.id = child->id,
                                            .outcome = is_out_of_time(overdue, status) ? WIRE_HUNG : WIRE_DIED,
                                            .why = str_of(why)};
    }
    wire_put(out, &message);
    shrink(child, size);
    forget(child);
}

void child_kill(struct child *child)
{
    reap(child);
    forget(child);
}
