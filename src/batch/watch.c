#include "watch.h"

#include "buf.h"
#include "fail.h"
#include "memory.h"
#include "message.h"
#include "pass.h"
#include "path.h"

#include <errno.h>
#include <poll.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

/* A change is acted on when nothing has happened for a moment, which is how editors save, but soon in any case. */
#define QUIET_MS 100u
#define HURRY_MS 600u
#define TURN_MS  100
#define MASK     (IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE | IN_MODIFY | IN_ONLYDIR)
#define FINISHED (IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE)

struct watch {
    const struct batch *batch;
    int fd;
    char **folders; /* by watch descriptor; NULL: none */
    size_t folder_count;
    char **open; /* paths of files that somebody is writing */
    size_t open_count;
    size_t open_capacity;
    uint64_t first_ms; /* the first change that was not acted on; 0: there is none */
    uint64_t last_ms;
    bool failed; /* a folder can't be watched, which has been said */
};

static uint64_t now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000 + 1;
}

static char *copy(const char *text)
{
    size_t size = strlen(text) + 1;
    return memcpy(memory_alloc(size), text, size);
}

static void watch_folder(void *context, const char *path)
{
    struct watch *watch = context;
    int number = inotify_add_watch(watch->fd, path, MASK);
    if (number < 0) {
        if (!watch->failed)
            message("%s: can't be watched: %s; see fs.inotify.max_user_watches", path, strerror(errno));
        watch->failed = true;
        return;
    }
    while (watch->folder_count <= (size_t)number) {
        watch->folders = memory_resize(watch->folders, watch->folder_count + 1, sizeof *watch->folders);
        watch->folders[watch->folder_count++] = NULL;
    }
    free(watch->folders[number]);
    watch->folders[number] = copy(path);
}

static size_t find_open(const struct watch *watch, const char *path)
{
    size_t i = 0;
    while (i < watch->open_count && strcmp(watch->open[i], path) != 0)
        i++;
    return i;
}

static bool is_open(void *context, const char *path)
{
    const struct watch *watch = context;
    return find_open(watch, path) < watch->open_count;
}

static void add_open(struct watch *watch, const char *path)
{
    if (find_open(watch, path) < watch->open_count)
        return;
    void *open = watch->open;
    memory_reserve(&open, &watch->open_capacity, watch->open_count + 1, sizeof *watch->open);
    watch->open = open;
    watch->open[watch->open_count++] = copy(path);
}

static void remove_open(struct watch *watch, const char *path)
{
    size_t i = find_open(watch, path);
    if (i == watch->open_count)
        return;
    free(watch->open[i]);
    watch->open[i] = watch->open[--watch->open_count];
}

static void forget_open(struct watch *watch)
{
    while (watch->open_count)
        free(watch->open[--watch->open_count]);
}

static bool is_empty(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISREG(status.st_mode) && status.st_size == 0;
}

static void note_change(struct watch *watch)
{
    watch->last_ms = now_ms();
    if (!watch->first_ms)
        watch->first_ms = watch->last_ms;
}

/* A file that is created empty, or written to, is not read until it is closed. */
static void take_event(struct watch *watch, const struct inotify_event *event)
{
    size_t number = (size_t)event->wd;
    if (event->mask & IN_Q_OVERFLOW) {
        forget_open(watch);
        note_change(watch);
    }
    const char *folder = event->wd >= 0 && number < watch->folder_count ? watch->folders[number] : NULL;
    if (!folder || !event->len || event->name[0] == '.')
        return;
    struct nr_arena *arena = arena_new();
    const char *path = path_join(arena, folder, event->name);
    if (event->mask & FINISHED)
        remove_open(watch, path);
    else if (!(event->mask & IN_ISDIR) && (event->mask & IN_MODIFY || is_empty(path)))
        add_open(watch, path);
    if (!(event->mask & IN_MODIFY))
        note_change(watch);
    arena_free(arena);
}

static void take_events(struct watch *watch)
{
    _Alignas(struct inotify_event) char bytes[16384];
    ssize_t got = read(watch->fd, bytes, sizeof bytes);
    for (ssize_t at = 0; at < got;) {
        struct inotify_event *event = (struct inotify_event *)(void *)(bytes + at);
        take_event(watch, event);
        at += (ssize_t)(sizeof *event + event->len);
    }
}

static bool is_stopped(const struct watch *watch)
{
    return watch->batch->settings.stop && *watch->batch->settings.stop;
}

/* Until there is something to do; a wish to stop waits for a turn at most. */
static int wait_ms(const struct watch *watch)
{
    uint64_t now = now_ms();
    if (!watch->first_ms)
        return TURN_MS;
    uint64_t quiet = watch->last_ms + QUIET_MS, hurry = watch->first_ms + HURRY_MS;
    uint64_t due = quiet < hurry ? quiet : hurry;
    return due > now ? (int)(due - now) : 0;
}

static void await_change(struct watch *watch)
{
    int left;
    while (!is_stopped(watch) && (left = wait_ms(watch)) > 0) {
        struct pollfd events = {.fd = watch->fd, .events = POLLIN};
        if (poll(&events, 1, left) > 0)
            take_events(watch);
    }
    watch->first_ms = 0;
}

/* What came while a pass went on waits in the kernel, and is a change. */
static bool go_on(struct watch *watch, struct nr_error *error)
{
    struct pass pass = {.hook = {watch_folder, watch}, .is_open = is_open};
    while (!is_stopped(watch)) {
        bool ok = pass_run(watch->batch, &pass, error);
        if (!ok && error->status != NR_SOME_FAILED && error->status != NR_WORDS_LOST) {
            if (error->status == NR_STOPPED || !pass.news_only || access(watch->batch->source, R_OK) != 0)
                return false;
            message("%s", error->message);
        }
        pass.news_only = true;
        await_change(watch);
    }
    return fail(error, NR_STOPPED, "stopped");
}

bool watch_run(const struct batch *batch, struct nr_error *error)
{
    struct stat status;
    if (stat(batch->source, &status) != 0 || !S_ISDIR(status.st_mode))
        return fail(error, NR_USAGE, "--watch: %s is no folder", batch->source);
    struct watch watch = {.batch = batch, .fd = inotify_init1(IN_CLOEXEC | IN_NONBLOCK)};
    if (watch.fd < 0)
        return fail_errno(error, "--watch: the system can't");
    bool ok = go_on(&watch, error);
    close(watch.fd);
    forget_open(&watch);
    free(watch.open);
    for (size_t i = 0; i < watch.folder_count; i++)
        free(watch.folders[i]);
    free(watch.folders);
    return ok;
}
