/* ICU's objects are slow to open: a pool keeps them from one plan to the next, in any thread. */
#ifndef PLAN_POOL_H
#define PLAN_POOL_H

#include <pthread.h>
#include <stddef.h>

#define POOL_MAX 8 /* objects kept; as many as plans are likely to be made at a time */

/* Initialise with POOL(close).  What it holds lives as long as the process. */
struct pool {
    pthread_mutex_t lock;
    void (*close)(void *object);
    void *objects[POOL_MAX];
    size_t count;
};

#define POOL(close)                                                                                               \
    {                                                                                                             \
        PTHREAD_MUTEX_INITIALIZER, close, {NULL}, 0                                                               \
    }

/* An object that was given back, now the caller's; NULL when there is none. */
void *pool_take(struct pool *pool);

/* Gives an object to the pool, which closes it when it is full. */
void pool_give(struct pool *pool, void *object);

#endif
