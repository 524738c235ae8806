#include "speaker_link.h"

#include "fail.h"
#include "memory.h"
#include "memory_file.h"
#include "tokens.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#define START_MS   20000
#define LEAVE_MS   2000
#define KEEP_BYTES ((size_t)1 << 20)
#define GRACE_MS   3000 /* for the end of an order that took all its time, on a busy machine */

extern char **environ;

/* The helper's standard output is not the caller's: it must not keep a pipe of the caller's open. */
static int spawn(struct link *link, int end)
{
    char *arguments[] = {(char[]){"speak"}, NULL};
    posix_spawn_file_actions_t actions;
    int reason = posix_spawn_file_actions_init(&actions);
    if (reason)
        return reason;
    reason = posix_spawn_file_actions_adddup2(&actions, end, STDIN_FILENO);
    if (!reason)
        reason = posix_spawn_file_actions_adddup2(&actions, link->sound_fd, WIRE_SOUND_FD);
    if (!reason)
        reason = posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    if (!reason)
        reason = posix_spawn(&link->pid, link->path, &actions, NULL, arguments, environ);
    posix_spawn_file_actions_destroy(&actions);
    return reason;
}

/* Out of the way of the helper's descriptors. */
static bool open_slots(struct link *link, struct nr_error *error)
{
    int fd = memory_file_open();
    link->sound_fd = fd < 0 ? -1 : fcntl(fd, F_DUPFD_CLOEXEC, WIRE_SOUND_FD + 1);
    if (fd >= 0)
        close(fd);
    link->slots_used = memory_alloc(link->slot_count * sizeof *link->slots_used);
    return link->sound_fd >= 0 || fail_errno(error, "can't keep sound in memory");
}

static void close_slots(struct link *link)
{
    if (link->sound_fd >= 0)
        close(link->sound_fd);
    free(link->slots_used);
    link->slots_used = NULL;
    link->sound_fd = -1;
}

static bool start_process(struct link *link, struct nr_error *error)
{
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) < 0)
        return fail_errno(error, "can't talk to the speech helper");
    link->fd = ends[0];
    int reason = wire_unblock(ends[0]) ? spawn(link, ends[1]) : errno;
    close(ends[1]);
    if (!reason)
        return true;
    close(ends[0]);
    link->pid = 0;
    errno = reason;
    return fail_errno(error, "can't start the speech helper %s", link->path);
}

static void say_hello(struct link *link)
{
    struct wire_message message = {.type = WIRE_HELLO};
    message.hello = (struct wire_hello){WIRE_VERSION, link->jobs, str_of(link->engine), {{0}}};
    for (size_t i = 0; i < WIRE_VARIANTS; i++)
        message.hello.variants[i] = str_of(link->variants[i]);
    wire_put(&link->out.bytes, &message);
}

static bool understand(struct link *link, const struct wire_message *message, struct nr_error *error)
{
    if (message->type == WIRE_REFUSAL) {
        struct str why = message->refusal.why;
        enum nr_status status = message->refusal.status == NR_USAGE ? NR_USAGE : NR_FAILED;
        return fail(error, status, "%.*s", (int)why.length, why.at);
    }
    if (message->type != WIRE_READY || message->ready.version != WIRE_VERSION || !message->ready.sample_rate)
        return fail(error, NR_FAILED, "%s is no speech helper of this version; install narrate anew", link->path);
    snprintf(link->title, sizeof link->title, "%.*s", (int)message->ready.engine.length, message->ready.engine.at);
    link->sample_rate = message->ready.sample_rate;
    link->patience_ms = (uint64_t)message->ready.order_ms + GRACE_MS;
    return true;
}

