/* When each word starts: as the engine said, or else as its neighbours suggest. */
#ifndef SPEAK_WORDS_MARKS_H
#define SPEAK_WORDS_MARKS_H

#include "narrator/speaker.h"
#include "str.h"
#include "wire.h"

/* What an engine said, and when. */
struct speech {
    const struct wire_event *events;
    size_t event_count;
    const int16_t *frames;
    size_t frame_count;
};

/* Marks the words that the engine named: the first event inside a word is its start; one that goes back, or lies
 * between words, is bogus.  The other marks are left alone. */
void marks_hear(struct nr_word_mark *marks, const struct nr_unit_word *words, size_t count,
                const struct speech *speech);

/* Fills `marks`, one per word of `text`: heard, or inferred.  A word without an event shares the time of the one
 * before it by their letters, the silence behind them left out; one that is already marked as lost takes none. */
void marks_fill(struct nr_word_mark *marks, struct str text, const struct nr_unit_word *words, size_t count,
                const struct speech *speech);

#endif
