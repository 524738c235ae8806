#include "narrator/archive.h"

#include "buf.h"
#include "fail.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define READ_BYTES ((size_t)64 << 10)

static bool check_kind(const char *path, int fd, struct nr_error *error)
{
    struct stat status;
    if (fstat(fd, &status))
        return fail_errno(error, "%s: can't be read", path);
    return !S_ISDIR(status.st_mode) || fail(error, NR_FAILED, "%s: is a directory; name an article in it", path);
}

/* One byte past the limit is enough for nr_read_article() to refuse. */
static bool read_all(const char *path, int fd, const struct nr_settings *settings, struct buf *bytes,
                     struct nr_error *error)
{
    char part[READ_BYTES];
    for (;;) {
        ssize_t got = read(fd, part, sizeof part);
        if (got < 0 && errno == EINTR && settings->stop && *settings->stop)
            return fail(error, NR_STOPPED, "%s: stopped", path);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return fail_errno(error, "%s: can't be read", path);
        buf_append(bytes, (struct str){part, (size_t)got});
        if (!got || bytes->length > NR_ARTICLE_BYTES_MAX)
            return true;
    }
}

/* The only article of an archive. */
static bool read_archived(const char *path, const struct nr_settings *settings, struct nr_article **article,
                          struct nr_error *error)
{
    struct nr_archive *archive;
    struct nr_entry first, second;
    if (!nr_archive_open(path, &archive, error))
        return false;
    bool found = nr_archive_next(archive, &first, error);
    if (!found && error->status == NR_OK)
        (void)fail(error, NR_REFUSED, "%s: no article in it; write one a line", path);
    else if (found && (nr_archive_next(archive, &second, error) || error->status != NR_OK))
        found =
            fail(error, NR_REFUSED, "%s:%zu: a second article, where one is wanted; put it into a file of its own",
                 path, second.line);
    bool done = found && nr_archive_read(archive, &first, settings, article, error);
    nr_archive_close(archive);
    return done;
}

bool nr_read_article_file(const char *path, const struct nr_settings *settings, struct nr_article **article,
                          struct nr_error *error)
{
    if (nr_is_archive(path, settings))
        return read_archived(path, settings, article, error);
    bool standard = !strcmp(path, "-");
    int fd = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    struct buf bytes = {0};
    if (fd < 0)
        return fail_errno(error, "%s: can't be opened", path);
    bool done = check_kind(path, fd, error) && read_all(path, fd, settings, &bytes, error) &&
                nr_read_article(path, buf_str(&bytes).at, bytes.length, settings, article, error);
    if (done && !standard)
        (*article)->path = (*article)->name;
    buf_free(&bytes);
    if (!standard)
        close(fd);
    return done;
}
