/* A word in another script inside a sentence -> Latin letters that the sentence's voice can read. */
#ifndef PLAN_FOREIGN_H
#define PLAN_FOREIGN_H

#include "arena.h"
#include "buf.h"

struct romaniser;

/* Opens lazily: the first word pays. */
struct romaniser *romaniser_new(struct nr_arena *arena);

/* Appends `word` in Latin letters; false, with nothing appended, when ICU knows no way. */
bool romanise(struct romaniser *romaniser, struct str word, struct buf *out);

#endif
