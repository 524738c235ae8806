/* A file that lies in memory and has no name. */
#ifndef BASE_MEMORY_FILE_H
#define BASE_MEMORY_FILE_H

/* A descriptor, closed on exec; where the system has no such files, of an unlinked one on disk.  -1: see errno. */
int memory_file_open(void);

#endif
