/* Words that the listener wants to be said otherwise. */
#ifndef PLAY_CORRECTION_H
#define PLAY_CORRECTION_H

#include "deck.h"

/* Appends the current word, how it is said, its sentence and where it stands to corrections.tsv; false if it can't
 * be written, or nothing is kept. */
bool correction_note(const char *state_dir, const struct deck *deck);

#endif
