/* A JSON object -> the text of an article and what is said of it. */
#ifndef READ_RECORD_H
#define READ_RECORD_H

#include "buf.h"
#include "draft.h"

/* What stands beside the article's text.  Zeroed: nothing. */
struct given {
    size_t text_length; /* the rest of the source is what follows */
    struct nr_span title;
    struct nr_span byline;
    struct nr_span date;
    const char *id; /* each in the arena; NULL: not given */
    const char *language;
    const char *site;
    const char *image;
};

/* Reads `json`, whose line is called `place`.  Appends the article's text to `source`, and title, byline and date
 * behind it; *from is how to read the text, *given where the rest is.  Fails with NR_REFUSED. */
bool record_read(const char *place, struct str json, struct nr_arena *arena, struct buf *source,
                 enum nr_input *from, struct given *given, struct nr_error *error);

/* The record's id, in `arena`; NULL with true: it has none.  Fails with NR_REFUSED on what is no record. */
bool record_id(const char *place, struct str json, struct nr_arena *arena, const char **id,
               struct nr_error *error);

/* Appends title, byline and date as blocks. */
void given_add(struct draft *draft, struct str source, const struct given *given);

#endif
