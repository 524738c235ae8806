/* Preloaded into narrate: makes one call on a file fail, or the disk full after some bytes.
 *
 * FAULT=write:7 has the 7th write to a regular file fail; so fsync, rename and close.  FAULT=space:5000 lets 5000
 * bytes be written to regular files.  FAULT=kill:1 kills the program when it is about to give a file its name.
 * When it acts it makes the file that FAULT_FILE names.  Other programs, such as the speech helper, are left
 * alone. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define REAL(name) ((__typeof__(&name))(intptr_t)dlsym(RTLD_NEXT, #name))

static long left = -1; /* calls, or bytes */
static char kind[16];

__attribute__((constructor)) static void read_orders(void)
{
    const char *fault = getenv("FAULT");
    if (fault && strcmp(program_invocation_short_name, "narrate") == 0 &&
        sscanf(fault, "%15[a-z]:%ld", kind, &left) != 2)
        abort();
}

static void leave_mark(void)
{
    const char *path = getenv("FAULT_FILE");
    if (path)
        REAL(close)(open(path, O_CREAT | O_WRONLY, 0600));
}

static int is_file(int fd)
{
    struct stat status;
    return fstat(fd, &status) == 0 && S_ISREG(status.st_mode);
}

/* Is this the call that fails? */
static int fails(const char *name)
{
    if (left <= 0 || strcmp(kind, name) != 0 || __atomic_sub_fetch(&left, 1, __ATOMIC_SEQ_CST) != 0)
        return 0;
    leave_mark();
    return 1;
}

/* How many of `count` bytes there is room for; -1: none. */
static ssize_t room_for(size_t count)
{
    if (strcmp(kind, "space") != 0)
        return (ssize_t)count;
    long room = left;
    left = room > (long)count ? room - (long)count : 0;
    if (room >= (long)count)
        return (ssize_t)count;
    leave_mark();
    errno = ENOSPC;
    return room > 0 ? (ssize_t)room : -1;
}

ssize_t write(int fd, const void *bytes, size_t count)
{
    if (!is_file(fd))
        return REAL(write)(fd, bytes, count);
    if (fails("write")) {
        errno = EIO;
        return -1;
    }
    ssize_t room = room_for(count);
    return room < 0 ? -1 : REAL(write)(fd, bytes, (size_t)room);
}

ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t at)
{
    if (fails("write")) {
        errno = EIO;
        return -1;
    }
    ssize_t room = room_for(count);
    return room < 0 ? -1 : REAL(pwrite64)(fd, bytes, (size_t)room, at);
}

int fsync(int fd)
{
    int done = REAL(fsync)(fd);
    if (!fails("fsync"))
        return done;
    errno = EIO;
    return -1;
}

int rename(const char *from, const char *to)
{
    if (fails("kill"))
        kill(getpid(), SIGKILL);
    if (!fails("rename"))
        return REAL(rename)(from, to);
    errno = EIO;
    return -1;
}

/* The descriptor is gone either way, as Linux has it. */
int close(int fd)
{
    int file = is_file(fd);
    int done = REAL(close)(fd);
    if (!file || !fails("close"))
        return done;
    errno = EIO;
    return -1;
}
