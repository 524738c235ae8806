/* What belongs to this program and lies beside it, in the build tree or wherever it was installed. */
#ifndef APP_PATHS_H
#define APP_PATHS_H

#include "arena.h"

/* The speech helper; NULL: where it was meant to be installed. */
const char *paths_helper(struct nr_arena *arena);

/* The folder that holds voices/; NULL: where it was meant to be installed. */
const char *paths_data(struct nr_arena *arena);

/* The user's own folder, which may hold voices/ too; NULL: there is none. */
const char *paths_user(struct nr_arena *arena);

/* Where the places in articles are kept; NULL: there is no such folder. */
const char *paths_state(struct nr_arena *arena);

#endif
