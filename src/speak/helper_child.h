/* A child of the helper seen from outside: started, read, and its end understood. */
#ifndef SPEAK_HELPER_CHILD_H
#define SPEAK_HELPER_CHILD_H

#include "engine.h"
#include "wire_stream.h"

#include <sys/types.h>

/* pid 0: no child is running here. */
struct child {
    pid_t pid;
    int fd; /* what it reports */
    uint32_t id;
    uint64_t due_ms; /* it may not live longer */
    struct wire_in in;
};

/* Starts a child for the order; `inherited` are descriptors that it must not keep open. */
bool child_start(struct child *child, const struct engine *engine, const struct wire_order *order,
                 unsigned sample_rate, const int *inherited, size_t count);

/* Takes what the child wrote; false when it is done or wrote too much. */
bool child_read(struct child *child);

/* Makes sure that the child is gone, and puts the sound that came of it into `out`: its own when that is whole,
 * else what went wrong.  `overdue`: it was not done in time. */
void child_end(struct child *child, const struct engine *engine, bool overdue, struct buf *out);

/* Kills the child and forgets what it said. */
void child_kill(struct child *child);

#endif
