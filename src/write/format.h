/* Formats: a container with its codec, and the function that writes it. */
#ifndef WRITE_FORMAT_H
#define WRITE_FORMAT_H

#include "arena.h"
#include "cover.h"
#include "found.h"
#include "master.h"
#include "narrator/output.h"
#include "sink.h"

/* What a writer is given. */
struct output {
    const struct nr_format *format;
    const struct nr_recording *recording;
    const struct master *master;
    const struct cover *cover; /* NULL: none */
    const struct nr_settings *settings;
    const struct sink *sink;
    struct nr_arena *arena; /* freed when the output is written */
};

struct nr_format {
    const char *name;
    bool lossy;
    double quieter_db; /* what the codec takes from the loudness of speech */
    double over_db;    /* what it adds to the peaks of speech */
    bool (*write)(const struct output *output, struct nr_error *error);
    bool (*find)(const char *path, struct found *found, struct nr_error *error); /* its chapters */
};

#endif
