#include "list.h"

#include "buf.h"
#include "fail.h"
#include "select.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

static bool read_bytes(const char *path, struct buf *bytes, struct nr_error *error)
{
    char part[65536];
    size_t got;
    bool standard = strcmp(path, "-") == 0;
    FILE *file = standard ? stdin : fopen(path, "rb");
    if (!file)
        return fail_errno(error, "%s: can't be opened", path);
    while ((got = fread(part, 1, sizeof part, file)) > 0)
        buf_append(bytes, (struct str){part, got});
    bool ok = !ferror(file) || fail_errno(error, "%s: can't be read", path);
    if (!standard)
        fclose(file);
    return ok;
}

static bool take_name(struct str *rest, bool print0, struct str *name)
{
    if (!print0)
        return str_take_line(rest, name);
    size_t end = str_find(*rest, (struct str){"\0", 1});
    *name = str_slice(*rest, 0, end);
    bool taken = rest->length > 0;
    *rest = str_slice(*rest, end + 1, rest->length);
    return taken;
}

/* An article given as a list would give a missing file a line. */
static bool check_first(const struct batch *batch, const char *path, struct nr_error *error)
{
    struct stat status;
    return lstat(path, &status) == 0 || errno == EACCES ||
           fail(error, NR_USAGE, "%s:1: there is no file '%.60s'; batch takes a folder or a list of articles",
                batch->source, path);
}

static bool add_all(const struct batch *batch, struct str rest, struct items *items, struct nr_error *error)
{
    struct stat status;
    struct str name;
    while (take_name(&rest, batch->print0, &name)) {
        if (!name.length)
            continue;
        const char *path = arena_string(items->arena, name);
        if (!items->count && !check_first(batch, path, error))
            return false;
        if (select_excludes(batch->exclude, path) || (batch->include && !select_includes(batch->include, path)))
            continue;
        items_add(items, path, path)->bytes = stat(path, &status) == 0 ? (uint64_t)status.st_size : 0;
    }
    return true;
}

bool list_read(const struct batch *batch, struct items *items, struct nr_error *error)
{
    struct buf bytes = {0};
    bool ok = read_bytes(batch->source, &bytes, error) && add_all(batch, buf_str(&bytes), items, error);
    buf_free(&bytes);
    return ok;
}
