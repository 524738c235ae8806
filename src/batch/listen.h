/* The recordings as lists for people and players: a playlist, a page, a feed. */
#ifndef BATCH_LISTEN_H
#define BATCH_LISTEN_H

#include "batch.h"
#include "buf.h"
#include "items.h"
#include "record.h"

#define LISTEN_CHAPTERS ".chapters.json"

struct listing {
    const struct batch *batch;
    struct nr_arena *arena;
    struct record **at; /* those that are there, in the order of their ids */
    size_t count;
    const char *title;
};

/* Writes all lists that the batch wants; a file that narrate did not write is left alone, with a note, unless it
 * is forced. */
bool listen_write(const struct batch *batch, const struct items *items, struct nr_error *error);

/* What a record is called: its title, else its place. */
const char *listen_title(const struct listing *listing, const struct record *record);

double listen_seconds(const struct record *record);

/* The texts.  They tell their maker near the start. */
void playlist_put(struct buf *out, const struct listing *listing);
bool page_put(struct buf *out, const struct listing *listing);
bool feed_put(struct buf *out, const struct listing *listing);

#endif
