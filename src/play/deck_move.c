/* Commands that change the place. */
#include "deck_actions.h"
#include "walk.h"

#include <stdlib.h>
#include <string.h>

#define AGAIN_MS 1500 /* "previous" within this time goes back, later it repeats */

/* Moving always goes on reading: that is how the listener hears where he is. */
static unsigned move(struct deck *deck, uint32_t utterance)
{
    deck->at = (struct spot){.utterance = utterance};
    deck->sentence_ms = 0;
    deck->playing = true;
    return EFFECT_MOVE | EFFECT_KEEP;
}

static unsigned next(struct deck *deck, enum step step, enum words at_end)
{
    uint32_t to;
    return walk_next(deck->plan, step, deck->at.utterance, &to) ? move(deck, to) : deck_say(deck, at_end);
}

/* Back to the start of this one, or to the one before when this one has hardly begun. */
static unsigned previous(struct deck *deck, enum step step)
{
    uint32_t start = walk_start(deck->plan, step, deck->at.utterance), to = start;
    bool begun = start != deck->at.utterance || deck->sentence_ms > AGAIN_MS;
    if (!begun && !walk_previous(deck->plan, step, start, &to))
        to = 0;
    return move(deck, to);
}

unsigned do_next_sentence(struct deck *deck, struct str argument)
{
    (void)argument;
    return next(deck, STEP_SENTENCE, WORDS_LAST_SENTENCE);
}

unsigned do_next_paragraph(struct deck *deck, struct str argument)
{
    (void)argument;
    return next(deck, STEP_PARAGRAPH, WORDS_LAST_PARAGRAPH);
}

unsigned do_next_section(struct deck *deck, struct str argument)
{
    (void)argument;
    return next(deck, STEP_SECTION, WORDS_LAST_SECTION);
}

unsigned do_previous_sentence(struct deck *deck, struct str argument)
{
    (void)argument;
    return previous(deck, STEP_SENTENCE);
}

unsigned do_previous_paragraph(struct deck *deck, struct str argument)
{
    (void)argument;
    return previous(deck, STEP_PARAGRAPH);
}

unsigned do_previous_section(struct deck *deck, struct str argument)
{
    (void)argument;
    return previous(deck, STEP_SECTION);
}

unsigned do_repeat_sentence(struct deck *deck, struct str argument)
{
    (void)argument;
    return move(deck, deck->at.utterance);
}

unsigned do_repeat_paragraph(struct deck *deck, struct str argument)
{
    (void)argument;
    return move(deck, walk_start(deck->plan, STEP_PARAGRAPH, deck->at.utterance));
}

unsigned do_skip_block(struct deck *deck, struct str argument)
{
    uint32_t to;
    (void)argument;
    return walk_past(deck->plan, deck->at.utterance, &to) ? move(deck, to) : deck_say(deck, WORDS_LAST_BLOCK);
}

unsigned do_go_start(struct deck *deck, struct str argument)
{
    (void)argument;
    return move(deck, 0);
}

unsigned do_go_end(struct deck *deck, struct str argument)
{
    (void)argument;
    return move(deck, (uint32_t)deck->plan->utterance_count - 1);
}

unsigned do_go_percent(struct deck *deck, struct str argument)
{
    unsigned percent;
    if (deck_read_number(argument, 0, 100, &percent))
        return move(deck, walk_at_percent(deck->plan, percent));
    deck_say(deck, WORDS_BAD_PERCENT);
    return EFFECT_WRONG;
}

unsigned do_find_text(struct deck *deck, struct str argument)
{
    uint32_t to;
    char *text = strndup(argument.at ? argument.at : "", argument.length);
    if (walk_find(deck->plan, argument, deck->at.utterance, &to)) {
        free(text);
        return move(deck, to);
    }
    words_add(&deck->say, WORDS_NOT_FOUND, text ? text : "", NULL);
    free(text);
    return EFFECT_SAY | EFFECT_NONE;
}

static size_t bookmark_at(const struct deck *deck, uint32_t utterance)
{
    size_t at = 0;
    while (at < deck->bookmark_count && deck->bookmarks[at] < utterance)
        at++;
    return at;
}

unsigned do_bookmark(struct deck *deck, struct str argument)
{
    char most[24];
    uint32_t here = deck->at.utterance;
    size_t at = bookmark_at(deck, here);
    bool there = at < deck->bookmark_count && deck->bookmarks[at] == here;
    uint32_t *slot = deck->bookmarks + at;
    size_t behind = (deck->bookmark_count - at) * sizeof *slot;
    (void)argument;
    if (there) {
        memmove(slot, slot + 1, behind - sizeof *slot);
        deck->bookmark_count--;
        return deck_say(deck, WORDS_BOOKMARK_GONE) | EFFECT_KEEP;
    }
    if (deck->bookmark_count == DECK_BOOKMARKS_MAX) {
        words_add(&deck->say, WORDS_BOOKMARKS_FULL, deck_number(most, DECK_BOOKMARKS_MAX), NULL);
        return EFFECT_SAY;
    }
    memmove(slot + 1, slot, behind);
    *slot = here;
    deck->bookmark_count++;
    return deck_say(deck, WORDS_BOOKMARK_SET) | EFFECT_KEEP;
}

unsigned do_next_bookmark(struct deck *deck, struct str argument)
{
    (void)argument;
    if (!deck->bookmark_count)
        return deck_say(deck, WORDS_BOOKMARKS_NONE);
    size_t at = bookmark_at(deck, deck->at.utterance + 1);
    return move(deck, deck->bookmarks[at < deck->bookmark_count ? at : 0]);
}
