/* What is kept of articles: a small file each. */
#ifndef PLAY_KEPT_H
#define PLAY_KEPT_H

#include "arena.h"
#include "narrator/playback.h"
#include "str.h"

#define KEPT_BOOKMARKS_MAX 64

/* A sentence, and the beginning of what is written there. */
struct kept_sentence {
    uint32_t index;
    const char *text;
};

struct kept_place {
    struct nr_place about;
    struct kept_sentence at;
    const char *before; /* the sentence before it, "" at the start */
    struct kept_sentence bookmarks[KEPT_BOOKMARKS_MAX];
    size_t bookmark_count;
};

/* What identifies the article's content: its blocks' text. */
uint64_t kept_hash(const struct nr_article *article);

/* The article's path without links, the name itself if it has none. */
const char *kept_path(const struct nr_article *article, struct nr_arena *arena);

/* Reads what is kept of the article with that hash, else of that path; false if nothing is.  In `arena`. */
bool kept_find(const char *state_dir, uint64_t hash, const char *path, struct nr_arena *arena,
               struct kept_place *kept);

/* Writes it beside and renames; what else was kept of the same path is gone. */
bool kept_write(const char *state_dir, uint64_t hash, const struct kept_place *kept, bool to_disk,
                struct nr_error *error);

/* Removes what was left half-written by processes that were killed. */
void kept_sweep(const char *state_dir);

/* Forgets the article with that hash. */
void kept_remove(const char *state_dir, uint64_t hash);

#endif
