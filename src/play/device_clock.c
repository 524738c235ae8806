/* Outputs that need no sound card: nothing, or a file of raw 16-bit frames.  A paced one takes the time that
 * hearing takes and holds what was heard; the other takes all at once. */
#include "device.h"

#include "fail.h"
#include "memory.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define WHOLE_FRAMES 8192 /* an unpaced file takes this much at a time */

struct ticker {
    int fd;           /* -1: heard by nobody */
    uint64_t last_ns; /* when the frames before `frames` were heard; 0: nothing runs */
    int16_t *frames;  /* not heard yet */
    size_t count;
    size_t capacity;
};

static uint64_t now_ns(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
}

static bool write_frames(const struct device *device, int fd, const int16_t *frames, size_t count,
                         struct nr_error *error)
{
    const char *at = (const char *)frames;
    for (size_t left = fd < 0 ? 0 : count * sizeof *frames; left > 0;) {
        ssize_t done = write(fd, at, left);
        if (done < 0 && errno != EINTR)
            return fail_errno(error, "%s: can't write", device->target);
        at += done > 0 ? done : 0;
        left -= done > 0 ? (size_t)done : 0;
    }
    return true;
}

static bool clock_open(struct device *device, struct nr_error *error)
{
    struct ticker *ticker = memory_alloc(sizeof *ticker);
    ticker->fd = device->target ? open(device->target, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666) : -1;
    ticker->capacity = (size_t)device->sample_rate * DEVICE_BUFFER_MS / 1000;
    ticker->frames = memory_alloc(ticker->capacity * sizeof *ticker->frames);
    device->state = ticker;
    if (!device->target || ticker->fd >= 0)
        return true;
    fail_errno(error, "%s: can't make the file", device->target);
    device->kind->close(device);
    return false;
}

static void clock_close(struct device *device)
{
    struct ticker *ticker = device->state;
    if (ticker->fd >= 0)
        close(ticker->fd);
    free(ticker->frames);
    free(ticker);
}

/* Frames of which the time has come leave the buffer; one that ran dry starts anew with what comes next. */
static bool tick(struct device *device, struct nr_error *error)
{
    struct ticker *ticker = device->state;
    uint64_t now = now_ns();
    if (!ticker->last_ns)
        ticker->last_ns = now;
    uint64_t due = (now - ticker->last_ns) * device->sample_rate / 1000000000u;
    size_t heard = due < ticker->count ? (size_t)due : ticker->count;
    ticker->last_ns += (uint64_t)heard * 1000000000u / device->sample_rate;
    ticker->count -= heard;
    if (!write_frames(device, ticker->fd, ticker->frames, heard, error))
        return false;
    memmove(ticker->frames, ticker->frames + heard, ticker->count * sizeof *ticker->frames);
    if (ticker->count == 0)
        ticker->last_ns = 0;
    return true;
}

static size_t paced_room(struct device *device)
{
    struct ticker *ticker = device->state;
    return ticker->capacity - ticker->count;
}

static bool paced_write(struct device *device, const int16_t *frames, size_t count, struct nr_error *error)
{
    struct ticker *ticker = device->state;
    if (count > paced_room(device))
        return fail(error, NR_FAILED, "%s: no room for %zu frames", device->kind->name, count);
    memcpy(ticker->frames + ticker->count, frames, count * sizeof *frames);
    ticker->count += count;
    return tick(device, error);
}

static size_t paced_pending(struct device *device)
{
    struct ticker *ticker = device->state;
    return ticker->count;
}

static bool clock_is_drained(struct device *device)
{
    return device->kind->pending(device) == 0;
}

static void paced_drop(struct device *device)
{
    struct ticker *ticker = device->state;
    ticker->count = 0;
    ticker->last_ns = 0;
}

static bool wait_others(struct pollfd *others, size_t count, int timeout_ms)
{
    if (poll(others, count, timeout_ms) < 0)
        for (size_t i = 0; i < count; i++)
            others[i].revents = 0;
    return true;
}

/* Half the buffer is left when it wakes, so a late waking loses nothing. */
static bool paced_wait(struct device *device, bool for_room, struct pollfd *others, size_t count, int timeout_ms,
                       struct nr_error *error)
{
    struct ticker *ticker = device->state;
    int half_ms = (int)(DEVICE_BUFFER_MS / 2);
    bool busy = for_room || ticker->count > 0;
    if (busy && (timeout_ms < 0 || timeout_ms > half_ms))
        timeout_ms = half_ms;
    return wait_others(others, count, timeout_ms) && tick(device, error);
}

static size_t file_room(struct device *device)
{
    (void)device;
    return WHOLE_FRAMES;
}

static bool file_write(struct device *device, const int16_t *frames, size_t count, struct nr_error *error)
{
    struct ticker *ticker = device->state;
    return write_frames(device, ticker->fd, frames, count, error);
}

static size_t file_pending(struct device *device)
{
    (void)device;
    return 0;
}

static void file_drop(struct device *device)
{
    (void)device;
}

static bool file_wait(struct device *device, bool for_room, struct pollfd *others, size_t count, int timeout_ms,
                      struct nr_error *error)
{
    (void)device, (void)error;
    return wait_others(others, count, for_room ? 0 : timeout_ms);
}

const struct device_kind device_null = {
    .name = "null",
    .open = clock_open,
    .room = paced_room,
    .write = paced_write,
    .pending = paced_pending,
    .is_drained = clock_is_drained,
    .drop = paced_drop,
    .wait = paced_wait,
    .close = clock_close,
};

const struct device_kind device_paced = {
    .name = "paced",
    .target = "FILE",
    .needs_target = true,
    .open = clock_open,
    .room = paced_room,
    .write = paced_write,
    .pending = paced_pending,
    .is_drained = clock_is_drained,
    .drop = paced_drop,
    .wait = paced_wait,
    .close = clock_close,
};

const struct device_kind device_file = {
    .name = "file",
    .target = "FILE",
    .needs_target = true,
    .open = clock_open,
    .room = file_room,
    .write = file_write,
    .pending = file_pending,
    .is_drained = clock_is_drained,
    .drop = file_drop,
    .wait = file_wait,
    .close = clock_close,
};
