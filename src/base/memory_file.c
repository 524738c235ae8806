#define _GNU_SOURCE /* memfd_create() */
#include "memory_file.h"

#include "scratch.h"

#include <sys/mman.h>

int memory_file_open(void)
{
    int fd = memfd_create("narrate", MFD_CLOEXEC);
    return fd >= 0 ? fd : scratch_open();
}
