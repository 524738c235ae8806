/* The articles that were found. */
#ifndef BATCH_ITEMS_H
#define BATCH_ITEMS_H

#include "arena.h"

#include <stdint.h>

struct item {
    const char *id;      /* of its place below the root, as id_of() writes it */
    const char *name;    /* the place: "news/storm.txt" */
    const char *path;    /* to open it */
    const char *output;  /* the recording's place below the output folder, when named */
    const char *problem; /* why there is no article behind it; NULL: there may be */
    bool refused;        /* the problem: it is there, but no article */
    uint64_t bytes;
    size_t line; /* of an article of an archive; 0: the file is the article */
    uint64_t offset;
};

struct items {
    struct nr_arena *arena; /* holds the texts */
    struct item *at;
    size_t count;
    size_t capacity;
};

/* Adds an article; `name` is made to lie below the root, whatever it was. */
struct item *items_add(struct items *items, const char *name, const char *path);

/* By id, and each once; articles of an archive that have the same id are told apart by their lines. */
void items_sort(struct items *items);

/* Finds by id in sorted items; NULL if there is none. */
const struct item *items_find(const struct items *items, const char *id);

void items_free(struct items *items);

#endif
