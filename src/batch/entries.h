/* Archives among the files that were found. */
#ifndef BATCH_ENTRIES_H
#define BATCH_ENTRIES_H

#include "items.h"
#include "narrator/settings.h"

/* Puts the articles of archives in the place of their files: "news/storm-1" for the article storm-1 of news.jsonl,
 * or "storm-1" when `alone`, for the archive is all that there is. */
void entries_expand(struct items *items, const struct nr_settings *settings, bool alone);

#endif
