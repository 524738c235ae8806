#include "helper_said.h"

#include "memory.h"
#include "words_gap.h"
#include "words_marks.h"

#include <stdlib.h>

/* In the place of a word; no engine says it as one with others. */
#define OTHER_WORD STR("zucchini")

/* The order's words, and where they start in the sound. */
struct spoken {
    const struct engine *engine;
    const struct wire_order *order;
    struct nr_unit_word *words;
    struct nr_word_mark *marks;
    size_t count;
};

static struct spoken hear(const struct engine *engine, const struct wire_order *order, const struct sound *sound)
{
    size_t count = wire_word_count(order);
    struct spoken spoken = {engine, order, memory_alloc(count * sizeof *spoken.words),
                            memory_alloc(count * sizeof *spoken.marks), count};
    const struct wire_event *events = (const void *)sound->events.at;
    const struct speech speech = {.events = events, .event_count = sound->events.length / sizeof *events};
    for (size_t i = 0; i < count; i++) {
        struct wire_word word = wire_word_at(order, i);
        spoken.words[i] = (struct nr_unit_word){word.start, word.end};
    }
    marks_hear(spoken.marks, spoken.words, count, &speech);
    return spoken;
}

/* The order's pronunciations for its text with `other` in the place of the word, which then has none. */
static void move_pronunciations(struct buf *out, struct str pronunciations, const struct nr_unit_word *word,
                                struct str other)
{
    struct wire_pronunciation next;
    while (wire_take_pronunciation(&pronunciations, &next)) {
        bool behind = next.start >= word->end;
        if (next.end > word->start && !behind)
            continue;
        next.start = behind ? next.start - (word->end - word->start) + (uint32_t)other.length : next.start;
        next.end = behind ? next.end - (word->end - word->start) + (uint32_t)other.length : next.end;
        wire_put_pronunciation(out, &next);
    }
}

/* What would be said with `other` in the place of the word. */
static struct buf transcribe(const struct spoken *spoken, const struct nr_unit_word *word, struct str other)
{
    const struct wire_order *order = spoken->order;
    struct buf text = {0}, pronunciations = {0}, out = {0};
    buf_append(&text, str_slice(order->text, 0, word->start));
    buf_append(&text, other);
    buf_append(&text, str_slice(order->text, word->end, order->text.length));
    move_pronunciations(&pronunciations, order->pronunciations, word, other);
    struct guarded guarded = said_text(spoken->engine, order, buf_str(&text), buf_str(&pronunciations));
    if (guarded.pronounceable)
        spoken->engine->transcribe(&guarded, &out);
    guard_free(&guarded);
    buf_free(&text);
    buf_free(&pronunciations);
    return out;
}

/* A word that is said leaves a hole, and another in its place is heard.  Of what is left out for itself the first
 * is not true; of what is left out for its place, as at the end of too much, not the second. */
static bool is_said(const struct spoken *spoken, const struct nr_unit_word *word, struct str all)
{
    struct buf without = transcribe(spoken, word, STR(""));
    struct buf changed = transcribe(spoken, word, OTHER_WORD);
    bool said = without.length < all.length && !str_equal(buf_str(&changed), all);
    buf_free(&without);
    buf_free(&changed);
    return said;
}

static void examine(const struct spoken *spoken, const struct gap *gaps, size_t count, struct buf *said)
{
    const struct nr_unit_word nothing = {0, 0};
    struct buf all = transcribe(spoken, &nothing, STR(""));
    for (size_t i = 0; i < count; i++) {
        uint32_t word = (uint32_t)gaps[i].word;
        if (is_said(spoken, &spoken->words[word], buf_str(&all)))
            buf_append(said, (struct str){(const char *)&word, sizeof word});
    }
    buf_free(&all);
}

struct guarded said_text(const struct engine *engine, const struct wire_order *order, struct str text,
                         struct str pronunciations)
{
    struct guarded guarded = {0};
    guard_text(&guarded, text, order->bare);
    if (engine->pronounce && pronunciations.length)
        engine->pronounce(&guarded, pronunciations);
    return guarded;
}

void said_find(const struct engine *engine, const struct wire_order *order, const struct sound *sound,
               struct buf *said)
{
    struct spoken spoken = hear(engine, order, sound);
    struct gap *gaps = memory_alloc(spoken.count * sizeof *gaps);
    size_t count = gaps_find(gaps, order->text, spoken.words, spoken.count, spoken.marks);
    bool few = count > 0;
    for (size_t i = 0; i < count; i++)
        few = few && gaps[i].row <= GAP_ROW_MAX;
    if (few)
        examine(&spoken, gaps, count, said);
    free(gaps);
    free(spoken.words);
    free(spoken.marks);
}
