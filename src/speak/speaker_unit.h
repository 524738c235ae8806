/* A unit on its way: cut into pieces that the engine can take, and put together. */
#ifndef SPEAK_SPEAKER_UNIT_H
#define SPEAK_SPEAKER_UNIT_H

#include "narrator/speaker.h"
#include "wire.h"

enum piece_state { PIECE_DUE, PIECE_SENT, PIECE_SPOKEN, PIECE_LOST };

/* Bytes start..end of the unit's text, spoken by one order. */
struct piece {
    size_t start;
    size_t end;
    enum piece_state state;
    uint32_t id;   /* of the order, when sent */
    uint32_t slot; /* of its frames, until they are taken */
    bool half;     /* of a piece that could not be spoken whole */
    bool bare;     /* without the marks that upset engines */
    bool suspect;  /* the helper died while it may have been spoken */
    int16_t *frames;
    size_t frame_count;
    struct wire_event *events; /* offsets count from the unit's start */
    size_t event_count;
};

enum unit_fate {
    UNIT_OPEN, /* while pieces are due or sent; else spoken as far as possible */
    UNIT_NO_VOICE
};

struct unit {
    struct unit *next;
    char *text;
    size_t length;
    struct nr_unit_word *words;
    size_t word_count;
    struct nr_pronunciation *pronunciations;
    size_t pronunciation_count;
    struct nr_style style; /* with a voice name of its own */
    struct piece *pieces;
    size_t piece_count;
    size_t piece_capacity;
    struct buf order_phonemes; /* of the last order */
    struct buf order_words;
    enum unit_fate fate;
    char why[256]; /* the first thing that went wrong, mended or not */
    unsigned sample_rate;
    int16_t *frames; /* put together */
    struct nr_word_mark *marks;
    bool *missed; /* by word: it was not in the sound of some try */
};

/* Copies `unit` and cuts it. */
struct unit *unit_new(const struct nr_unit *unit);

void unit_free(struct unit *unit);

bool unit_is_done(const struct unit *unit);

/* The first word that starts at byte `at` or behind it. */
size_t unit_word_at(const struct unit *unit, size_t at);

/* Puts `piece` before the one at `index`. */
void unit_add_piece(struct unit *unit, size_t index, struct piece piece);

/* Frees what came of the piece. */
void piece_clear(struct piece *piece);

/* Notes the cause of a loss unless there was one before. */
void unit_explain(struct unit *unit, struct str why);

/* Notes that bytes start..end of the text were to be spoken and were not. */
void unit_miss(struct unit *unit, size_t start, size_t end);

/* The order for a piece that is due; valid until the next. */
struct wire_order unit_order(struct unit *unit, const struct piece *piece);

/* The sound of a unit that is done; `sample_rate` is for one that has none of its own. */
void unit_sound(struct unit *unit, unsigned sample_rate, struct nr_sound *sound);

#endif
