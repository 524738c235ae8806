/* The retry ladder: what could not be spoken, or was left out, is spoken again in smaller pieces. */
#ifndef SPEAK_SPEAKER_RETRY_H
#define SPEAK_SPEAKER_RETRY_H

#include "speaker_unit.h"

/* Takes what came of a piece of the unit, whose frames it has got already: keeps it, makes the next try due, or
 * gives it up.  Pointers to the unit's pieces end here. */
void retry_hear(struct unit *unit, struct piece *piece, const struct wire_sound *sound);

/* Gives the piece up; it is not tried again. */
void retry_give_up(struct unit *unit, struct piece *piece, struct str why);

#endif