static bool await_ready(struct link *link, struct nr_error *error)
{
    struct wire_message message;
    enum wire_state state;
    link->patience_ms = START_MS;
    link_expect(link);
    while ((state = wire_in_next(&link->in, &message)) == WIRE_MORE) {
        if (link_stopped(link))
            return fail(error, NR_STOPPED, "stopped");
        if (!link_exchange(link, LINK_TURN_MS))
            return fail(error, NR_FAILED, "the speech helper %s does not answer; install narrate anew",
                        link->path);
    }
    if (state == WIRE_BAD)
        return fail(error, NR_FAILED, "%s is no speech helper; install narrate anew", link->path);
    return understand(link, &message, error);
}

/* The helper leaves when it sees the end of the socket; the wait is for that. */
static void await_leave(struct link *link)
{
    struct wire_clock clock = {0};
    struct pollfd helper = {.fd = link->fd, .events = POLLIN};
    wire_clock_tick(&clock);
    shutdown(link->fd, SHUT_WR);
    while (wire_clock_tick(&clock) < LEAVE_MS) {
        poll(&helper, 1, LINK_TURN_MS);
        wire_in_free(&link->in);
        if (helper.revents && !wire_in_read(&link->in, link->fd))
            break;
    }
}

void link_kill(struct link *link)
{
    if (!link->pid)
        return;
    kill(link->pid, SIGKILL);
    while (waitpid(link->pid, NULL, 0) < 0 && errno == EINTR)
        ;
    close(link->fd);
    close_slots(link);
    wire_in_free(&link->in);
    wire_out_free(&link->out);
    link->pid = 0;
}

void link_end(struct link *link)
{
    if (link->pid)
        await_leave(link);
    link_kill(link);
}

bool link_take_slot(struct link *link, uint32_t *slot)
{
    for (*slot = 0; *slot < link->slot_count; ++*slot)
        if (!link->slots_used[*slot])
            return link->slots_used[*slot] = true;
    return false;
}

void link_free_slot(struct link *link, uint32_t slot)
{
    link->slots_used[slot] = false;
}

/* Long sounds are few, and keep no memory. */
bool link_read(const struct link *link, uint32_t slot, int16_t *frames, size_t count)
{
    off_t start = (off_t)(slot * WIRE_SLOT_BYTES);
    size_t size = count * sizeof *frames, done = 0;
    while (done < size) {
        ssize_t got = pread(link->sound_fd, (char *)frames + done, size - done, start + (off_t)done);
        if (got == 0 || (got < 0 && errno != EINTR))
            return false;
        done += got > 0 ? (size_t)got : 0;
    }
    if (size > KEEP_BYTES)
        memory_file_empty(link->sound_fd, start, (off_t)size);
    return true;
}

void link_expect(struct link *link)
{
    link->heard_ms = wire_clock_tick(&link->clock);
}

bool link_flush(struct link *link)
{
    return wire_out_flush(&link->out, link->fd);
}

bool link_exchange(struct link *link, int wait_ms)
{
    if (!link_flush(link))
        return false;
    short flush = wire_out_waiting(&link->out) ? POLLOUT : 0;
    struct pollfd ends[] = {{.fd = link->fd, .events = (short)(POLLIN | flush)},
                            {.fd = link->hungry ? link->tokens->take_fd : -1, .events = POLLIN}};
    if (poll(ends, 2, wait_ms) < 0)
        ends[0].revents = 0;
    uint64_t now_ms = wire_clock_tick(&link->clock);
    if (!(ends[0].revents & ~POLLOUT))
        return now_ms - link->heard_ms < link->patience_ms;
    link->heard_ms = now_ms;
    return wire_in_read(&link->in, link->fd);
}

bool link_stopped(const struct link *link)
{
    return link->stop && *link->stop;
}

bool link_begin(struct link *link, struct nr_error *error)
{
    if (!open_slots(link, error) || !start_process(link, error)) {
        close_slots(link);
        return false;
    }
    say_hello(link);
    link_flush(link); /* a helper that is gone is noticed by who waits for it */
    return true;
}

bool link_await(struct link *link, struct nr_error *error)
{
    if (await_ready(link, error))
        return true;
    link_kill(link);
    return false;
}

bool link_start(struct link *link, struct nr_error *error)
{
    return link_begin(link, error) && link_await(link, error);
}
