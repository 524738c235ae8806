/* Narrates many articles: finds them, makes what has changed, each in a process of its own, and remembers.
 * The one header of this directory that the command sees. */
#ifndef BATCH_BATCH_H
#define BATCH_BATCH_H

#include "narrator/output.h"

/* What has to differ for an article to be made again; bits. */
enum batch_remake {
    BATCH_REMAKE_TEXT = 1 << 0,     /* what is said, by whom, with which pauses */
    BATCH_REMAKE_SETTINGS = 1 << 1, /* the kind of file and how it is written */
    BATCH_REMAKE_VERSIONS = 1 << 2, /* narrate, the engine */
    BATCH_REMAKE_ALWAYS = 1 << 3    /* nothing */
};

enum batch_progress {
    BATCH_PROGRESS_NONE,
    BATCH_PROGRESS_PLAIN, /* a line now and then */
    BATCH_PROGRESS_REDRAWN
};

/* One of `count` parts of the work, for as many machines.  Zeroed: all of it. */
struct batch_shard {
    unsigned index; /* from 0 */
    unsigned count;
};

struct batch {
    const char *source;  /* a folder, a list of articles, or "-": a list on standard input */
    const char *out;     /* the folder for the recordings; made if it is missing */
    const char *include; /* comma list of patterns for names; NULL: what has an article's extension */
    const char *exclude; /* NULL: nothing */
    bool print0;         /* the names of a list end in NUL */
    const struct nr_format *format;
    enum nr_chapters chapters;
    struct nr_settings settings;
    const struct nr_voice *voice;
    unsigned remake; /* BATCH_REMAKE_ bits */
    unsigned timeout_s;
    bool watch; /* go on, and narrate what comes */
    bool dry_run;
    bool retry_failed;
    bool fail_fast;
    bool prune;
    bool force;
    bool strict;
    bool quiet;
    enum batch_progress progress;
    const char *log;   /* a file for a line of JSON for each article; NULL: none */
    const char *junit; /* a file for a report as JUnit's; NULL: none */
    struct batch_shard shard;
    const char *title;       /* of the lists of recordings; NULL: the source folder's name */
    const char *feed;        /* the URL under which the output folder will be found; NULL: no feed */
    bool feed_public;        /* directories may list the feed */
    unsigned digest_minutes; /* join the recordings to files of about so long; 0: don't */
    bool no_index;           /* write no index.m3u8 and index.html */
};

/* Takes "I/N", "auto" or "auto/N" apart; automatically it is what the job's scheduler says in the environment.
 * Fails with NR_USAGE. */
bool batch_shard_find(const char *written, struct batch_shard *shard, struct nr_error *error);

/* Takes a length apart, "45min" or "2h".  Fails with NR_USAGE. */
bool batch_minutes_find(const char *written, unsigned *minutes, struct nr_error *error);

/* Does it.  Fails with NR_SOME_FAILED, NR_WORDS_LOST or NR_STOPPED when it went on to the end or the stop, else
 * as its parts do. */
bool batch_run(const struct batch *batch, struct nr_error *error);

/* Adds up what the shards did: prints what is missing and what is poisoned, on standard output.  Fails with
 * NR_FAILED while any is missing, else NR_SOME_FAILED while any is poisoned. */
bool batch_merge(const struct batch *batch, struct nr_error *error);

#endif
