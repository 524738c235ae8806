/* What stands between words, as an engine should see it. */
#ifndef PLAN_GAP_H
#define PLAN_GAP_H

#include "buf.h"

/* Appends punctuation and space: clause dashes as spaced en dashes, rows of marks cut short. */
void gap_append(struct buf *text, struct str gap);

/* Does `gap` hold a mark that ends a clause or a sentence? */
bool gap_ends_clause(struct str gap);

/* Gives `text` the tune of a sentence: a stop, unless it has a mark of its own. */
void gap_end_tune(struct buf *text);

#endif
