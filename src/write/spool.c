#include "spool.h"

#include "fail.h"
#include "scratch.h"

#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

bool spool_open(struct spool *spool, const struct sink *sink, struct nr_error *error)
{
    *spool = (struct spool){.fd = scratch_open()};
    return spool->fd >= 0 || spool_fail(sink, error);
}

bool spool_put(struct spool *spool, const void *bytes, size_t length)
{
    const char *next = bytes;
    while (length > 0) {
        ssize_t written = pwrite(spool->fd, next, length, spool->at);
        if (written < 0 && errno != EINTR) {
            spool->trouble = spool->trouble ? spool->trouble : errno;
            return false;
        }
        size_t moved = written > 0 ? (size_t)written : 0;
        next += moved;
        length -= moved;
        spool->at += (off_t)moved;
    }
    return true;
}

size_t spool_get(struct spool *spool, void *bytes, size_t length)
{
    ssize_t got;
    do
        got = pread(spool->fd, bytes, length, spool->at);
    while (got < 0 && errno == EINTR);
    if (got < 0)
        return 0;
    spool->at += got;
    return (size_t)got;
}

off_t spool_length(const struct spool *spool)
{
    struct stat found;
    return fstat(spool->fd, &found) == 0 ? found.st_size : -1;
}

bool spool_fail(const struct sink *sink, struct nr_error *error)
{
    return fail_errno(error, "can't make %s: its sound is kept in %s", sink->name, scratch_folder());
}

bool spool_pour(struct spool *spool, const struct sink *sink, struct nr_error *error)
{
    char bytes[1 << 16];
    errno = spool->trouble;
    if (spool->trouble)
        return spool_fail(sink, error);
    off_t left = spool_length(spool);
    for (spool->at = 0; left > 0;) {
        size_t got = spool_get(spool, bytes, sizeof bytes);
        if (got == 0)
            return spool_fail(sink, error);
        if (!sink_write(sink, bytes, got, error))
            return false;
        left -= (off_t)got;
    }
    return left == 0 || spool_fail(sink, error);
}

void spool_close(struct spool *spool)
{
    if (spool->fd >= 0)
        close(spool->fd);
}
