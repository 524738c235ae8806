/* Numbered pieces of work: several threads make them, the caller's own takes them in order. */
#ifndef WRITE_CREW_H
#define WRITE_CREW_H

#include "narrator/settings.h"

#include <stdbool.h>
#include <stddef.h>

struct crew_work {
    size_t count;
    void *context;
    /* Makes a piece, in any thread; NULL when it fails. */
    void *(*make)(void *context, size_t index, struct nr_error *error);
    /* Takes a piece, in the caller's thread and in order; the piece stays the crew's. */
    bool (*take)(void *context, size_t index, void *piece, struct nr_error *error);
    void (*drop)(void *piece);
};

/* Does the work with as many threads as the settings have jobs; a piece takes a token of theirs.  A few pieces per
 * thread are held at a time.  Nothing of the result depends on the jobs. */
bool crew_run(const struct nr_settings *settings, const struct crew_work *work, struct nr_error *error);

#endif
