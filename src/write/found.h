/* What a file tells of its chapters, read back by code that shares nothing with what wrote it. */
#ifndef WRITE_FOUND_H
#define WRITE_FOUND_H

#include "arena.h"
#include "narrator/error.h"

#include <stdbool.h>
#include <stdint.h>

/* No file of ours holds more, and hostile ones are not to fill the memory. */
#define FOUND_MAX 100000u

struct found_chapter {
    const char *title;
    uint64_t start_ms;
    bool has_start;
};

struct found {
    struct nr_arena *arena;
    struct found_chapter *all;
    size_t count;
    size_t capacity;
};

/* Reads the chapters of the file at `path`.  Fails with NR_FAILED on what is no such file. */
bool found_in_ogg(const char *path, struct found *found, struct nr_error *error);
bool found_in_wav(const char *path, struct found *found, struct nr_error *error);
bool found_in_flac(const char *path, struct found *found, struct nr_error *error);
bool found_in_mp3(const char *path, struct found *found, struct nr_error *error);

/* The chapter at `index`, made if it is not there yet; NULL when there would be too many. */
struct found_chapter *found_at(struct found *found, size_t index);

/* Takes a comment if it is of a chapter: "CHAPTER001=00:00:01.500", "CHAPTER001NAME=Title". */
void found_comment(struct found *found, struct str comment);

void found_free(struct found *found);

#endif
