/* Commands that change how it sounds. */
#include "deck_actions.h"

#define LONG_PAUSE_MS 10000 /* behind a longer pause the sentence starts over */
#define VOLUME_STEP   10
#define PAUSES_STEP   25u /* percent */

unsigned do_hold(struct deck *deck, struct str argument)
{
    (void)argument;
    if (deck->playing)
        deck->paused_ms = deck->now_ms;
    deck->playing = false;
    return EFFECT_HOLD | EFFECT_KEEP;
}

/* A short pause goes on at the word, a long one at the sentence, for who forgot how it began. */
unsigned do_resume(struct deck *deck, struct str argument)
{
    (void)argument;
    if (deck->playing)
        return EFFECT_NONE;
    deck->at.part = 0;
    if (deck->now_ms - deck->paused_ms > LONG_PAUSE_MS)
        deck->at.word = 0;
    deck->playing = true;
    return EFFECT_MOVE;
}

unsigned do_toggle(struct deck *deck, struct str argument)
{
    return deck->playing ? do_hold(deck, argument) : do_resume(deck, argument);
}

static unsigned set_rate(struct deck *deck, unsigned rate_wpm)
{
    char text[24];
    unsigned wanted = rate_wpm;
    rate_wpm = wanted < DECK_RATE_MIN ? DECK_RATE_MIN : wanted > DECK_RATE_MAX ? DECK_RATE_MAX : wanted;
    if (rate_wpm == deck->rate_wpm && wanted != rate_wpm) {
        words_add(&deck->say, WORDS_RATE_LIMIT, deck_number(text, rate_wpm), NULL);
        return EFFECT_SAY;
    }
    if (rate_wpm == deck->rate_wpm)
        return EFFECT_NONE;
    deck->rate_wpm = rate_wpm;
    return EFFECT_RATE | EFFECT_KEEP;
}

/* A tenth, so that the steps sound alike at any rate. */
unsigned do_faster(struct deck *deck, struct str argument)
{
    (void)argument;
    return set_rate(deck, (deck->rate_wpm * 11 + 5) / 10);
}

unsigned do_slower(struct deck *deck, struct str argument)
{
    (void)argument;
    return set_rate(deck, (deck->rate_wpm * 10 + 5) / 11);
}

unsigned do_usual_rate(struct deck *deck, struct str argument)
{
    (void)argument;
    return set_rate(deck, deck->usual_rate_wpm);
}

unsigned do_rate(struct deck *deck, struct str argument)
{
    unsigned wanted;
    char least[24], most[24];
    if (deck_read_number(argument, DECK_RATE_MIN, DECK_RATE_MAX, &wanted))
        return set_rate(deck, wanted);
    words_add(&deck->say, WORDS_BAD_RATE, deck_number(least, DECK_RATE_MIN), deck_number(most, DECK_RATE_MAX),
              NULL);
    return EFFECT_WRONG;
}

/* At any rate: who listens fast may still want time between sentences. */
static unsigned set_pauses(struct deck *deck, unsigned percent)
{
    char text[24];
    deck->pauses = percent < DECK_PAUSES_MIN   ? DECK_PAUSES_MIN
                   : percent > DECK_PAUSES_MAX ? DECK_PAUSES_MAX
                                               : percent;
    words_add(&deck->say, WORDS_PAUSES, deck_number(text, deck->pauses), NULL);
    return EFFECT_SAY;
}

unsigned do_longer_pauses(struct deck *deck, struct str argument)
{
    (void)argument;
    return set_pauses(deck, deck->pauses + PAUSES_STEP);
}

unsigned do_shorter_pauses(struct deck *deck, struct str argument)
{
    (void)argument;
    return set_pauses(deck, deck->pauses > PAUSES_STEP ? deck->pauses - PAUSES_STEP : 0);
}

unsigned do_pauses(struct deck *deck, struct str argument)
{
    unsigned wanted;
    char least[24], most[24];
    if (deck_read_number(argument, DECK_PAUSES_MIN, DECK_PAUSES_MAX, &wanted))
        return set_pauses(deck, wanted);
    words_add(&deck->say, WORDS_BAD_PAUSES, deck_number(least, DECK_PAUSES_MIN),
              deck_number(most, DECK_PAUSES_MAX), NULL);
    return EFFECT_WRONG;
}

static unsigned set_volume(struct deck *deck, unsigned percent)
{
    deck->volume = percent > DECK_VOLUME_MAX ? DECK_VOLUME_MAX : percent;
    deck->muted = false;
    return EFFECT_LEVEL;
}

unsigned do_louder(struct deck *deck, struct str argument)
{
    (void)argument;
    return set_volume(deck, deck->volume + VOLUME_STEP);
}

unsigned do_softer(struct deck *deck, struct str argument)
{
    (void)argument;
    return set_volume(deck, deck->volume > VOLUME_STEP ? deck->volume - VOLUME_STEP : 0);
}

unsigned do_volume(struct deck *deck, struct str argument)
{
    unsigned wanted;
    char most[24];
    if (deck_read_number(argument, 0, DECK_VOLUME_MAX, &wanted))
        return set_volume(deck, wanted);
    words_add(&deck->say, WORDS_BAD_VOLUME, deck_number(most, DECK_VOLUME_MAX), NULL);
    return EFFECT_WRONG;
}

unsigned do_mute(struct deck *deck, struct str argument)
{
    (void)argument;
    deck->muted = !deck->muted;
    return EFFECT_LEVEL;
}
