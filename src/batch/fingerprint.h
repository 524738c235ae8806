/* What two runs compare. */
#ifndef BATCH_FINGERPRINT_H
#define BATCH_FINGERPRINT_H

#include "batch.h"
#include "hash.h"

/* Of everything but the articles that can change what is made: settings, voice, lexicons, programs.  Fails when a
 * lexicon is wrong. */
bool fingerprint_context(const struct batch *batch, const char *engine, struct key *context,
                         struct nr_error *error);

/* Of all that one recording depends on: the context, the article at `path` with its own lexicon, and `image`, the
 * cover beside it; NULL: none. */
struct key fingerprint_inputs(const struct key *context, const char *path, const struct key *content,
                              const char *image);

/* Of what is said, by whom and with which pauses, and of what the file tells about the article. */
struct key fingerprint_text(const struct nr_plan *plan);

/* Of how the file is written; `cover` is a picture's path, NULL: none. */
struct key fingerprint_settings(const struct batch *batch, const char *cover);

/* Of who speaks and writes. */
struct key fingerprint_versions(const char *engine);

#endif
