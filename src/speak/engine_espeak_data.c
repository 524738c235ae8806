#include "engine_espeak_data.h"

#include "buf.h"
#include "engine.h"
#include "fail.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define NAME       "narrate-voices-"
#define LOCK       "lock"
#define NEW_LOCK   "lock.new"
#define PARENT_MAX (ESPEAK_DATA_PATH_MAX - sizeof "/" NAME "XXXXXX")

/* Inmost first; what is not a folder is a link or the lock. */
static const char *const folders_inside[] = {"espeak-ng-data/voices/!v", "espeak-ng-data/voices", "espeak-ng-data",
                                             "."};

#define INSIDE (sizeof folders_inside / sizeof *folders_inside)

static DIR *open_folder(int at, const char *name)
{
    int fd = openat(at, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    DIR *folder = fd < 0 ? NULL : fdopendir(fd);
    if (fd >= 0 && !folder)
        close(fd);
    return folder;
}

static void empty(int top, const char *name)
{
    DIR *folder = open_folder(top, name);
    for (struct dirent *entry; folder && (entry = readdir(folder));)
        unlinkat(dirfd(folder), entry->d_name, 0);
    if (folder)
        closedir(folder);
    unlinkat(top, name, AT_REMOVEDIR);
}

static void remove_tree(int at, const char *name)
{
    int top = openat(at, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    for (size_t i = 0; top >= 0 && i < INSIDE; i++)
        empty(top, folders_inside[i]);
    if (top >= 0)
        close(top);
    unlinkat(at, name, AT_REMOVEDIR);
}

static bool lock(int fd)
{
    struct flock whole = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
    return fd >= 0 && fcntl(fd, F_SETLK, &whole) == 0;
}

static int open_lock(int at, const char *name)
{
    struct stat status;
    int top = openat(at, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    bool ours = top >= 0 && fstat(top, &status) == 0 && status.st_uid == geteuid();
    int fd = ours ? openat(top, LOCK, O_RDWR | O_NOFOLLOW | O_CLOEXEC) : -1;
    if (top >= 0)
        close(top);
    return fd;
}

/* A lock ends with the process that holds it, and appears under its name when it is held: one that can be taken is
 * a dead helper's. */
static void sweep(const char *parent)
{
    DIR *folder = opendir(parent);
    for (struct dirent *entry; folder && (entry = readdir(folder));) {
        if (!str_starts(str_of(entry->d_name), STR(NAME)))
            continue;
        int fd = open_lock(dirfd(folder), entry->d_name);
        if (lock(fd))
            remove_tree(dirfd(folder), entry->d_name);
        if (fd >= 0)
            close(fd);
    }
    if (folder)
        closedir(folder);
}

static bool is_entry(const char *name, const char *except)
{
    return strcmp(name, ".") != 0 && strcmp(name, "..") != 0 && strcmp(name, except) != 0;
}

/* The first with a name wins. */
static bool link_entry(const char *from, const char *name, int to)
{
    struct buf target = {0};
    buf_printf(&target, "%s/%s", from, name);
    bool good = symlinkat(target.at, to, name) == 0 || errno == EEXIST;
    buf_free(&target);
    return good;
}

static bool link_system(const char *system, const char *level, int to, const char *except)
{
    struct buf from = {0};
    buf_printf(&from, "%s%s", system, level + strlen("espeak-ng-data"));
    DIR *folder = opendir(from.at);
    bool good = folder;
    for (struct dirent *entry; good && (entry = readdir(folder));)
        good = !is_entry(entry->d_name, except) || link_entry(from.at, entry->d_name, to);
    if (folder)
        closedir(folder);
    buf_free(&from);
    return good;
}

/* Names that no voice could have, such as a backup's, are left alone. */
static bool link_variants(struct str from, int to)
{
    char path[PATH_MAX];
    struct buf written = {0};
    buf_append(&written, from);
    DIR *folder = from.length && realpath(written.at, path) ? opendir(path) : NULL;
    bool good = true;
    for (struct dirent *entry; good && folder && (entry = readdir(folder));)
        good = !engine_variant_is_plain(str_of(entry->d_name)) || link_entry(path, entry->d_name, to);
    if (folder)
        closedir(folder);
    buf_free(&written);
    return good;
}

/* Links of the three folders; the inmost holds the variants, and those of `folders` come first. */
static bool fill(int top, const char *system, const struct str *folders, size_t count)
{
    static const char *const excepts[] = {"", "!v", "voices"};
    bool good = true;
    for (size_t i = INSIDE - 1; i-- > 0;)
        good = good && mkdirat(top, folders_inside[i], S_IRWXU) == 0;
    for (size_t i = 0; good && i < INSIDE - 1; i++) {
        int to = openat(top, folders_inside[i], O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        good = to >= 0;
        for (size_t f = 0; good && i == 0 && f < count; f++)
            good = link_variants(folders[f], to);
        good = good && link_system(system, folders_inside[i], to, excepts[i]);
        if (to >= 0)
            close(to);
    }
    return good;
}

static bool take_lock(struct espeak_data *data, int top)
{
    data->lock = openat(top, NEW_LOCK, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    return lock(data->lock) && renameat(top, NEW_LOCK, top, LOCK) == 0;
}

static bool make_in(struct espeak_data *data, const char *parent, const char *system, const struct str *folders,
                    size_t count)
{
    sweep(parent);
    snprintf(data->path, sizeof data->path, "%s/" NAME "XXXXXX", parent);
    if (!mkdtemp(data->path)) {
        *data = (struct espeak_data){0};
        return false;
    }
    int top = open(data->path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool made = top >= 0 && take_lock(data, top) && fill(top, system, folders, count);
    int reason = errno;
    if (top >= 0)
        close(top);
    if (!made)
        espeak_data_remove(data);
    errno = reason;
    return made;
}

void espeak_data_remove(struct espeak_data *data)
{
    if (!data->path[0])
        return;
    remove_tree(AT_FDCWD, data->path);
    if (data->lock >= 0)
        close(data->lock);
    *data = (struct espeak_data){0};
}

bool espeak_data_make(struct espeak_data *data, const char *system, const struct str *folders, size_t count,
                      struct nr_error *error)
{
    /* In memory first: on a disk hundreds of links may take longer than a sentence. */
    const char *const parents[] = {getenv("XDG_RUNTIME_DIR"), "/dev/shm", "/tmp"};
    for (size_t i = 0; i < sizeof parents / sizeof *parents; i++) {
        bool usable = parents[i] && parents[i][0] == '/' && strlen(parents[i]) < PARENT_MAX;
        if (usable && make_in(data, parents[i], system, folders, count))
            return true;
    }
    return fail_errno(error, "can't make a folder for the voices in /tmp");
}
