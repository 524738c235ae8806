/* Which articles are to be played, in order. */
#ifndef APP_QUEUE_H
#define APP_QUEUE_H

#include "options.h"

struct queue {
    const char **paths;
    bool *optional; /* it stands in a folder: not played when it was heard to the end */
    size_t count;
    size_t capacity;
};

/* The operands, folders as what they hold; without any the article that was played last.  Lives until
 * queue_free(). Fails with NR_USAGE when there is none, NR_FAILED when a folder can't be read. */
bool queue_make(const struct options *options, const char *state_dir, struct queue *queue, struct nr_error *error);

void queue_free(struct queue *queue);

#endif
