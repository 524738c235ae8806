/* A voice of pure tones with exact durations, for tests. */
#ifndef SPEAK_ENGINE_TONE_H
#define SPEAK_ENGINE_TONE_H

#include "engine.h"

/* Frames of every code point of a word at 175 words a minute; nothing lies between words. */
#define TONE_FRAMES 1000

/* A word of the guarded text: code points first..first+count, bytes `text`. */
struct tone_word {
    const struct guarded *guarded;
    size_t first;
    size_t count;
    struct str text;
};

/* Says the word: an event, and a tone by each letter. */
bool tone_say(const struct tone_word *word, struct sound *sound);

/* Its event alone, or its tones alone. */
void tone_announce(const struct tone_word *word, struct sound *sound);
bool tone_sound(const struct tone_word *word, struct sound *sound);

/* Has `say` called for every word until it returns false. */
void tone_words(const struct guarded *text, struct sound *sound,
                bool (*say)(const struct tone_word *word, struct sound *sound));

/* What `say` would make of the text: its frames. */
bool tone_transcribe(const struct guarded *text, struct buf *out,
                     bool (*say)(const struct tone_word *word, struct sound *sound));

bool tone_open(const struct wire_hello *hello, struct engine_about *about, struct nr_error *error);
bool tone_set_voice(const struct wire_order *order, unsigned *sample_rate, struct nr_error *error);
void tone_close(void);

#endif
