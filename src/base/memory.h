/* Memory that is there or the program ends: out of memory is handled in one place, here. */
#ifndef BASE_MEMORY_H
#define BASE_MEMORY_H

#include <stddef.h>

/* `size` zeroed bytes, to free(). */
void *memory_alloc(size_t size);

/* Resizes as realloc(count * size); the product may not overflow. */
void *memory_resize(void *block, size_t count, size_t size);

/* Makes room for `needed` items of `size` in *items, which holds *capacity: doubles. */
void memory_reserve(void **items, size_t *capacity, size_t needed, size_t size);

#endif
