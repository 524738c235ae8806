#include "sink.h"

#include "fail.h"

#include <errno.h>
#include <poll.h>
#include <unistd.h>

/* A descriptor that we were given may be non-blocking: whoever shares it decides. */
static void wait_until_writable(int fd)
{
    struct pollfd waiting = {.fd = fd, .events = POLLOUT};
    poll(&waiting, 1, -1);
}

static bool recover(const struct sink *sink, struct nr_error *error)
{
    if (errno == EPIPE)
        return fail(error, NR_FAILED, "the reader of %s went away", sink->name);
    if (errno != EINTR && errno != EAGAIN)
        return fail_errno(error, "can't write %s", sink->name);
    if (errno == EAGAIN)
        wait_until_writable(sink->fd);
    return true;
}

bool sink_write(const struct sink *sink, const void *bytes, size_t length, struct nr_error *error)
{
    const char *at = bytes;
    while (length > 0) {
        if (sink->stop && *sink->stop)
            return fail(error, NR_STOPPED, "stopped");
        ssize_t written = write(sink->fd, at, length);
        if (written < 0 && !recover(sink, error))
            return false;
        if (written > 0) {
            at += written;
            length -= (size_t)written;
        }
    }
    return true;
}
