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

/* The frame count of a recording that is not complete. */
#define ENDLESS ((uint64_t)INT64_MAX)

/* A format that can be written while the sound is made: what is known only at its end is not told. */
struct streaming {
    bool (*begin)(const struct output *output, void **stream, struct nr_error *error);
    bool (*add)(void *stream, const int16_t *frames, size_t count, struct nr_error *error); /* POUR_FRAMES_MAX */
    bool (*end)(void *stream, struct nr_error *error); /* no more sound will come */
    void (*drop)(void *stream);                        /* frees it; NULL is allowed */
};

struct nr_format {
    const char *name;
    bool lossy;
    double quieter_db; /* what the codec takes from the loudness of speech */
    double over_db;    /* what it adds to the peaks of speech */
    bool (*write)(const struct output *output, struct nr_error *error);
    const struct streaming *streaming;                                           /* NULL: it can't */
    bool (*find)(const char *path, struct found *found, struct nr_error *error); /* its chapters */
};

/* Loads the output's cover, from the settings or of the article. */
bool output_cover(struct output *output, struct nr_error *error);

#endif
