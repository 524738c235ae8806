#include "speaker_retry.h"

#include "memory.h"
#include "speaker_cut.h"
#include "speaker_gap.h"
#include "speaker_marks.h"
#include "utf8.h"

#include <stdlib.h>
#include <string.h>

/* What is longer and has no space is no word, and may be cut anywhere. */
#define UNSPACED_MAX 64

/* No engine says more words than these as one. */
#define ROW_MAX 3

/* Whether it does depends on the words around: "I live in a town", but not "live in" alone.  Few are mostly enough
 * and often the same; many decide. */
#define CONTEXT_LEAST 2
#define CONTEXT_MOST  8

/* The shortest word lasts longer than 10 ms, and no word at all may last up to 20 ms in espeak-ng. */
#define WORD_LEAST_PER_S   100
#define NOTHING_MOST_PER_S 50

#define LEFT_OUT STR("the engine left words out")

static struct str piece_text(const struct unit *unit, const struct piece *piece)
{
    return (struct str){unit->text + piece->start, piece->end - piece->start};
}

static struct doubt *doubt_of(const struct unit *unit, const struct piece *job)
{
    for (size_t i = 0; i < unit->doubt_count; i++)
        if (&unit->doubts[i].piece == job)
            return &unit->doubts[i];
    return NULL;
}

static void drop_doubts(struct unit *unit, const struct piece *piece)
{
    size_t kept = 0;
    for (size_t i = 0; i < unit->doubt_count; i++) {
        size_t start = unit->doubts[i].piece.start;
        if (start < piece->start || start >= piece->end)
            unit->doubts[kept++] = unit->doubts[i];
    }
    unit->doubt_count = kept;
}

