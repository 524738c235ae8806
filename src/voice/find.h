/* Where profiles lie: the user's folder, the data folder, or a path. */
#ifndef VOICE_FIND_H
#define VOICE_FIND_H

#include "buf.h"
#include "narrator/voice.h"

#include <sys/types.h>

#define VOICE_EXTENSION ".voice"
#define VOICE_BYTES_MAX ((size_t)64 << 10)
#define VOICE_KIND      "a voice profile"
#define FIND_FOLDERS    2

/* A profile's file. */
struct found {
    struct buf path; /* to buf_free() */
    dev_t device;
    ino_t node; /* 0: of no file */
};

/* A folder that holds voices/, in the order in which they are looked into; NULL: there is none at `index`. */
const char *find_folder(const struct nr_settings *settings, size_t index);

/* Finds what the profile `child` inherits from: a path from its folder when `name` holds a '/', else the first
 * file of that name that is not the child itself, so that a user's profile can build on the one that it replaces.
 */
bool find_parent(const struct found *child, struct str name, const struct nr_settings *settings,
                 struct found *found);

/* Reads the bytes of a file, fewer than `most`; `kind` is what it is, for messages. */
bool find_read(const char *path, size_t most, const char *kind, struct buf *text, struct nr_error *error);

#endif
