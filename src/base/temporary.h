/* A file made under a temporary name beside its final one: a reader never sees a torn file. */
#ifndef BASE_TEMPORARY_H
#define BASE_TEMPORARY_H

#include "arena.h"
#include "narrator/error.h"

struct temporary {
    int fd;             /* -1: closed */
    const char *name;   /* the final path as the user gave it, for messages */
    const char *target; /* the final path, links followed */
    const char *folder;
    const char *path; /* NULL: there is no temporary file */
};

/* Makes the file for `name` and sweeps what killed processes left for the same name.  The strings live in
 * `arena`.  End with temporary_discard(), also after a failure. */
bool temporary_open(struct temporary *temporary, const char *name, struct nr_arena *arena, struct nr_error *error);

/* Gives the file, safe on the disk, its final name. */
bool temporary_commit(struct temporary *temporary, struct nr_error *error);

/* Gives the file its final name without waiting for the disk: a crash of the machine may lose it. */
bool temporary_rename(struct temporary *temporary, struct nr_error *error);

/* Removes what killed processes left for `name`; temporary_open() does so too. */
void temporary_sweep(const char *name);

/* Closes and removes the file if it was not committed. */
void temporary_discard(struct temporary *temporary);

#endif
