/* A lexicon being made: entries, file by file, and then the index over all of them. */
#ifndef VOICE_LEXICON_H
#define VOICE_LEXICON_H

#include "narrator/lexicon.h"
#include "str.h"

struct lexicon_draft {
    struct nr_arena *arena;
    struct nr_lexicon_entry *entries; /* to free(), until lexicon_finish() */
    size_t count;
    size_t capacity;
};

/* A file whose lines are read. */
struct lexicon_file {
    const char *path; /* these must live as long as the lexicon */
    const char *name;
    enum nr_layer layer;
    struct str text;
};

/* Adds the file's entries.  Fails with NR_FAILED at FILE:LINE:COL. */
bool lexicon_read(struct lexicon_draft *draft, const struct lexicon_file *file, struct nr_error *error);

/* Calls `each` for every line of the file that is no entry. */
void lexicon_mistakes(struct nr_arena *arena, const struct lexicon_file *file,
                      void (*each)(void *context, const char *message), void *context);

/* Makes the lexicon, which takes the arena and the entries. */
struct nr_lexicon *lexicon_finish(struct lexicon_draft *draft);

/* Frees a draft that is not finished. */
void lexicon_drop(struct lexicon_draft *draft);

/* An index over the entries, in `arena`. */
const struct nr_lexicon_index *lexicon_index(struct nr_arena *arena, const struct nr_lexicon_entry *entries,
                                             size_t count);

/* The entries for the same words as `entry`, whatever their case and conditions, the one that is asked first
 * first: calls `each` until it returns false. */
void lexicon_each_like(const struct nr_lexicon *lexicon, const struct nr_lexicon_entry *entry,
                       bool (*each)(void *context, const struct nr_lexicon_entry *other), void *context);

#endif
