/* What is remembered of an article between runs: a small file each, in the output folder's own .narrate.  It is
 * written when the recording is in its place, so that whatever is remembered is true. */
#ifndef BATCH_RECORD_H
#define BATCH_RECORD_H

#include "arena.h"
#include "hash.h"
#include "narrator/error.h"

#include <signal.h>

/* Why there is no recording, or none that is whole.  In the order of the names in record.c. */
enum fault {
    FAULT_NONE,
    FAULT_LIMIT,       /* the article is over a limit, of size or of time */
    FAULT_NOT_ARTICLE, /* nothing in it can be spoken */
    FAULT_INCOMPLETE,  /* words are missing */
    FAULT_PERMANENT,   /* will fail again until somebody does something */
    FAULT_TRANSIENT    /* may not fail again: a full disk, a killed process */
};

struct record {
    const char *id;
    const char *source; /* absolute path */
    struct key content; /* of the source's bytes */
    struct key inputs;  /* of all that the recording depends on; what is the same needs no closer look */
    /* The recording; output is NULL when there is none. */
    const char *output; /* its place below the output folder */
    struct key text;    /* what was compared: see fingerprint.h */
    struct key settings;
    struct key versions;
    const char *image; /* the cover that was used, beside the source; NULL: none */
    uint64_t bytes;
    uint64_t frames;
    uint64_t characters;
    uint64_t words_lost;
    unsigned sample_rate;
    const char *title;
    const char *byline; /* NULL if none, here and below */
    const char *site;
    const char *date; /* as written */
    const char *url;
    const char *language;
    const char *about;  /* how the article begins */
    const char *guid;   /* for feeds; never changes */
    int64_t first_seen; /* seconds since 1970 */
    int64_t made;
    /* The last attempt, when it failed. */
    enum fault fault;
    const char *message;
    struct key failed_inputs;
    unsigned attempts;
};

/* The fault's name, "not-article". */
const char *fault_name(enum fault fault);

/* Makes the folder for the records in the output folder `out`. */
bool record_prepare(const char *out, struct nr_error *error);

/* Reads what is remembered of an article; NULL when nothing is.  It lives in `arena`. */
struct record *record_load(const char *out, const char *id, struct nr_arena *arena);

/* Replaces what is remembered. */
bool record_save(const char *out, const struct record *record, struct nr_error *error);

/* Forgets the article. */
void record_remove(const char *out, const char *id);

/* Has `each` called for all that is remembered, in the order of ids; the records live in `arena`. */
void record_each(const char *out, struct nr_arena *arena, void (*each)(void *context, struct record *record),
                 void *context);

/* Keeps other processes from working on the article until this one ends, or unlocks.  Waits for them, unless *stop
 * becomes true: then it fails with NR_STOPPED.  *lock is the descriptor to close. */
bool record_lock(const char *out, const char *id, const volatile sig_atomic_t *stop, int *lock,
                 struct nr_error *error);

#endif
