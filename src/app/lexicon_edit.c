#include "lexicon_edit.h"

#include "buf.h"
#include "fail.h"
#include "narrator/lexicon.h"
#include "paths.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define OWN_LEXICON "own.lexicon"
#define ALL_MAY     0666

/* Makes the folders that lead to `path`. */
static bool make_folders(char *path, struct nr_error *error)
{
    for (char *slash = strchr(path + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        bool made = mkdir(path, S_IRWXU) == 0 || errno == EEXIST;
        if (!made)
            fail_errno(error, "%s: can't make the folder", path);
        *slash = '/';
        if (!made)
            return false;
    }
    return true;
}

const char *lexicon_edit_own(const struct options *options, struct nr_error *error)
{
    const char *folder = paths_user(options->arena);
    if (!folder) {
        fail(error, NR_USAGE, "there is no home folder for a lexicon of your own; give --to FILE");
        return NULL;
    }
    char *path = arena_printf(options->arena, "%s/voices/" OWN_LEXICON, folder);
    return make_folders(path, error) ? path : NULL;
}

/* A file that is not there is empty. */
static bool read_old(const char *path, struct buf *text, mode_t *mode, struct nr_error *error)
{
    char part[4096];
    struct stat status;
    FILE *file = fopen(path, "rb");
    *mode = 0;
    if (!file)
        return errno == ENOENT || fail_errno(error, "%s", path);
    for (size_t got; (got = fread(part, 1, sizeof part, file)) > 0;)
        buf_append(text, (struct str){part, got});
    bool read = !ferror(file) && fstat(fileno(file), &status) == 0;
    if (read)
        *mode = status.st_mode & ALL_MAY;
    else
        fail_errno(error, "%s", path);
    fclose(file);
    return read;
}

struct clash {
    const char *path;
    size_t line; /* of the new entry */
    struct nr_error *error;
    bool found;
};

/* The new entry is the last line: whatever it replaces, or is replaced by, stands before it. */
static void note_clash(void *context, const struct nr_lexicon_remark *remark)
{
    struct clash *clash = context;
    bool concerns = remark->entry->line == clash->line || (remark->other && remark->other->line == clash->line);
    if (!concerns || clash->found)
        return;
    clash->found = true;
    if (remark->other)
        fail(clash->error, NR_FAILED, "%s:%zu: '%s' is there already; change it there", clash->path,
             remark->entry->line == clash->line ? remark->other->line : remark->entry->line,
             remark->entry->written);
    else
        fail(clash->error, NR_USAGE, "'%s' %s", remark->entry->written, remark->what);
}

static bool check_new(const char *path, struct str text, size_t line, struct nr_error *error)
{
    struct clash clash = {path, line, error, false};
    struct nr_lexicon *lexicon;
    if (!nr_lexicon_parse(path, text.at, text.length, &lexicon, error))
        return false;
    nr_lexicon_check(lexicon, note_clash, &clash);
    nr_lexicon_free(lexicon);
    return !clash.found;
}

static bool write_new(const char *path, struct str text, mode_t mode, struct nr_error *error)
{
    struct buf name = {0};
    buf_printf(&name, "%s.XXXXXX", path);
    int fd = mkstemp(name.at);
    mode_t mask = umask(0);
    umask(mask);
    bool done = fd >= 0 && fchmod(fd, mode ? mode : ALL_MAY & ~mask) == 0;
    for (size_t at = 0; done && at < text.length;) {
        ssize_t count = write(fd, text.at + at, text.length - at);
        done = count >= 0 || errno == EINTR;
        at += count > 0 ? (size_t)count : 0;
    }
    done = done && fsync(fd) == 0;
    done = fd >= 0 && close(fd) == 0 && done;
    done = done && rename(name.at, path) == 0;
    if (!done)
        fail_errno(error, "%s: can't be written", path);
    if (!done && fd >= 0)
        unlink(name.at);
    buf_free(&name);
    return done;
}

static size_t count_lines(struct str text)
{
    size_t lines = 0;
    struct str line;
    while (str_take_line(&text, &line))
        lines++;
    return lines;
}

bool lexicon_edit_add(const char *path, const char *written, const char *spoken, struct nr_error *error)
{
    struct buf text = {0};
    mode_t mode;
    if (strpbrk(written, "\t\n\r") || strpbrk(spoken, "\t\n\r") || *written == '#')
        return fail(error, NR_USAGE, "an entry holds no tab and no line end, and doesn't start with '#'");
    bool done = read_old(path, &text, &mode, error);
    if (done && text.length && text.at[text.length - 1] != '\n')
        buf_append_char(&text, '\n');
    buf_printf(&text, "%s\t%s\n", written, spoken);
    done = done && check_new(path, buf_str(&text), count_lines(buf_str(&text)), error) &&
           write_new(path, buf_str(&text), mode, error);
    buf_free(&text);
    return done;
}
