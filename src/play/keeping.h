/* The place in an article, found again by what is written there. */
#ifndef PLAY_KEEPING_H
#define PLAY_KEEPING_H

#include "deck.h"
#include "kept.h"

/* What is kept of an article that is being played. */
struct keeping {
    const char *state_dir; /* NULL: nothing is kept */
    struct nr_arena *arena;
    uint64_t hash;            /* of the article's content */
    struct kept_place before; /* as it was when playing began */
    bool known;               /* there was one */
};

/* Finds what was kept of the plan's article, by its content or else its path; sets deck's place and bookmarks.
 * True unless reading can go on only near where it was. */
bool keeping_open(struct keeping *place, const char *state_dir, struct deck *deck);

/* Keeps where the deck is; `finished`: the next time starts over.  `to_disk`: waits until it would survive a power
 * cut too. */
bool keeping_save(const struct keeping *place, const struct deck *deck, bool finished, bool to_disk,
                  struct nr_error *error);

/* Puts back what was kept when playing began. */
void keeping_restore(const struct keeping *place);

#endif
