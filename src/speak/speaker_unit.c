#include "speaker_unit.h"

#include "memory.h"
#include "speaker_cut.h"
#include "speaker_marks.h"
#include "utf8.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* espeak-ng breaks a clause at some 730 code points, wherever that is. */
#define PIECE_CODE_POINTS 600

/* What is longer and has no space is no word, and may be cut anywhere. */
#define UNSPACED_MAX 64

static void *copy(const void *bytes, size_t size)
{
    void *made = memory_alloc(size + 1);
    if (size)
        memcpy(made, bytes, size);
    return made;
}

static void add_piece(struct unit *unit, size_t index, struct piece piece)
{
    void *pieces = unit->pieces;
    memory_reserve(&pieces, &unit->piece_capacity, unit->piece_count + 1, sizeof piece);
    unit->pieces = pieces;
    memmove(unit->pieces + index + 1, unit->pieces + index, (unit->piece_count - index) * sizeof piece);
    unit->piece_count++;
    unit->pieces[index] = piece;
}

struct unit *unit_new(const struct nr_unit *from)
{
    struct unit *unit = memory_alloc(sizeof *unit);
    struct str text = {from->text, from->length};
    unit->text = copy(from->text, from->length);
    unit->length = from->length;
    unit->words = copy(from->words, from->word_count * sizeof *from->words);
    unit->word_count = from->word_count;
    unit->style = *from->style;
    unit->style.engine_voice = copy(from->style->engine_voice, strlen(from->style->engine_voice));
    for (size_t start = 0, end; start < text.length || !unit->piece_count; start = end) {
        end = start + cut_long(str_slice(text, start, text.length), PIECE_CODE_POINTS);
        add_piece(unit, unit->piece_count, (struct piece){.start = start, .end = end});
    }
    return unit;
}

static void piece_free(struct piece *piece)
{
    free(piece->frames);
    free(piece->events);
}

void unit_free(struct unit *unit)
{
    if (!unit)
        return;
    for (size_t i = 0; i < unit->piece_count; i++)
        piece_free(&unit->pieces[i]);
    free((void *)unit->style.engine_voice);
    free(unit->pieces);
    free(unit->words);
    free(unit->frames);
    free(unit->marks);
    free(unit->text);
    free(unit);
}

bool unit_is_done(const struct unit *unit)
{
    for (size_t i = 0; i < unit->piece_count; i++)
        if (unit->pieces[i].state != PIECE_SPOKEN && unit->fate == UNIT_OPEN)
            return false;
    return true;
}

void unit_lose(struct unit *unit, enum unit_fate fate, struct str why)
{
    if (unit->fate != UNIT_OPEN)
        return;
    unit->fate = fate;
    snprintf(unit->why, sizeof unit->why, "%.*s", (int)why.length, why.at);
}

static struct str piece_text(const struct unit *unit, const struct piece *piece)
{
    return (struct str){unit->text + piece->start, piece->end - piece->start};
}

/* Where to cut what could not be spoken; 0 when it is not to be cut.  Halves are not halved again, for each try
 * may take as long as a hang, unless they only were too long. */
static size_t place_to_cut(struct str text, bool half, bool too_long)
{
    size_t middle = half && !too_long ? 0 : cut_middle(text);
    size_t count = utf8_count(text);
    return !middle && too_long && count > UNSPACED_MAX ? utf8_offset(text, count / 2) : middle;
}

/* The retry ladder: whole, in halves, without risky marks, lost. */
static void try_again(struct unit *unit, struct piece *piece, const struct wire_sound *sound)
{
    struct str text = piece_text(unit, piece);
    size_t cut = place_to_cut(text, piece->half, sound->outcome == WIRE_TOO_LONG);
    piece->state = PIECE_DUE;
    if (cut) {
        struct piece second = {.start = piece->start + cut, .end = piece->end, .half = true, .bare = piece->bare};
        piece->end = second.start;
        piece->half = true;
        add_piece(unit, (size_t)(piece - unit->pieces) + 1, second);
    } else if (!piece->bare) {
        piece->bare = true;
    } else {
        unit_lose(unit, UNIT_LOST, sound->why);
    }
}

static void keep(struct unit *unit, struct piece *piece, const struct wire_sound *sound)
{
    piece->frame_count = sound->frames.length / sizeof *piece->frames;
    piece->frames = copy(sound->frames.at, sound->frames.length);
    piece->event_count = wire_event_count(sound);
    piece->events = copy(sound->events.at, sound->events.length);
    piece->state = PIECE_SPOKEN;
    unit->sample_rate = sound->sample_rate;
}

void unit_hear(struct unit *unit, struct piece *piece, const struct wire_sound *sound)
{
    piece->suspect = false;
    if (sound->outcome == WIRE_SPOKEN)
        keep(unit, piece, sound);
    else if (sound->outcome == WIRE_NO_VOICE)
        unit_lose(unit, UNIT_NO_VOICE, sound->why);
    else
        try_again(unit, piece, sound);
}

struct wire_order unit_order(const struct unit *unit, const struct piece *piece)
{
    const struct nr_style *style = &unit->style;
    return (struct wire_order){.id = piece->id,
                               .rate_wpm = style->rate_wpm,
                               .pitch = style->pitch,
                               .range = style->range,
                               .volume = style->volume,
                               .bare = piece->bare,
                               .voice = str_of(style->engine_voice),
                               .text = piece_text(unit, piece)};
}

/* Puts the pieces' frames and events into one; the events are the caller's. */
static struct wire_event *join(struct unit *unit, size_t *frame_count, size_t *event_count)
{
    *frame_count = *event_count = 0;
    for (size_t i = 0; i < unit->piece_count; i++) {
        *frame_count += unit->pieces[i].frame_count;
        *event_count += unit->pieces[i].event_count;
    }
    unit->frames = memory_alloc(*frame_count * sizeof *unit->frames);
    struct wire_event *events = memory_alloc(*event_count * sizeof *events);
    size_t frames = 0, count = 0;
    for (size_t i = 0; i < unit->piece_count; i++) {
        const struct piece *piece = &unit->pieces[i];
        memcpy(unit->frames + frames, piece->frames, piece->frame_count * sizeof *piece->frames);
        for (size_t e = 0; e < piece->event_count; e++)
            events[count++] = (struct wire_event){(uint32_t)(piece->start + piece->events[e].offset),
                                                  (uint32_t)(frames + piece->events[e].frame)};
        frames += piece->frame_count;
    }
    return events;
}

void unit_sound(struct unit *unit, unsigned sample_rate, struct nr_sound *sound)
{
    struct str text = {unit->text, unit->length};
    unit->marks = memory_alloc(unit->word_count * sizeof *unit->marks);
    *sound = (struct nr_sound){.state = unit->fate == UNIT_OPEN ? NR_SOUND_WHOLE : NR_SOUND_LOST,
                               .why = unit->why,
                               .sample_rate = unit->sample_rate ? unit->sample_rate : sample_rate,
                               .marks = unit->marks,
                               .mark_count = unit->word_count};
    if (sound->state == NR_SOUND_LOST)
        return;
    size_t event_count;
    struct wire_event *events = join(unit, &sound->frame_count, &event_count);
    marks_fill(unit->marks, text, unit->words, unit->word_count, events, event_count, sound->frame_count);
    sound->frames = unit->frames;
    free(events);
}
