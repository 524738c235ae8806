/* Which files are articles, by their names. */
#ifndef BATCH_SELECT_H
#define BATCH_SELECT_H

#include <stdbool.h>

/* Patterns are the shell's, a comma list; one with a '/' is for the whole name, one without for its last part. */

/* Is the file of that name wanted?  NULL: when its extension is one that articles have. */
bool select_includes(const char *patterns, const char *name);

/* Is the file or folder of that name left out?  NULL: none is. */
bool select_excludes(const char *patterns, const char *name);

#endif
