/* The tone engine with words that make it misbehave: all that a bad engine can do to narrate, at the place
 * where a test wants it. */
#include "engine_tone.h"

#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

static bool crash(const struct tone_word *word, struct sound *sound)
{
    (void)word, (void)sound;
    abort();
}

static bool hang(const struct tone_word *word, struct sound *sound)
{
    (void)word;
    while (!sound->full)
        pause();
    return true;
}

static bool spin(const struct tone_word *word, struct sound *sound)
{
    (void)word;
    for (volatile bool *full = &sound->full; !*full;)
        ;
    return true;
}

static bool leave(const struct tone_word *word, struct sound *sound)
{
    (void)word, (void)sound;
    _exit(3);
}

/* A child's result goes to its standard output. */
static bool babble(const struct tone_word *word, struct sound *sound)
{
    (void)sound;
    if (write(STDOUT_FILENO, word->text.at, word->text.length) < 0)
        _exit(4);
    _exit(0);
}

static bool flood(const struct tone_word *word, struct sound *sound)
{
    while (tone_sound(word, sound))
        ;
    return false;
}

/* Stands only short orders. */
static bool crash_in_company(const struct tone_word *word, struct sound *sound)
{
    if (word->guarded->count > 3 * word->count)
        abort();
    return tone_say(word, sound);
}

/* Spoken, but without an event. */
static bool mumble(const struct tone_word *word, struct sound *sound)
{
    return tone_sound(word, sound);
}

static bool swallow(const struct tone_word *word, struct sound *sound)
{
    (void)word, (void)sound;
    return true;
}

static bool kill_helper(const struct tone_word *word, struct sound *sound)
{
    kill(getppid(), SIGKILL);
    return tone_say(word, sound);
}

static bool stop_helper(const struct tone_word *word, struct sound *sound)
{
    kill(getppid(), SIGSTOP);
    return tone_say(word, sound);
}

static const struct {
    const char *word;
    bool (*act)(const struct tone_word *word, struct sound *sound);
} acts[] = {
    {"crash", crash},   {"brittle.", crash},  {"shy", crash_in_company},   {"hang", hang},
    {"spin", spin},     {"exit", leave},      {"garbage", babble},         {"flood", flood},
    {"mumble", mumble}, {"swallow", swallow}, {"killhelper", kill_helper}, {"stophelper", stop_helper},
};

static bool say(const struct tone_word *word, struct sound *sound)
{
    for (size_t i = 0; i < sizeof acts / sizeof *acts; i++)
        if (str_equal(word->text, str_of(acts[i].word)))
            return acts[i].act(word, sound);
    return tone_say(word, sound);
}

static bool speak(const struct guarded *text, struct sound *sound, struct nr_error *error)
{
    (void)error;
    tone_words(text, sound, say);
    return true;
}

static bool transcribe(const struct guarded *text, struct buf *out)
{
    return tone_transcribe(text, out, say);
}

const struct engine engine_wild = {
    .name = "tone-wild",
    .limits = {.processor_s = 1, .wall_ms = 5000, .sound_s = 20},
    .open = tone_open,
    .set_voice = tone_set_voice,
    .speak = speak,
    .transcribe = transcribe,
    .close = tone_close,
};