/* The next step down the ladder: cut at byte `cut` if that is not 0, then without risky marks, then lost. */
static void step_down(struct unit *unit, struct piece *piece, size_t cut, struct str why)
{
    piece_clear(piece);
    drop_doubts(unit, piece);
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

static struct piece *piece_with(const struct unit *unit, size_t word)
{
    size_t index = 0;
    while (unit->pieces[index].end <= unit->words[word].start)
        index++;
    return &unit->pieces[index];
}

/* Has the doubt spoken with up to `count` words of its piece before those it is about, and as many behind. */
static void set_context(const struct unit *unit, struct doubt *doubt, size_t count)
{
    const struct piece *piece = piece_with(unit, doubt->word);
    const struct nr_unit_word *words = unit->words;
    size_t first = doubt->behind, last = doubt->word;
    for (size_t i = 0; i < count && first > 0 && words[first - 1].start >= piece->start; i++)
        first--;
    for (size_t i = 0; i < count && last + 1 < unit->word_count && words[last + 1].end <= piece->end; i++)
        last++;
    doubt->context = count;
    doubt->piece =
        (struct piece){.start = words[first].start, .end = words[last].end, .half = true, .bare = piece->bare};
}

static void add_doubt(struct unit *unit, size_t behind, size_t word)
{
    struct doubt doubt = {.behind = behind, .word = word};
    set_context(unit, &doubt, CONTEXT_LEAST);
    struct wire_order order = unit_order(unit, &doubt.piece);
    doubt.key = known_key(&order, unit->words[word].start - doubt.piece.start);
    if (known_has(unit->known, doubt.key))
        return;
    void *doubts = unit->doubts;
    memory_reserve(&doubts, &unit->doubt_capacity, unit->doubt_count + 1, sizeof doubt);
    unit->doubts = doubts;
    unit->doubts[unit->doubt_count++] = doubt;
}

/* More gaps in a row than any engine makes of words that it says are a loss, which may have begun within the word
 * before them; fewer are looked into. */
static void examine(struct unit *unit, struct piece *piece)
{
    struct str text = {unit->text, unit->length};
    size_t first = unit_word_at(unit, piece->start), count = unit_word_at(unit, piece->end) - first, torn = count;
    const struct nr_unit_word *words = unit->words + first;
    struct nr_word_mark *marks = memory_alloc(count * sizeof *marks);
    struct gap *gaps = memory_alloc(count * sizeof *gaps);
    marks_hear(marks, words, count, &(struct speech){.events = piece->events, .event_count = piece->event_count});
    size_t gap_count = gaps_find(gaps, text, words, count, marks);
    for (size_t i = gap_count, row = count; i-- > 0;) {
        if (gaps[i].row > ROW_MAX)
            torn = row = gaps[i].behind;
        if (gaps[i].behind == row)
            unit_miss(unit, words[gaps[i].word].start, words[gaps[i].word].end);
    }
    for (size_t i = 0; i < gap_count && torn == count; i++)
        add_doubt(unit, first + gaps[i].behind, first + gaps[i].word);
    if (torn < count)
        speak_apart(unit, piece, first + torn);
    free(marks);
    free(gaps);
}

static void keep(struct unit *unit, struct piece *piece, const struct wire_sound *sound)
{
    piece->frame_count = sound->frames.length / sizeof *piece->frames;
    piece->frames = memory_alloc(sound->frames.length);
    if (sound->frames.length)
        memcpy(piece->frames, sound->frames.at, sound->frames.length);
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

static bool names_word(const struct nr_unit_word *word, size_t start, const struct wire_sound *sound)
{
    for (size_t i = 0; i < wire_event_count(sound); i++) {
        size_t at = start + wire_event_at(sound, i).offset;
        if (at >= word->start && at < word->end)
            return true;
    }
    return false;
}

/* Sets *left_out when the doubt is decided; false when it is to be spoken once more. */
static bool decide(const struct unit *unit, struct doubt *doubt, const struct wire_sound *sound, bool *left_out)
{
    const struct nr_unit_word *word = &unit->words[doubt->word];
    struct piece *piece = &doubt->piece;
    size_t frames = sound->frames.length / sizeof(int16_t);
    bool with = piece->gap_start == piece->gap_end;
    bool alone = word->start == piece->start && word->end == piece->end;
    *left_out = sound->outcome != WIRE_SPOKEN || (with && names_word(word, piece->start, sound));
    if (*left_out)
        return true;
    if (with && !alone) {
        doubt->frames_with = frames;
        piece->gap_start = word->start;
        piece->gap_end = word->end;
        piece->state = PIECE_DUE;
        return false;
    }
    *left_out = with ? frames <= sound->sample_rate / NOTHING_MOST_PER_S
                     : doubt->frames_with <= frames + sound->sample_rate / WORD_LEAST_PER_S;
    return true;
}

static void hear_doubt(struct unit *unit, struct doubt *doubt, const struct wire_sound *sound)
{
    bool left_out;
    if (!decide(unit, doubt, sound, &left_out))
        return;
    doubt->piece.state = PIECE_SPOKEN;
    if (left_out && doubt->context < CONTEXT_MOST)
        set_context(unit, doubt, CONTEXT_MOST);
    else if (left_out) {
        unit_miss(unit, unit->words[doubt->word].start, unit->words[doubt->word].end);
        speak_apart(unit, piece_with(unit, doubt->word), doubt->word);
    } else if (doubt->context < CONTEXT_MOST)
        known_add(unit->known, doubt->key);
}

void retry_give_up(struct unit *unit, struct piece *job, struct str why)
{
    job->state = PIECE_LOST;
    unit_explain(unit, why);
}

void retry_hear(struct unit *unit, struct piece *job, const struct wire_sound *sound)
{
    struct doubt *doubt = doubt_of(unit, job);
    job->suspect = false;
    if (sound->outcome == WIRE_NO_VOICE) {
        unit->fate = UNIT_NO_VOICE;
        unit_explain(unit, sound->why);
    } else if (doubt) {
        hear_doubt(unit, doubt, sound);
    } else if (sound->outcome == WIRE_SPOKEN) {
        keep(unit, job, sound);
        examine(unit, job);
    } else {
        try_again(unit, job, sound);
    }
}
