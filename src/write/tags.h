/* Tags: what a file says about itself, the same in every container. */
#ifndef WRITE_TAGS_H
#define WRITE_TAGS_H

#include "format.h"

#define TAGS_MAX 8

/* The encoder tag of every file of ours starts so. */
#define TAGS_MAKER "narrate "

struct tag {
    const char *comment; /* name as a Vorbis comment, "TITLE" */
    const char *info;    /* RIFF INFO id, "INAM" */
    const char *id3;     /* ID3v2 frame, "TIT2" */
    const char *value;   /* UTF-8, not empty */
};

struct tags {
    struct tag at[TAGS_MAX];
    size_t count;
};

/* The source as the comment tag names it: the base name of its file. */
const char *tags_source(const struct nr_article *article, struct nr_arena *arena);

/* The tags of `output`, in the order to write them in.  What is not known has no tag. */
struct tags tags_of(const struct output *output);

#endif
