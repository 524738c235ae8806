#include "speaker_unit.h"

#include "memory.h"
#include "speaker_cut.h"
#include "words_marks.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* espeak-ng breaks a clause at some 730 code points, wherever that is. */
#define PIECE_CODE_POINTS 600

static void *copy(const void *bytes, size_t size)
{
    void *made = memory_alloc(size + 1);
    if (size)
        memcpy(made, bytes, size);
    return made;
}

void unit_add_piece(struct unit *unit, size_t index, struct piece piece)
{
    void *pieces = unit->pieces;
    memory_reserve(&pieces, &unit->piece_capacity, unit->piece_count + 1, sizeof piece);
    unit->pieces = pieces;
    memmove(unit->pieces + index + 1, unit->pieces + index, (unit->piece_count - index) * sizeof piece);
    unit->piece_count++;
    unit->pieces[index] = piece;
}

static void copy_pronunciations(struct unit *unit, const struct nr_unit *from)
{
    unit->pronunciation_count = from->pronunciation_count;
    unit->pronunciations = copy(from->pronunciations, from->pronunciation_count * sizeof *from->pronunciations);
    for (size_t i = 0; i < from->pronunciation_count; i++) {
        const char *phonemes = from->pronunciations[i].phonemes;
        unit->pronunciations[i].phonemes = copy(phonemes, strlen(phonemes));
    }
}

struct unit *unit_new(const struct nr_unit *from)
{
    struct unit *unit = memory_alloc(sizeof *unit);
    struct str text = {from->text, from->length};
    unit->text = copy(from->text, from->length);
    unit->length = from->length;
    unit->words = copy(from->words, from->word_count * sizeof *from->words);
    unit->word_count = from->word_count;
    copy_pronunciations(unit, from);
    unit->missed = memory_alloc(from->word_count * sizeof *unit->missed);
    unit->style = *from->style;
    unit->style.engine_voice = copy(from->style->engine_voice, strlen(from->style->engine_voice));
    for (size_t start = 0, end; start < text.length || !unit->piece_count; start = end) {
        end = start + cut_long(str_slice(text, start, text.length), PIECE_CODE_POINTS);
        unit_add_piece(unit, unit->piece_count, (struct piece){.start = start, .end = end});
    }
    return unit;
}

void piece_clear(struct piece *piece)
{
    free(piece->frames);
    free(piece->events);
    piece->frames = NULL;
    piece->events = NULL;
    piece->frame_count = piece->event_count = 0;
}

void unit_free(struct unit *unit)
{
    if (!unit)
        return;
    for (size_t i = 0; i < unit->piece_count; i++)
        piece_clear(&unit->pieces[i]);
    for (size_t i = 0; i < unit->pronunciation_count; i++)
        free((void *)unit->pronunciations[i].phonemes);
    free(unit->pronunciations);
    buf_free(&unit->order_phonemes);
    buf_free(&unit->order_words);
    free((void *)unit->style.engine_voice);
    free(unit->pieces);
    free(unit->words);
    free(unit->frames);
    free(unit->marks);
    free(unit->missed);
    free(unit->text);
    free(unit);
}

bool unit_is_done(const struct unit *unit)
{
    for (size_t i = 0; i < unit->piece_count && unit->fate == UNIT_OPEN; i++)
        if (unit->pieces[i].state == PIECE_DUE || unit->pieces[i].state == PIECE_SENT)
            return false;
    return true;
}

size_t unit_word_at(const struct unit *unit, size_t at)
{
    size_t word = 0;
    while (word < unit->word_count && unit->words[word].start < at)
        word++;
    return word;
}

void unit_explain(struct unit *unit, struct str why)
{
    if (!*unit->why)
        snprintf(unit->why, sizeof unit->why, "%.*s", (int)why.length, why.at);
}

void unit_miss(struct unit *unit, size_t start, size_t end)
{
    for (size_t i = unit_word_at(unit, start); i < unit->word_count && unit->words[i].start < end; i++)
        unit->missed[i] = true;
}

static size_t count_repaired(const struct unit *unit)
{
    size_t count = 0;
    for (size_t i = 0; i < unit->word_count; i++)
        count += unit->missed[i] && !unit->marks[i].lost;
    return count;
}

