/* How narrate says that something went wrong: one status, one line.  Read first. */
#ifndef NARRATOR_ERROR_H
#define NARRATOR_ERROR_H

#if defined(__GNUC__)
#define NR_API __attribute__((visibility("default")))
#else
#define NR_API
#endif

/* What became of a piece of work.  The values are the command's exit codes. */
enum nr_status {
    NR_OK = 0,
    NR_FAILED = 1,      /* the system or the engine failed: disk, permission, helper */
    NR_USAGE = 2,       /* asked for something that does not exist */
    NR_SOME_FAILED = 3, /* some of several articles failed */
    NR_WORDS_LOST = 4,  /* made, but words are missing from the sound */
    NR_REFUSED = 5,     /* the input is over a limit, or no article */
    NR_STOPPED = 128    /* stopped on request; nothing was left behind */
};

/* Why, for who has to choose whether to try again. */
enum nr_reason {
    NR_REASON_OTHER,
    NR_REASON_LIMIT,    /* the input is over a limit that has a name */
    NR_REASON_TRANSIENT /* the system said no, and may not the next time: a full disk, too many files */
};

/* Filled by a function that returns false.  `message` is one line without a newline,
 * "FILE:LINE:COL: what is wrong; what to do" where a place is known. */
struct nr_error {
    enum nr_status status;
    enum nr_reason reason;
    char message[512];
};

/* A warning about an imperfect document or an imperfect reading: work went on.
 * Lives in the arena of the article that it is about. */
struct nr_note {
    const char *message; /* like nr_error's */
    struct nr_note *next;
};

/* Notes in the order in which they were made. */
struct nr_notes {
    struct nr_note *first;
    struct nr_note *last;
};

#endif
