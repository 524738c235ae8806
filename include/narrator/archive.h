/* A file of many articles -> one article after the other: .jsonl, a JSON object a line. */
#ifndef NARRATOR_ARCHIVE_H
#define NARRATOR_ARCHIVE_H

#include "narrator/article.h"

struct nr_archive;

/* An article of an archive. */
struct nr_entry {
    const char *id;  /* lives until the archive is closed; NULL: it has none */
    size_t line;     /* from 1 */
    uint64_t offset; /* of the line in the file */
};

/* Is `path` an archive, by its name or by the settings? */
NR_API bool nr_is_archive(const char *path, const struct nr_settings *settings);

/* Opens the archive at `path`, "-" for standard input, at its first line.  *archive is to be closed. */
NR_API bool nr_archive_open(const char *path, struct nr_archive **archive, struct nr_error *error);

/* Takes the next line that is not blank.  False with NR_OK at the end; false with NR_REFUSED for a line that holds
 * no article, behind which the next call goes on; *entry is its place all the same. */
NR_API bool nr_archive_next(struct nr_archive *archive, struct nr_entry *entry, struct nr_error *error);

/* Reads the article at `entry`, in any order, as nr_read_article() does. */
NR_API bool nr_archive_read(struct nr_archive *archive, const struct nr_entry *entry,
                            const struct nr_settings *settings, struct nr_article **article,
                            struct nr_error *error);

/* Closes the archive; articles that were read stay.  NULL is allowed. */
NR_API void nr_archive_close(struct nr_archive *archive);

#endif
