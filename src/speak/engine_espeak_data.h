/* A data folder of the helper's own for espeak-ng: links to the system's data and to variants of voices beside its
 * own.  The system's data is never touched. */
#ifndef SPEAK_ENGINE_ESPEAK_DATA_H
#define SPEAK_ENGINE_ESPEAK_DATA_H

#include "narrator/error.h"
#include "str.h"

/* espeak-ng overruns a buffer at paths of more than some 130 bytes, and silently takes its own data at 160. */
#define ESPEAK_DATA_PATH_MAX 120

/* A zeroed struct is no folder. */
struct espeak_data {
    char path[ESPEAK_DATA_PATH_MAX]; /* holds espeak-ng-data/ */
    int lock;                        /* held as long as the folder is used */
};

/* Makes the folder under $XDG_RUNTIME_DIR, /dev/shm or /tmp: all of `system`, and the variants in `folders`, of
 * which the first with a name wins; a folder that does not exist holds none.  Sweeps up what killed helpers left
 * there. */
bool espeak_data_make(struct espeak_data *data, const char *system, const struct str *folders, size_t count,
                      struct nr_error *error);

/* Removes the folder, if there is one. */
void espeak_data_remove(struct espeak_data *data);

#endif
