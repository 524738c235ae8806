#include "speaker_retry.h"

#include "memory.h"
#include "speaker_cut.h"
#include "utf8.h"
#include "words_gap.h"
#include "words_marks.h"

#include <stdlib.h>
#include <string.h>

/* What is longer and has no space is no word, and may be cut anywhere. */
#define UNSPACED_MAX 64

#define LEFT_OUT STR("the engine left words out")

static struct str piece_text(const struct unit *unit, const struct piece *piece)
{
    return (struct str){unit->text + piece->start, piece->end - piece->start};
}

/* The next step down the ladder: cut at byte `cut` if that is not 0, then without risky marks, then lost. */
static void step_down(struct unit *unit, struct piece *piece, size_t cut, struct str why)
{
    piece_clear(piece);
    piece->state = PIECE_DUE;
    if (cut) {
        struct piece second = {.start = cut, .end = piece->end, .half = true, .bare = piece->bare};
        piece->end = cut;
        piece->half = true;
        unit_add_piece(unit, (size_t)(piece - unit->pieces) + 1, second);
    } else if (!piece->bare) {
        piece->bare = true;
    } else {
        piece->state = PIECE_LOST;
        unit_explain(unit, why);
    }
}

/* Where to cut what could not be spoken; 0 when it is not to be cut.  Halves are not halved again where each try
 * may take as long as a hang. */
static size_t place_to_cut(struct str text, bool half, enum wire_outcome outcome)
{
    bool too_long = outcome == WIRE_TOO_LONG;
    size_t middle = half && outcome == WIRE_HUNG ? 0 : cut_middle(text);
    size_t count = utf8_count(text);
    return !middle && too_long && count > UNSPACED_MAX ? utf8_offset(text, count / 2) : middle;
}

static void try_again(struct unit *unit, struct piece *piece, const struct wire_sound *sound)
{
    unit_miss(unit, piece->start, piece->end);
    size_t cut = place_to_cut(piece_text(unit, piece), piece->half, (enum wire_outcome)sound->outcome);
    if (sound->outcome != WIRE_TOO_LONG)
        unit_explain(unit, sound->why);
    step_down(unit, piece, cut ? piece->start + cut : 0, sound->why);
}

/* A word that was left out is spoken at the start of a piece of its own; one that is there already, apart from
 * what follows. */
static void speak_apart(struct unit *unit, struct piece *piece, size_t word)
{
    struct str text = {unit->text, unit->length};
    size_t end = unit_word_at(unit, piece->end);
    size_t first = unit_word_at(unit, piece->start);
    if (word <= first)
        for (word = first + 1; word < end && !gap_is_judged(text, &unit->words[word]);)
            word++;
    step_down(unit, piece, word < end ? unit->words[word].start : 0, LEFT_OUT);
}

/* More gaps in a row than any engine makes of words that it says are a loss, which may have begun within the word
 * before them; fewer are one where the helper did not find that they were said. */
static void examine(struct unit *unit, struct piece *piece, const struct wire_sound *sound)
{
    struct str text = {unit->text, unit->length};
    size_t first = unit_word_at(unit, piece->start), count = unit_word_at(unit, piece->end) - first, torn = count;
    const struct nr_unit_word *words = unit->words + first;
    struct nr_word_mark *marks = memory_alloc(count * sizeof *marks);
    struct gap *gaps = memory_alloc(count * sizeof *gaps);
    marks_hear(marks, words, count, &(struct speech){.events = piece->events, .event_count = piece->event_count});
    for (size_t i = gaps_find(gaps, text, words, count, marks), row = count; i-- > 0;) {
        const struct nr_unit_word *word = &words[gaps[i].word];
        row = gaps[i].row > GAP_ROW_MAX ? gaps[i].behind : row;
        if (gaps[i].behind != row && wire_is_said(sound, gaps[i].word))
            continue;
        torn = gaps[i].behind == row ? row : gaps[i].word;
        unit_miss(unit, word->start, word->end);
    }
    if (torn < count)
        speak_apart(unit, piece, first + torn);
    free(marks);
    free(gaps);
}

static void keep(struct unit *unit, struct piece *piece, const struct wire_sound *sound)
{
    piece->frame_count = sound->frame_count;
    piece->event_count = wire_event_count(sound);
    piece->events = memory_alloc(piece->event_count * sizeof *piece->events);
    for (size_t i = 0; i < piece->event_count; i++) {
        piece->events[i] = wire_event_at(sound, i);
        piece->events[i].offset += (uint32_t)piece->start;
    }
    piece->state = PIECE_SPOKEN;
    unit->sample_rate = sound->sample_rate;
    unit_explain(unit, sound->why);
}

void retry_give_up(struct unit *unit, struct piece *piece, struct str why)
{
    piece->state = PIECE_LOST;
    unit_explain(unit, why);
}

void retry_hear(struct unit *unit, struct piece *piece, const struct wire_sound *sound)
{
    piece->suspect = false;
    if (sound->outcome == WIRE_NO_VOICE) {
        unit->fate = UNIT_NO_VOICE;
        unit_explain(unit, sound->why);
    } else if (sound->outcome == WIRE_SPOKEN) {
        keep(unit, piece, sound);
        examine(unit, piece, sound);
    } else {
        try_again(unit, piece, sound);
    }
}
