#include "temporary.h"

#include "fail.h"
#include "path.h"

#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/utsname.h>
#include <time.h>
#include <unistd.h>

#define SUFFIX ".narrate-tmp"

/* ".NAME.HOST.PID.narrate-tmp" has to fit NAME_MAX. */
#define STEM_BYTES_MAX 180
#define HOST_BYTES     16

/* What another machine left on a shared file system is left for so long: its processes can't be asked for. */
#define FOREIGN_SECONDS 3600

static const char *stem_of(struct nr_arena *arena, const char *target)
{
    return arena_printf(arena, ".%.*s.", STEM_BYTES_MAX, path_name(target));
}

/* This machine's name, without dots. */
static const char *host_name(char name[HOST_BYTES + 1])
{
    struct utsname system;
    size_t length = 0;
    if (uname(&system) == 0)
        while (length < HOST_BYTES && isalnum((unsigned char)system.nodename[length]))
            length++;
    memcpy(name, system.nodename, length);
    name[length] = '\0';
    return length ? name : "host";
}

/* Who made a temporary file. */
struct maker {
    const char *host;
    size_t host_length;
    pid_t pid; /* 0: it is no temporary file of the stem */
};

static struct maker maker_of(const char *entry, const char *stem)
{
    struct maker maker = {0};
    size_t length = strlen(stem);
    if (strncmp(entry, stem, length) != 0)
        return maker;
    maker.host = entry + length;
    maker.host_length = strcspn(maker.host, ".");
    const char *digits = maker.host + maker.host_length + (maker.host[maker.host_length] == '.');
    char *end;
    long pid = strtol(digits, &end, 10);
    if (pid > 0 && pid <= INT_MAX && strcmp(end, SUFFIX) == 0)
        maker.pid = (pid_t)pid;
    return maker;
}

static struct flock whole_file(void)
{
    return (struct flock){.l_type = F_WRLCK, .l_whence = SEEK_SET};
}

static bool is_locked(const char *path)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (fd < 0)
        return false;
    struct flock lock = whole_file();
    bool locked = fcntl(fd, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
    close(fd);
    return locked;
}

/* One that was killed and is not yet waited for has closed its files, and answers signals still. */
static bool is_running(pid_t pid)
{
    char name[64], text[512];
    if (kill(pid, 0) != 0)
        return errno != ESRCH;
    snprintf(name, sizeof name, "/proc/%ld/stat", (long)pid);
    int fd = open(name, O_RDONLY | O_CLOEXEC);
    ssize_t length = fd < 0 ? 0 : read(fd, text, sizeof text - 1);
    if (fd >= 0)
        close(fd);
    text[length > 0 ? length : 0] = '\0';
    const char *state = strrchr(text, ')');
    return !state || strncmp(state, ") Z", 3) != 0;
}

static bool is_alive(const char *path, const struct maker *maker)
{
    char name[HOST_BYTES + 1];
    struct stat found;
    const char *host = host_name(name);
    if (maker->host_length == strlen(host) && strncmp(maker->host, host, maker->host_length) == 0)
        return maker->pid != getpid() && is_running(maker->pid);
    return stat(path, &found) == 0 && time(NULL) - found.st_mtime < FOREIGN_SECONDS;
}

static void sweep(const char *folder, const char *stem, struct nr_arena *arena)
{
    DIR *entries = opendir(folder);
    if (!entries)
        return;
    for (const struct dirent *entry; (entry = readdir(entries));) {
        struct maker maker = maker_of(entry->d_name, stem);
        const char *path = maker.pid ? path_join(arena, folder, entry->d_name) : NULL;
        /* Process numbers are used again, and containers that share the folder have their own: locks tell more. */
        if (path && !is_alive(path, &maker) && !is_locked(path))
            unlink(path);
    }
    closedir(entries);
}

/* Through a link it is the file behind it that is replaced, not the link. */
static const char *follow_links(const char *name, struct nr_arena *arena)
{
    char *real = realpath(name, NULL);
    if (!real)
        return name;
    const char *target = arena_string(arena, str_of(real));
    free(real);
    return target;
}

static bool sync_folder(const struct temporary *temporary, struct nr_error *error)
{
    int fd = open(temporary->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool ok = fd >= 0 && (fsync(fd) == 0 || errno == EINVAL);
    if (!ok)
        fail_errno(error, "can't bring %s to the disk", temporary->name);
    if (fd >= 0)
        close(fd);
    return ok;
}

void temporary_discard(struct temporary *temporary)
{
    if (temporary->fd >= 0)
        close(temporary->fd);
    if (temporary->path)
        unlink(temporary->path);
    *temporary = (struct temporary){.fd = -1};
}

bool temporary_rename(struct temporary *temporary, struct nr_error *error)
{
    int fd = temporary->fd;
    temporary->fd = -1;
    if (close(fd) != 0)
        return fail_errno(error, "can't write %s", temporary->name);
    if (rename(temporary->path, temporary->target) != 0)
        return fail_errno(error, "can't give %s its name", temporary->name);
    temporary->path = NULL;
    return true;
}

bool temporary_commit(struct temporary *temporary, struct nr_error *error)
{
    if (fsync(temporary->fd) != 0)
        return fail_errno(error, "can't write %s", temporary->name);
    return temporary_rename(temporary, error) && sync_folder(temporary, error);
}

static bool create(struct temporary *temporary, const char *path, struct nr_error *error)
{
    temporary->fd = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (temporary->fd < 0 && errno == EEXIST)
        return fail(error, NR_FAILED, "%s is being written by another process; wait for it", temporary->name);
    if (temporary->fd < 0)
        return fail_errno(error, "can't make %s", temporary->name);
    temporary->path = path;
    struct flock lock = whole_file();
    fcntl(temporary->fd, F_SETLK, &lock);
    return true;
}

void temporary_sweep(const char *name)
{
    struct nr_arena *arena = arena_new();
    const char *target = follow_links(name, arena);
    sweep(path_folder(arena, target), stem_of(arena, target), arena);
    arena_free(arena);
}

bool temporary_open(struct temporary *temporary, const char *name, struct nr_arena *arena, struct nr_error *error)
{
    *temporary = (struct temporary){.fd = -1, .name = name, .target = follow_links(name, arena)};
    temporary->folder = path_folder(arena, temporary->target);
    if (!path_check(name, error))
        return false;
    const char *stem = stem_of(arena, temporary->target);
    sweep(temporary->folder, stem, arena);
    char host[HOST_BYTES + 1];
    const char *entry = arena_printf(arena, "%s%s.%ld" SUFFIX, stem, host_name(host), (long)getpid());
    return create(temporary, path_join(arena, temporary->folder, entry), error);
}
