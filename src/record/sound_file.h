/* Sound of any length on disk: an unlinked temporary file that goes when it is closed, however that happens. */
#ifndef RECORD_SOUND_FILE_H
#define RECORD_SOUND_FILE_H

#include "narrator/error.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct sound_file {
    int fd;
    uint64_t frame_count;
};

/* Makes the file in $TMPDIR, else in /tmp. */
bool sound_file_open(struct sound_file *file, struct nr_error *error);

bool sound_file_append(struct sound_file *file, const int16_t *frames, size_t count, struct nr_error *error);

/* Reads exactly `count` frames from `start`. */
bool sound_file_read(int fd, uint64_t start, int16_t *frames, size_t count, struct nr_error *error);

#endif
