#include "folders.h"

#include "buf.h"
#include "fail.h"
#include "temporary.h"

#include <errno.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

bool folders_make_for(const char *path, struct nr_error *error)
{
    struct nr_arena *arena = arena_new();
    char *made = arena_string(arena, str_of(path));
    bool ok = true;
    for (char *slash = made + 1; ok && *slash; slash++) {
        if (*slash != '/')
            continue;
        *slash = '\0';
        if (mkdir(made, 0777) != 0 && errno != EEXIST)
            ok = fail_errno(error, "%s: can't make this folder", made);
        *slash = '/';
    }
    arena_free(arena);
    return ok;
}

static bool write_all(int fd, const char *path, struct str text, struct nr_error *error)
{
    while (text.length) {
        ssize_t written = write(fd, text.at, text.length);
        if (written < 0 && errno != EINTR)
            return fail_errno(error, "can't write %s", path);
        text = str_slice(text, written > 0 ? (size_t)written : 0, text.length);
    }
    return true;
}

bool folders_write(const char *path, struct str text, struct nr_error *error)
{
    struct temporary file;
    struct nr_arena *arena = arena_new();
    bool ok = temporary_open(&file, path, arena, error) && write_all(file.fd, path, text, error) &&
              temporary_rename(&file, error);
    temporary_discard(&file);
    arena_free(arena);
    return ok;
}

static bool says(const char *path, struct str text)
{
    char part[4096];
    size_t got, at = 0;
    bool same = true;
    FILE *file = fopen(path, "rb");
    if (!file)
        return false;
    while (same && (got = fread(part, 1, sizeof part, file)) > 0) {
        same = str_equal(str_slice(text, at, at + got), (struct str){part, got});
        at += got;
    }
    fclose(file);
    return same && at == text.length;
}

bool folders_update(const char *path, struct str text, struct nr_error *error)
{
    return says(path, text) || folders_write(path, text, error);
}
