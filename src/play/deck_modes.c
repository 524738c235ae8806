/* Commands that change what is told of the text. */
#include "deck_actions.h"

#define LEVELS_MAX 3

static const struct {
    const char *levels[LEVELS_MAX];
    enum words words;
} modes[MODE_COUNT] = {
    [MODE_VERBOSITY] = {{[NR_VERBOSITY_MOST] = "most", [NR_VERBOSITY_ALL] = "all", [NR_VERBOSITY_SOME] = "some"},
                        WORDS_VERBOSITY},
    [MODE_PUNCTUATION] =
        {{[NR_PUNCTUATION_NONE] = "none", [NR_PUNCTUATION_SOME] = "some", [NR_PUNCTUATION_ALL] = "all"},
         WORDS_PUNCTUATION},
    [MODE_CAPITALS] = {{[NR_CAPITALS_NONE] = "none", [NR_CAPITALS_SAY] = "say"}, WORDS_CAPITALS},
};

const char *deck_level(enum mode mode, unsigned level)
{
    return level < LEVELS_MAX ? modes[mode].levels[level] : NULL;
}

static unsigned set(struct deck *deck, enum mode mode, unsigned level)
{
    bool same = deck->modes[mode] == level;
    deck->modes[mode] = level;
    words_add(&deck->say, modes[mode].words, deck_level(mode, level), NULL);
    return same ? EFFECT_SAY : EFFECT_SAY | EFFECT_MODES;
}

static unsigned next(struct deck *deck, enum mode mode)
{
    unsigned level = deck->modes[mode] + 1;
    return set(deck, mode, deck_level(mode, level) ? level : 0);
}

static unsigned choose(struct deck *deck, enum mode mode, struct str name)
{
    struct buf wrong = {0}, there = {0};
    for (unsigned level = 0; deck_level(mode, level); level++)
        if (str_equal(str_of(deck_level(mode, level)), name))
            return set(deck, mode, level);
    for (unsigned level = 0; deck_level(mode, level); level++)
        buf_printf(&there, "%s%s", level > 0 ? ", " : "", deck_level(mode, level));
    buf_append(&wrong, name);
    words_add(&deck->say, WORDS_BAD_LEVEL, wrong.at ? wrong.at : "", there.at, NULL);
    buf_free(&wrong);
    buf_free(&there);
    return EFFECT_WRONG;
}

unsigned do_next_verbosity(struct deck *deck, struct str argument)
{
    (void)argument;
    return next(deck, MODE_VERBOSITY);
}

unsigned do_next_punctuation(struct deck *deck, struct str argument)
{
    (void)argument;
    return next(deck, MODE_PUNCTUATION);
}

unsigned do_next_capitals(struct deck *deck, struct str argument)
{
    (void)argument;
    return next(deck, MODE_CAPITALS);
}

unsigned do_verbosity(struct deck *deck, struct str argument)
{
    return choose(deck, MODE_VERBOSITY, argument);
}

unsigned do_punctuation(struct deck *deck, struct str argument)
{
    return choose(deck, MODE_PUNCTUATION, argument);
}

unsigned do_capitals(struct deck *deck, struct str argument)
{
    return choose(deck, MODE_CAPITALS, argument);
}
