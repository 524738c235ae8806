/* Which file each article becomes. */
#ifndef APP_OUTPUTS_H
#define APP_OUTPUTS_H

#include "sources.h"

/* One article to narrate. */
struct output {
    const char *article; /* the path of its file */
    const struct source *source;
    const char *path;     /* "-": standard output */
    const char *chapters; /* the side file's path; NULL: none */
    const struct nr_format *format;
};

/* Names an output for each source, in order, the same for all that are joined; *outputs lives in the options'
 * arena.  Fails with NR_USAGE when they can't be named, clash or would go to a terminal, NR_FAILED when the folder
 * asked for is missing. */
bool outputs_plan(const struct options *options, const struct sources *sources, const struct output **outputs,
                  struct nr_error *error);

/* Can a file be made at `path`?  Asked early: speech may take an hour. */
bool output_folder_writable(const char *path, struct nr_error *error);

#endif
