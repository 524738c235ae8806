/* One pass over all articles. */
#ifndef BATCH_PASS_H
#define BATCH_PASS_H

#include "find.h"

struct pass {
    struct find_hook hook;
    bool (*is_open)(void *context, const char *path); /* is the file still being written?  NULL: none is */
    bool news_only;                                   /* say nothing of what was said before */
    char engine[64];                                  /* its name and version; "": ask it */
};

/* As batch_run(). */
bool pass_run(const struct batch *batch, struct pass *pass, struct nr_error *error);

#endif
