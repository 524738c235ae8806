/* An article that is heard while it is spoken. */
#ifndef APP_STREAMING_H
#define APP_STREAMING_H

#include "outputs.h"

/* Can the output be streamed, with the options as they are?  Fails with NR_USAGE. */
bool streaming_check(const struct options *options, const struct output *output, struct nr_error *error);

/* Speaks the plan and writes its sound to standard output, or to the pipe that is named, as it comes. */
bool streaming_write(const struct output *output, const struct nr_plan *plan, struct nr_speaker *speaker,
                     const struct nr_settings *settings, const struct nr_recording **recording,
                     struct nr_error *error);

#endif
