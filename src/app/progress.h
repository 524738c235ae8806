/* How far the work on one article is: a line redrawn on a terminal, or plain lines now and then. */
#ifndef APP_PROGRESS_H
#define APP_PROGRESS_H

#include "options.h"

#include <time.h>

struct progress {
    const char *name; /* of the article */
    bool shown;
    bool redrawn; /* one line over and over; else plain lines */
    bool drawn;   /* the line stands there and must be cleared */
    enum nr_stage stage;
    struct timespec started; /* the stage */
    struct timespec last;    /* printed */
};

/* Starts showing, if it is wanted; the result lives in *progress. */
struct nr_progress progress_start(struct progress *progress, const char *name, const struct options *options);

/* Can a line be drawn over and over on standard error?  If not, whole lines must do. */
bool progress_redraws(const struct options *options);

/* Clears the line, so that others can print. */
void progress_end(struct progress *progress);

#endif
