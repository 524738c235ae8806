#include "path.h"

#include "fail.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

const char *path_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

struct str path_extension(const char *path)
{
    const char *dot = strrchr(path_name(path), '.');
    return str_of(dot ? dot + 1 : "");
}

const char *path_folder(struct nr_arena *arena, const char *path)
{
    size_t length = (size_t)(path_name(path) - path);
    if (length == 0)
        return ".";
    return arena_string(arena, (struct str){path, length > 1 ? length - 1 : length});
}

const char *path_join(struct nr_arena *arena, const char *folder, const char *name)
{
    return arena_printf(arena, "%s/%s", folder, name);
}

static bool is_folder(const char *path)
{
    struct stat found;
    return stat(path, &found) == 0 && S_ISDIR(found.st_mode);
}

static bool check_folder(const char *folder, const char *path, struct nr_error *error)
{
    if (access(folder, F_OK) != 0 && errno == ENOENT)
        return fail(error, NR_FAILED, "%s: there is no folder %s; make it first", path, folder);
    if (!is_folder(folder))
        return fail(error, NR_FAILED, "%s: %s is not a folder; name another place", path, folder);
    if (access(folder, W_OK | X_OK) != 0)
        return fail_errno(error, "%s: can't make files in the folder %s", path, folder);
    return true;
}

bool path_is_special(const char *path)
{
    struct stat found;
    return stat(path, &found) == 0 && !S_ISREG(found.st_mode) && !S_ISDIR(found.st_mode);
}

bool path_check(const char *path, struct nr_error *error)
{
    if (is_folder(path))
        return fail(error, NR_FAILED, "%s is a folder; name a file in it", path);
    struct nr_arena *arena = arena_new();
    bool ok = check_folder(path_folder(arena, path), path, error);
    arena_free(arena);
    return ok;
}
