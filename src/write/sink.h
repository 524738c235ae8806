/* Where the bytes of an output go: an open descriptor, written front to back. */
#ifndef WRITE_SINK_H
#define WRITE_SINK_H

#include "narrator/error.h"

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>

struct sink {
    int fd;
    const char *name;                  /* for messages */
    const volatile sig_atomic_t *stop; /* as in nr_settings */
};

/* Writes all `length` bytes.  Fails with NR_STOPPED on request. */
bool sink_write(const struct sink *sink, const void *bytes, size_t length, struct nr_error *error);

#endif
