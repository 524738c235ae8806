/* Files for what is too long for memory: without a name, so they go when they are closed, however that happens. */
#ifndef BASE_SCRATCH_H
#define BASE_SCRATCH_H

/* The folder that they lie in: $TMPDIR, else /tmp. */
const char *scratch_folder(void);

/* An open descriptor, to read and to write; -1 with errno set. */
int scratch_open(void);

#endif
