/* Where the articles of a run come from: files, and archives of many. */
#ifndef APP_SOURCES_H
#define APP_SOURCES_H

#include "narrator/archive.h"
#include "options.h"

/* One article. */
struct source {
    const char *path;
    struct nr_archive *archive; /* NULL: the file is the article */
    struct nr_entry entry;
    const char *broken; /* why the archive's line is none; NULL: it is */
};

struct sources {
    struct source *all;
    size_t count;
    size_t capacity;
    struct nr_archive **archives;
    size_t archive_count;
};

/* Finds the articles in the operands, in order; to be closed in any case. */
bool sources_find(const struct options *options, struct sources *sources, struct nr_error *error);

/* Reads one of them. */
bool source_read(const struct source *source, const struct nr_settings *settings, struct nr_article **article,
                 struct nr_error *error);

void sources_close(struct sources *sources);

#endif
