/* Folders and small files below the output folder. */
#ifndef BATCH_FOLDERS_H
#define BATCH_FOLDERS_H

#include "narrator/error.h"
#include "str.h"

/* Where batch keeps what it remembers, in the output folder. */
#define FOLDERS_OWN ".narrate"

/* Makes the folders that a file at `path` needs. */
bool folders_make_for(const char *path, struct nr_error *error);

/* Writes a small file so that nobody ever sees half of it.  Whatever is written here can be made again: it is not
 * waited for until it is on the disk. */
bool folders_write(const char *path, struct str text, struct nr_error *error);

/* As folders_write(), but leaves a file that already says so alone. */
bool folders_update(const char *path, struct str text, struct nr_error *error);

#endif
