#include "narrator/archive.h"

#include "arena.h"
#include "buf.h"
#include "fail.h"
#include "record.h"
#include "scratch.h"
#include "utf8.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define COPY_BYTES ((size_t)64 << 10)

struct nr_archive {
    struct nr_arena *arena;
    const char *path;
    FILE *file;
    struct buf text; /* the line in hand */
    struct nr_entry next;
};

static const char *const extensions[] = {".jsonl", ".ndjson"};

bool nr_is_archive(const char *path, const struct nr_settings *settings)
{
    struct str name = str_of(path);
    bool named = false;
    for (size_t i = 0; i < sizeof extensions / sizeof *extensions; i++)
        named |= str_ends(name, str_of(extensions[i]));
    return settings->from == NR_INPUT_JSONL || (settings->from == NR_INPUT_AUTO && named);
}

/* Lines are come back to; what can't be read twice is copied. */
static int copy_stream(const char *path, int from, struct nr_error *error)
{
    char part[COPY_BYTES];
    ssize_t got = 0;
    int to = scratch_open();
    while (to >= 0 && ((got = read(from, part, sizeof part)) > 0 || (got < 0 && errno == EINTR)))
        for (ssize_t done = 0, step; done < got; done += step)
            if ((step = write(to, part + done, (size_t)(got - done))) < 0) {
                step = 0;
                if (errno != EINTR)
                    got = -1;
            }
    close(from);
    if (to >= 0 && got == 0)
        return to;
    fail_errno(error, "%s: can't be copied to %s", path, scratch_folder());
    if (to >= 0)
        close(to);
    return -1;
}

static int open_lines(const char *path, struct nr_error *error)
{
    struct stat status;
    int fd = strcmp(path, "-") == 0 ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0 || fstat(fd, &status) != 0) {
        fail_errno(error, "%s: can't be opened", path);
    } else if (S_ISREG(status.st_mode)) {
        return fd;
    } else if (!S_ISDIR(status.st_mode)) {
        return copy_stream(path, fd, error);
    } else {
        (void)fail(error, NR_FAILED, "%s: is a directory; name an archive in it", path);
    }
    if (fd >= 0)
        close(fd);
    return -1;
}

bool nr_archive_open(const char *path, struct nr_archive **archive, struct nr_error *error)
{
    int fd = open_lines(path, error);
    if (fd < 0)
        return false;
    FILE *file = fdopen(fd, "rb");
    if (!file) {
        close(fd);
        return fail_errno(error, "%s: can't be read", path);
    }
    struct nr_arena *arena = arena_new();
    struct nr_archive *opened = arena_alloc(arena, sizeof *opened);
    *opened = (struct nr_archive){
        .arena = arena, .path = arena_string(arena, str_of(path)), .file = file, .next = {.line = 1}};
    *archive = opened;
    return true;
}

void nr_archive_close(struct nr_archive *archive)
{
    if (!archive)
        return;
    fclose(archive->file);
    buf_free(&archive->text);
    arena_free(archive->arena);
}

/* Reads the line at `entry` without its end and returns the bytes it takes; what is over the limit is not kept. */
static uint64_t read_line(struct nr_archive *archive, const struct nr_entry *entry)
{
    uint64_t count = 0;
    int c = EOF;
    buf_clear(&archive->text);
    if (fseeko(archive->file, (off_t)entry->offset, SEEK_SET) != 0)
        return 0;
    while ((c = getc_unlocked(archive->file)) != EOF) {
        count++;
        if (c == '\n')
            break;
        if (count <= NR_ARTICLE_BYTES_MAX + 1)
            buf_append_char(&archive->text, (char)c);
    }
    return count;
}

static struct str line_json(const struct nr_archive *archive, const struct nr_entry *entry)
{
    struct str text = buf_str(&archive->text), mark = STR("\357\273\277");
    if (!entry->offset && str_starts(text, mark))
        text = str_slice(text, mark.length, text.length);
    return utf8_trim(text);
}

static const char *place_of_entry(const struct nr_archive *archive, const struct nr_entry *entry)
{
    return arena_printf(archive->arena, "%s:%zu", archive->path, entry->line);
}

static bool check_line(const struct nr_archive *archive, const struct nr_entry *entry, struct nr_error *error)
{
    if (ferror(archive->file))
        return fail_errno(error, "%s: can't be read", archive->path);
    return archive->text.length <= NR_ARTICLE_BYTES_MAX ||
           fail_limit(error, "%s:%zu: larger than %zu MiB; split the article", archive->path, entry->line,
                      NR_ARTICLE_BYTES_MAX >> 20);
}

bool nr_archive_next(struct nr_archive *archive, struct nr_entry *entry, struct nr_error *error)
{
    for (;;) {
        *entry = archive->next;
        uint64_t length = read_line(archive, entry);
        archive->next.offset += length;
        archive->next.line++;
        if (!length && !ferror(archive->file)) {
            error->status = NR_OK;
            return false;
        }
        if (!check_line(archive, entry, error))
            return false;
        struct str json = line_json(archive, entry);
        if (json.length)
            return record_id(place_of_entry(archive, entry), json, archive->arena, &entry->id, error);
    }
}

bool nr_archive_read(struct nr_archive *archive, const struct nr_entry *entry, const struct nr_settings *settings,
                     struct nr_article **article, struct nr_error *error)
{
    struct nr_settings as_record = *settings;
    as_record.from = NR_INPUT_JSONL;
    read_line(archive, entry);
    if (!check_line(archive, entry, error))
        return false;
    struct str json = line_json(archive, entry);
    if (!nr_read_article(place_of_entry(archive, entry), json.at, json.length, &as_record, article, error))
        return false;
    (*article)->path = arena_string((*article)->arena, str_of(archive->path));
    return true;
}
