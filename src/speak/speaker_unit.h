/* A unit on its way: cut into pieces that the engine can take, tried again in smaller ones where it could not,
 * and put together. */
#ifndef SPEAK_SPEAKER_UNIT_H
#define SPEAK_SPEAKER_UNIT_H

#include "narrator/speaker.h"
#include "wire.h"

enum piece_state { PIECE_DUE, PIECE_SENT, PIECE_SPOKEN };

/* Bytes start..end of the unit's text, spoken by one order. */
struct piece {
    size_t start;
    size_t end;
    enum piece_state state;
    uint32_t id;  /* of the order, when sent */
    bool half;    /* of a piece that could not be spoken whole */
    bool bare;    /* without the marks that upset engines */
    bool suspect; /* the helper died while it may have been spoken */
    int16_t *frames;
    size_t frame_count;
    struct wire_event *events; /* offsets count from the piece's start */
    size_t event_count;
};

enum unit_fate {
    UNIT_OPEN, /* while pieces are due or sent; else whole */
    UNIT_LOST,
    UNIT_NO_VOICE
};

struct unit {
    struct unit *next;
    char *text;
    size_t length;
    struct nr_unit_word *words;
    size_t word_count;
    struct nr_style style; /* with a voice name of its own */
    struct piece *pieces;
    size_t piece_count;
    size_t piece_capacity;
    enum unit_fate fate;
    char why[256]; /* unless it is open or whole */
    unsigned sample_rate;
    int16_t *frames; /* put together */
    struct nr_word_mark *marks;
};

/* Copies `unit` and cuts it. */
struct unit *unit_new(const struct nr_unit *unit);

void unit_free(struct unit *unit);

bool unit_is_done(const struct unit *unit);

void unit_lose(struct unit *unit, enum unit_fate fate, struct str why);

/* Takes what came of a piece: keeps it, or makes the next try due, or loses the unit. */
void unit_hear(struct unit *unit, struct piece *piece, const struct wire_sound *sound);

/* The order for a piece that is due. */
struct wire_order unit_order(const struct unit *unit, const struct piece *piece);

/* The sound of a unit that is done; `sample_rate` is for one that has none of its own. */
void unit_sound(struct unit *unit, unsigned sample_rate, struct nr_sound *sound);

#endif
