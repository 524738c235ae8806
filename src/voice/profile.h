/* A profile being read: the text of a file, and before it those of the files that it inherits from, line by line
 * onto one voice. */
#ifndef VOICE_PROFILE_H
#define VOICE_PROFILE_H

#include "narrator/voice.h"
#include "str.h"

struct profile {
    struct nr_voice *voice;
    int quotation_pitch; /* what a quotation adds to the body's */
    int quotation_range;
};

/* A profile of defaults, named after the path; its voice is the caller's. */
struct profile profile_new(const char *path);

/* Finds what the text inherits from, and the line that says so; empty if nothing does. */
struct str profile_parent(struct str text, size_t *line);

/* Reads the text's lines; `path` is for messages.  Fails with NR_FAILED at PATH:LINE. */
bool profile_apply(struct profile *profile, const char *path, struct str text, struct nr_error *error);

/* Fills in what follows from the rest, when all has been read. */
void profile_finish(const struct profile *profile);

#endif
