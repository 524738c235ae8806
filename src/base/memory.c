#include "memory.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

static void *check(void *block)
{
    if (!block) {
        fputs("narrate: out of memory\n", stderr);
        abort();
    }
    return block;
}

void *memory_alloc(size_t size)
{
    return check(calloc(1, size ? size : 1));
}

void *memory_resize(void *block, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / size)
        return check(NULL);
    size_t bytes = count * size;
    return check(realloc(block, bytes > 0 ? bytes : 1));
}

void memory_reserve(void **items, size_t *capacity, size_t needed, size_t size)
{
    if (needed <= *capacity)
        return;
    size_t wanted = *capacity ? *capacity * 2 : 16;
    if (wanted < needed)
        wanted = needed;
    *items = memory_resize(*items, wanted, size);
    *capacity = wanted;
}
