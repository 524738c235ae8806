/* Names of the recordings: a function of the names of all articles, and of nothing else. */
#ifndef BATCH_NAMES_H
#define BATCH_NAMES_H

#include "items.h"

/* Gives each item its output: "a/storm.ogg" for "a/storm.md", but "a/storm.md.ogg" and "a/storm.html.ogg" when
 * both are there.  The items are sorted. */
void names_assign(struct items *items, const char *extension);

#endif
