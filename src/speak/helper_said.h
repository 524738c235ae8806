/* Words that the engine gave no event: was each said all the same, as "the" is in "of the"? */
#ifndef SPEAK_HELPER_SAID_H
#define SPEAK_HELPER_SAID_H

#include "engine.h"

/* The order's text, or another with its pronunciations, safe for the engine; to be freed. */
struct guarded said_text(const struct engine *engine, const struct wire_order *order, struct str text,
                         struct str pronunciations);

/* Appends to `said`, as a wire_sound has them, the words of the order that the sound has no event for and that
 * are in it.  None where so many are missing in a row that they can't be. */
void said_find(const struct engine *engine, const struct wire_order *order, const struct sound *sound,
               struct buf *said);

#endif
