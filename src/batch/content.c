#include "content.h"

#include "buf.h"
#include "fail.h"
#include "narrator/archive.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define READ_BYTES ((size_t)64 << 10)
#define READ_TRIES 3
#define SETTLE_NS  200000000L

static bool changes(const struct item *item, struct nr_error *error)
{
    fail(error, NR_FAILED, "%s: changes while it is read; try again when it is whole", item->path);
    error->reason = NR_REASON_TRANSIENT;
    return false;
}

static bool read_once(const char *path, struct buf *bytes, bool *steady, struct nr_error *error)
{
    struct stat before, after;
    char part[READ_BYTES];
    ssize_t got = 0;
    int fd = hash_open(path, error);
    if (fd < 0)
        return false;
    bool ok = fstat(fd, &before) == 0;
    while (ok && bytes->length <= NR_ARTICLE_BYTES_MAX &&
           ((got = read(fd, part, sizeof part)) > 0 || (got < 0 && errno == EINTR)))
        buf_append(bytes, (struct str){part, got > 0 ? (size_t)got : 0});
    ok = (ok && got >= 0 && fstat(fd, &after) == 0) || fail_errno(error, "%s: can't be read", path);
    close(fd);
    *steady = ok && before.st_size == after.st_size && before.st_mtim.tv_sec == after.st_mtim.tv_sec &&
              before.st_mtim.tv_nsec == after.st_mtim.tv_nsec &&
              (bytes->length > NR_ARTICLE_BYTES_MAX || (off_t)bytes->length == after.st_size);
    return ok;
}

/* A file that somebody is writing is read again, until it keeps still. */
static bool read_steady(const struct item *item, struct buf *bytes, struct nr_error *error)
{
    bool steady = false;
    for (int tries = 0; tries < READ_TRIES; tries++) {
        buf_clear(bytes);
        if (!read_once(item->path, bytes, &steady, error))
            return false;
        if (steady)
            return true;
        nanosleep(&(struct timespec){.tv_nsec = SETTLE_NS}, NULL);
    }
    return changes(item, error);
}

/* The line of an archive, without its end. */
static bool hash_line(const struct item *item, struct key *content, struct nr_error *error)
{
    struct buf line = {0};
    int c = EOF;
    FILE *file = fopen(item->path, "rb");
    if (!file)
        return fail_errno(error, "%s: can't be opened", item->path);
    bool ok = fseeko(file, (off_t)item->offset, SEEK_SET) == 0;
    while (ok && line.length <= NR_ARTICLE_BYTES_MAX && (c = getc_unlocked(file)) != EOF && c != '\n')
        buf_append_char(&line, (char)c);
    ok = (ok && !ferror(file)) || fail_errno(error, "%s: can't be read", item->path);
    fclose(file);
    *content = hash_of(buf_str(&line));
    buf_free(&line);
    return ok;
}

static bool read_entry(const struct item *item, const struct nr_settings *settings, struct key *content,
                       struct nr_article **article, struct nr_error *error)
{
    struct nr_archive *archive;
    struct key after;
    const struct nr_entry entry = {.line = item->line, .offset = item->offset};
    if (!hash_line(item, content, error) || !nr_archive_open(item->path, &archive, error))
        return false;
    bool ok = nr_archive_read(archive, &entry, settings, article, error);
    nr_archive_close(archive);
    if (ok && (!hash_line(item, &after, error) || !key_equal(content, &after))) {
        nr_article_free(*article);
        return changes(item, error);
    }
    return ok;
}

static bool read_file(const struct item *item, const struct nr_settings *settings, struct key *content,
                      struct nr_article **article, struct nr_error *error)
{
    struct buf bytes = {0};
    bool ok = read_steady(item, &bytes, error) &&
              nr_read_article(item->path, buf_str(&bytes).at, bytes.length, settings, article, error);
    if (ok) {
        *content = hash_of(buf_str(&bytes));
        (*article)->path = item->path;
    }
    buf_free(&bytes);
    return ok;
}

bool content_hash(const struct item *item, struct key *content, struct nr_error *error)
{
    return item->line ? hash_line(item, content, error) : hash_file(item->path, content, error);
}

bool content_read(const struct item *item, const struct nr_settings *settings, struct key *content,
                  struct nr_article **article, struct nr_error *error)
{
    return item->line ? read_entry(item, settings, content, article, error)
                      : read_file(item, settings, content, article, error);
}
