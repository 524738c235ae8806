/* The bytes behind an item: a file, or a line of an archive. */
#ifndef BATCH_CONTENT_H
#define BATCH_CONTENT_H

#include "hash.h"
#include "items.h"
#include "narrator/article.h"

/* The hash of its bytes. */
bool content_hash(const struct item *item, struct key *content, struct nr_error *error);

/* Reads the article, and the hash of the very bytes that it was read from.  Fails for now, NR_REASON_TRANSIENT,
 * when somebody goes on writing them. */
bool content_read(const struct item *item, const struct nr_settings *settings, struct key *content,
                  struct nr_article **article, struct nr_error *error);

#endif
