/* One article's work, and what became of it. */
#ifndef BATCH_TASK_H
#define BATCH_TASK_H

#include "items.h"
#include "record.h"

/* Why an article is made.  In the order of the names in task.c. */
enum cause {
    CAUSE_NONE,
    CAUSE_NEW,
    CAUSE_TEXT,
    CAUSE_SETTINGS,
    CAUSE_VERSIONS,
    CAUSE_MISSING, /* the recording is gone, or somebody changed it */
    CAUSE_RETRY,
    CAUSE_ASKED
};

enum fate {
    FATE_STOPPED,   /* before there was a result */
    FATE_UNCHANGED, /* nothing had to be made */
    FATE_MOVED,     /* its recording has another name now */
    FATE_MADE,
    FATE_WOULD, /* be made, in a dry run */
    FATE_FAILED
};

/* Passed from an article's process as it is. */
struct outcome {
    enum fate fate;
    enum cause cause;
    enum fault fault; /* FAULT_INCOMPLETE when made with words missing */
    uint64_t frames;  /* of what was made */
    uint64_t bytes;   /* the file's */
    unsigned sample_rate;
    uint64_t characters; /* spoken */
    uint64_t words_lost;
    char message[512]; /* of a failure */
};

struct task {
    const struct item *item;
    const struct item *const *members; /* the articles that are joined to this one; NULL: it is one itself */
    size_t member_count;
    struct key inputs; /* as they were when looked at; "": the source can't be read */
    struct key content;
    const struct record *known; /* NULL: nothing is remembered */
    const struct record *adopt; /* of an article that is gone and said the same; NULL: none */
    bool ours;                  /* the file in the way belongs to an article that is gone */
    bool settled;               /* the outcome is known without work */
    struct outcome outcome;
    double seconds; /* that it took */
};

/* The cause for people, "its text changed". */
const char *cause_text(enum cause cause);

/* A failure's outcome. */
struct outcome outcome_failed(enum fault fault, const char *message);

#endif