/* Those that lie in the piece.  A piece without risky marks is spoken by its letters alone. */
static struct str order_pronunciations(struct unit *unit, const struct piece *piece)
{
    struct buf *out = &unit->order_phonemes;
    buf_clear(out);
    for (size_t i = 0; i < unit->pronunciation_count && !piece->bare; i++) {
        const struct nr_pronunciation *said = &unit->pronunciations[i];
        if (said->start < piece->start || said->end > piece->end)
            continue;
        wire_put_pronunciation(out, &(struct wire_pronunciation){said->start - (uint32_t)piece->start,
                                                                 said->end - (uint32_t)piece->start,
                                                                 str_of(said->phonemes)});
    }
    return buf_str(out);
}

/* Those that start in the piece, which may cut through the last. */
static struct str order_words(struct unit *unit, const struct piece *piece)
{
    struct buf *out = &unit->order_words;
    buf_clear(out);
    for (size_t i = unit_word_at(unit, piece->start); i < unit_word_at(unit, piece->end); i++) {
        size_t end = unit->words[i].end < piece->end ? unit->words[i].end : piece->end;
        struct wire_word word = {unit->words[i].start - (uint32_t)piece->start, (uint32_t)(end - piece->start)};
        buf_append(out, (struct str){(const char *)&word, sizeof word});
    }
    return buf_str(out);
}

struct wire_order unit_order(struct unit *unit, const struct piece *piece)
{
    const struct nr_style *style = &unit->style;
    return (struct wire_order){.id = piece->id,
                               .rate_wpm = style->rate_wpm,
                               .pitch = style->pitch,
                               .range = style->range,
                               .volume = style->volume,
                               .bare = piece->bare,
                               .slot = piece->slot,
                               .voice = str_of(style->engine_voice),
                               .text = str_slice((struct str){unit->text, unit->length}, piece->start, piece->end),
                               .pronunciations = order_pronunciations(unit, piece),
                               .words = order_words(unit, piece)};
}

/* Appends the piece's frames and marks to the unit's, which has `frame_count` frames. */
static void join(struct unit *unit, const struct piece *piece, size_t frame_count)
{
    struct str text = {unit->text, unit->length};
    struct speech speech = {piece->events, piece->event_count, piece->frames, piece->frame_count};
    size_t first = unit_word_at(unit, piece->start), end = unit_word_at(unit, piece->end);
    if (piece->frame_count)
        memcpy(unit->frames + frame_count, piece->frames, piece->frame_count * sizeof *piece->frames);
    for (size_t i = first; i < end; i++)
        unit->marks[i].lost |= piece->state == PIECE_LOST;
    marks_fill(unit->marks + first, text, unit->words + first, end - first, &speech);
    for (size_t i = first; i < end; i++)
        unit->marks[i].start_frame += (uint32_t)frame_count;
}

static bool is_whole(const struct unit *unit)
{
    for (size_t i = 0; i < unit->piece_count; i++)
        if (unit->pieces[i].state == PIECE_LOST)
            return false;
    return true;
}

void unit_sound(struct unit *unit, unsigned sample_rate, struct nr_sound *sound)
{
    size_t all = 0, frame_count = 0;
    for (size_t i = 0; i < unit->piece_count; i++)
        all += unit->pieces[i].frame_count;
    unit->marks = memory_alloc(unit->word_count * sizeof *unit->marks);
    unit->frames = memory_alloc(all * sizeof *unit->frames);
    for (size_t i = 0; i < unit->piece_count; frame_count += unit->pieces[i++].frame_count)
        join(unit, &unit->pieces[i], frame_count);
    *sound = (struct nr_sound){.state = is_whole(unit) ? NR_SOUND_WHOLE
                                        : all          ? NR_SOUND_PARTIAL
                                                       : NR_SOUND_LOST,
                               .why = unit->why,
                               .frames = unit->frames,
                               .frame_count = frame_count,
                               .sample_rate = unit->sample_rate ? unit->sample_rate : sample_rate,
                               .marks = unit->marks,
                               .mark_count = unit->word_count,
                               .words_repaired = count_repaired(unit)};
}
