/* A file that lies in memory and has no name. */
#ifndef BASE_MEMORY_FILE_H
#define BASE_MEMORY_FILE_H

#include <sys/types.h>

/* A descriptor, closed on exec; where the system has no such files, of an unlinked one on disk.  -1: see errno. */
int memory_file_open(void);

/* Gives bytes of it back; they become 0. */
void memory_file_empty(int fd, off_t start, off_t length);

#endif
