#include "pool.h"

void *pool_take(struct pool *pool)
{
    pthread_mutex_lock(&pool->lock);
    void *object = pool->count ? pool->objects[--pool->count] : NULL;
    pthread_mutex_unlock(&pool->lock);
    return object;
}

void pool_give(struct pool *pool, void *object)
{
    pthread_mutex_lock(&pool->lock);
    int full = pool->count == POOL_MAX;
    if (!full)
        pool->objects[pool->count++] = object;
    pthread_mutex_unlock(&pool->lock);
    if (full)
        pool->close(object);
}
