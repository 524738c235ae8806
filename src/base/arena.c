#include "arena.h"

#include "memory.h"

#include <stdalign.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CHUNK_BYTES ((size_t)16 << 10)

struct chunk {
    struct chunk *next;
    size_t used;
    size_t size;
    alignas(max_align_t) unsigned char bytes[];
};

struct deferred {
    struct deferred *next;
    void (*run)(void *context);
    void *context;
};

struct nr_arena {
    struct chunk *chunks; /* the first one is being filled */
    struct deferred *deferred;
};

static struct chunk *chunk_new(size_t size)
{
    struct chunk *chunk = memory_alloc(sizeof *chunk + size);
    chunk->size = size;
    return chunk;
}

struct nr_arena *arena_new(void)
{
    return memory_alloc(sizeof(struct nr_arena));
}

void arena_free(struct nr_arena *arena)
{
    if (!arena)
        return;
    for (struct deferred *d = arena->deferred; d; d = d->next)
        d->run(d->context);
    for (struct chunk *chunk = arena->chunks, *next; chunk; chunk = next) {
        next = chunk->next;
        free(chunk);
    }
    free(arena);
}

/* A big block gets a chunk of its own behind the one being filled, so that little is wasted. */
static void *alloc_apart(struct nr_arena *arena, size_t size)
{
    struct chunk *chunk = chunk_new(size);
    chunk->used = size;
    if (arena->chunks) {
        chunk->next = arena->chunks->next;
        arena->chunks->next = chunk;
    } else {
        arena->chunks = chunk;
    }
    return chunk->bytes;
}

void *arena_alloc(struct nr_arena *arena, size_t size)
{
    if (size > CHUNK_BYTES / 4)
        return alloc_apart(arena, size);
    size_t rounded = (size + alignof(max_align_t) - 1) / alignof(max_align_t) * alignof(max_align_t);
    struct chunk *chunk = arena->chunks;
    if (!chunk || chunk->size - chunk->used < rounded) {
        chunk = chunk_new(CHUNK_BYTES);
        chunk->next = arena->chunks;
        arena->chunks = chunk;
    }
    void *block = chunk->bytes + chunk->used;
    chunk->used += rounded;
    return block;
}

void *arena_copy(struct nr_arena *arena, const void *bytes, size_t size)
{
    void *copy = arena_alloc(arena, size);
    if (size)
        memcpy(copy, bytes, size);
    return copy;
}

char *arena_string(struct nr_arena *arena, struct str text)
{
    char *copy = arena_alloc(arena, text.length + 1);
    if (text.length)
        memcpy(copy, text.at, text.length);
    return copy;
}

char *arena_printf(struct nr_arena *arena, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    int length = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (length < 0)
        return arena_string(arena, STR(""));
    char *text = arena_alloc(arena, (size_t)length + 1);
    va_start(args, format);
    vsnprintf(text, (size_t)length + 1, format, args);
    va_end(args);
    return text;
}

void arena_defer(struct nr_arena *arena, void (*run)(void *context), void *context)
{
    struct deferred *d = arena_alloc(arena, sizeof *d);
    *d = (struct deferred){.next = arena->deferred, .run = run, .context = context};
    arena->deferred = d;
}
