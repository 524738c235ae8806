/* When each word starts: as the engine said, or else as its neighbours suggest. */
#ifndef SPEAK_SPEAKER_MARKS_H
#define SPEAK_SPEAKER_MARKS_H

#include "narrator/speaker.h"
#include "str.h"
#include "wire.h"

/* Fills `marks`, one per word of `text`, from the engine's events.  The first event inside a word is its start;
 * one that goes back, or lies between words, is bogus.  A word without an event shares the time of the one before
 * it by their letters.  */
void marks_fill(struct nr_word_mark *marks, struct str text, const struct nr_unit_word *words, size_t count,
                const struct wire_event *events, size_t event_count, size_t frame_count);

#endif
