#include "pieces.h"

#include "memory.h"

#include <stdint.h>
#include <stdlib.h>

/* Clean bytes from `clean` to the next piece stand for source..source_end.  `exact`: byte for byte.
 * Small, for there may be one every few bytes; texts are far shorter than 4 GiB. */
struct piece {
    uint32_t clean;
    uint32_t source;
    uint32_t source_end;
    uint32_t exact;
};

struct nr_pieces {
    size_t count;
    size_t moved; /* bytes that the source stands farther on */
    const struct piece *pieces;
};

static void add(struct tracing *tracing, size_t start, size_t end, bool exact)
{
    struct piece *last = tracing->count ? &tracing->pieces[tracing->count - 1] : NULL;
    if (last && last->exact && exact && last->source_end == start) {
        last->source_end = (uint32_t)end;
        return;
    }
    void *pieces = tracing->pieces;
    memory_reserve(&pieces, &tracing->capacity, tracing->count + 1, sizeof *tracing->pieces);
    tracing->pieces = pieces;
    tracing->pieces[tracing->count++] =
        (struct piece){(uint32_t)tracing->text.length, (uint32_t)start, (uint32_t)end, exact};
}

void tracing_copy(struct tracing *tracing, struct str source, size_t start, size_t end)
{
    if (start >= end)
        return;
    add(tracing, start, end, true);
    buf_append(&tracing->text, str_slice(source, start, end));
}

void tracing_replace(struct tracing *tracing, struct str text, size_t start, size_t end)
{
    if (!text.length)
        return;
    add(tracing, start, end, text.length == 1 && end == start + 1);
    buf_append(&tracing->text, text);
}

struct nr_pieces *tracing_pieces(const struct tracing *tracing, struct nr_arena *arena)
{
    struct nr_pieces *pieces = arena_alloc(arena, sizeof *pieces);
    pieces->count = tracing->count;
    pieces->pieces = arena_copy(arena, tracing->pieces, tracing->count * sizeof *tracing->pieces);
    return pieces;
}

struct nr_pieces *pieces_moved(const struct nr_pieces *pieces, size_t by, struct nr_arena *arena)
{
    struct nr_pieces *moved = arena_copy(arena, pieces, sizeof *pieces);
    moved->moved += by;
    return moved;
}

void tracing_clear(struct tracing *tracing)
{
    buf_clear(&tracing->text);
    tracing->count = 0;
}

void tracing_free(struct tracing *tracing)
{
    buf_free(&tracing->text);
    free(tracing->pieces);
    *tracing = (struct tracing){0};
}

/* The last piece that starts at or before `clean`. */
static const struct piece *piece_at(const struct nr_pieces *pieces, size_t clean)
{
    size_t low = 0, high = pieces->count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (pieces->pieces[middle].clean <= clean)
            low = middle;
        else
            high = middle;
    }
    return &pieces->pieces[low];
}

void pieces_source(const struct nr_pieces *pieces, size_t start, size_t end, size_t *from, size_t *to)
{
    *from = *to = 0;
    if (!pieces->count)
        return;
    const struct piece *first = piece_at(pieces, start);
    *from = pieces->moved + (first->exact ? first->source + (start - first->clean) : first->source);
    if (end <= start) {
        *to = *from;
        return;
    }
    const struct piece *last = piece_at(pieces, end - 1);
    *to = pieces->moved + (last->exact ? last->source + (end - last->clean) : last->source_end);
}
