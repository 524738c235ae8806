#define _GNU_SOURCE /* memfd_create(), fallocate() */
#include "memory_file.h"

#include "scratch.h"

#include <fcntl.h>
#include <sys/mman.h>

int memory_file_open(void)
{
    int fd = memfd_create("narrate", MFD_CLOEXEC);
    return fd >= 0 ? fd : scratch_open();
}

void memory_file_empty(int fd, off_t start, off_t length)
{
    fallocate(fd, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, start, length);
}
