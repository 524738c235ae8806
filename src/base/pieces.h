/* A piece table: maps clean text back to the source that it was made of.  Clean-ups only copy, drop
 * and replace; each copied run is a piece of equal length on both sides, the rest lies between pieces. */
#ifndef BASE_PIECES_H
#define BASE_PIECES_H

#include "arena.h"
#include "buf.h"

struct nr_pieces;

/* Clean text being made, and its piece table.  A zeroed struct is empty. */
struct tracing {
    struct buf text;
    struct piece *pieces;
    size_t count;
    size_t capacity;
};

/* Copies source bytes start..end to the clean text. */
void tracing_copy(struct tracing *tracing, struct str source, size_t start, size_t end);

/* Appends `text`, which stands for source bytes start..end. */
void tracing_replace(struct tracing *tracing, struct str text, size_t start, size_t end);

/* Moves the table into `arena`; the text stays to be copied. */
struct nr_pieces *tracing_pieces(const struct tracing *tracing, struct nr_arena *arena);

/* Drops text and pieces; keeps the memory. */
void tracing_clear(struct tracing *tracing);

void tracing_free(struct tracing *tracing);

/* The same table for a source in which all stands `by` bytes farther on; shares memory with `pieces`. */
struct nr_pieces *pieces_moved(const struct nr_pieces *pieces, size_t by, struct nr_arena *arena);

/* The source offset of clean bytes start..end, as a half-open range in *from, *to. */
void pieces_source(const struct nr_pieces *pieces, size_t start, size_t end, size_t *from, size_t *to);

#endif
