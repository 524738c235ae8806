/* Sounds on their way from the speaker: asked for a little ahead, kept as long as they may be needed. */
#ifndef PLAY_FETCH_H
#define PLAY_FETCH_H

#include "limiter.h"
#include "narrator/speaker.h"

#define FETCH_KEPT 6 /* sounds held at a time */

/* What is to be spoken, and how.  Two of the same id are the same. */
struct line {
    uint64_t id;
    const char *text;
    size_t length;
    const struct nr_unit_word *words;
    size_t word_count;
    const struct nr_pronunciation *pronunciations;
    size_t pronunciation_count;
    struct nr_style style;
    double speed; /* of the sound against the style's rate; 1: as spoken */
};

struct spoken {
    uint64_t id;
    int16_t *frames;
    size_t count;
    uint32_t *marks; /* a frame per word of the line */
    size_t mark_count;
    enum nr_sound_state state;
    char why[128]; /* unless it is whole */
};

struct fetch;

/* All sounds go through `limiter`. */
struct fetch *fetch_open(struct nr_speaker *speaker, unsigned sample_rate, struct limiter limiter);

/* Asks for a sound that is neither here nor on its way.  An urgent one is next: what else is on its way is
 * forgotten. */
bool fetch_want(struct fetch *fetch, const struct line *line, bool urgent, struct nr_error *error);

/* Is that sound here or on its way?  If so it is kept a while. */
bool fetch_has(struct fetch *fetch, uint64_t id);

/* Takes what the speaker has ready; never waits. */
bool fetch_work(struct fetch *fetch, struct nr_error *error);

/* The sound of that id, NULL while it is not there; valid until FETCH_KEPT others came
 * since fetch_has() asked for it. */
const struct spoken *fetch_find(const struct fetch *fetch, uint64_t id);

/* Is anything on its way? */
bool fetch_is_waiting(const struct fetch *fetch);

void fetch_close(struct fetch *fetch);

#endif
