/* Bytes kept on disk until all are known, for encoders that go back to their first bytes at the end. */
#ifndef WRITE_SPOOL_H
#define WRITE_SPOOL_H

#include "sink.h"

#include <sys/types.h>

struct spool {
    int fd;
    off_t at;    /* where the next bytes go */
    int trouble; /* errno of the first write that failed; 0 */
};

/* Makes an empty spool for `sink`.  End with spool_close(), also after a failure. */
bool spool_open(struct spool *spool, const struct sink *sink, struct nr_error *error);

/* Writes at spool->at and moves it; false with errno set.  That it failed is kept, for encoders that tell nobody.
 */
bool spool_put(struct spool *spool, const void *bytes, size_t length);

/* Reads at spool->at and moves it; the bytes got, 0 at the end or on a failure. */
size_t spool_get(struct spool *spool, void *bytes, size_t length);

/* The bytes in it. */
off_t spool_length(const struct spool *spool);

/* Fails, in the words of errno, because the spool could not be written. */
bool spool_fail(const struct sink *sink, struct nr_error *error);

/* Writes all of it to `sink`. */
bool spool_pour(struct spool *spool, const struct sink *sink, struct nr_error *error);

void spool_close(struct spool *spool);

#endif
