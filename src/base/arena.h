/* Memory that is freed all at once: everything made for one article hangs on one arena. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include "str.h"

struct nr_arena;

struct nr_arena *arena_new(void);

/* Runs what was deferred, last first, then frees all.  NULL is allowed. */
void arena_free(struct nr_arena *arena);

/* `size` zeroed bytes, aligned for any type. */
void *arena_alloc(struct nr_arena *arena, size_t size);

/* A copy of `size` bytes. */
void *arena_copy(struct nr_arena *arena, const void *bytes, size_t size);

/* A NUL-terminated copy. */
char *arena_string(struct nr_arena *arena, struct str text);

/* A formatted string. */
char *arena_printf(struct nr_arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Has `run(context)` called when the arena is freed: for files and library handles. */
void arena_defer(struct nr_arena *arena, void (*run)(void *context), void *context);

#endif
