#include "engine_tone.h"

#include "fail.h"
#include "utf8.h"

#include <math.h>
#include <stdio.h>

#define SAMPLE_RATE    22050
#define TRANSCRIBED_S  120
#define NORMAL_RATE    175
#define LOWEST_HZ      200.0
#define STEP_HZ        20.0
#define FULL_AMPLITUDE 8000.0

static unsigned letter_frames = TONE_FRAMES; /* as set by the voice; the process speaks one order */
static double amplitude = FULL_AMPLITUDE;

bool tone_open(const struct wire_hello *hello, struct engine_about *about, struct nr_error *error)
{
    (void)hello;
    (void)error;
    snprintf(about->title, sizeof about->title, "tone 1");
    about->sample_rate = SAMPLE_RATE;
    return true;
}

bool tone_set_voice(const struct wire_order *order, unsigned *sample_rate, struct nr_error *error)
{
    if (!order->rate_wpm)
        return fail(error, NR_FAILED, "the rate must not be 0");
    *sample_rate = SAMPLE_RATE;
    letter_frames = TONE_FRAMES * NORMAL_RATE / order->rate_wpm;
    amplitude = FULL_AMPLITUDE * order->volume / 100.0;
    return true;
}

void tone_close(void)
{
}

static bool letter(uint32_t code, struct sound *sound)
{
    const double turn = 6.283185307179586 * (LOWEST_HZ + STEP_HZ * (code % 32)) / SAMPLE_RATE;
    int16_t frame;
    for (unsigned i = 0; i < letter_frames; i++) {
        frame = (int16_t)(amplitude * sin(turn * i));
        if (!sound_frames(sound, &frame, 1))
            return false;
    }
    return true;
}

void tone_announce(const struct tone_word *word, struct sound *sound)
{
    sound_word(sound, word->guarded->origins[word->first], (uint32_t)sound->frame_count);
}

bool tone_sound(const struct tone_word *word, struct sound *sound)
{
    bool more = true;
    for (size_t at = 0, length; more && at < word->text.length; at += length)
        more = letter(utf8_at(word->text, at, &length), sound);
    return more;
}

bool tone_say(const struct tone_word *word, struct sound *sound)
{
    tone_announce(word, sound);
    return tone_sound(word, sound);
}

void tone_words(const struct guarded *text, struct sound *sound,
                bool (*say)(const struct tone_word *word, struct sound *sound))
{
    struct str all = buf_str(&text->text);
    struct tone_word word = {.guarded = text, .text = str_slice(all, 0, 0)};
    size_t index = 0;
    bool more = true;
    for (size_t at = 0, length; more && at <= all.length; at += length ? length : 1, index++) {
        uint32_t code = utf8_at(all, at, &length);
        if (length && code != ' ') {
            word.text.length += length;
            word.count++;
            continue;
        }
        more = !word.count || say(&word, sound);
        word = (struct tone_word){text, index + 1, 0, str_slice(all, at + length, at + length)};
    }
}

bool tone_transcribe(const struct guarded *text, struct buf *out,
                     bool (*say)(const struct tone_word *word, struct sound *sound))
{
    struct sound sound = {.fd = -1, .frames_max = SAMPLE_RATE * TRANSCRIBED_S};
    tone_words(text, &sound, say);
    buf_append(out, buf_str(&sound.frames));
    sound_free(&sound);
    return true;
}

static bool speak(const struct guarded *text, struct sound *sound, struct nr_error *error)
{
    (void)error;
    tone_words(text, sound, tone_say);
    return true;
}

static bool transcribe(const struct guarded *text, struct buf *out)
{
    return tone_transcribe(text, out, tone_say);
}

const struct engine engine_tone = {
    .name = "tone",
    .limits = {.processor_s = 10, .wall_ms = 30000, .sound_s = 120},
    .open = tone_open,
    .set_voice = tone_set_voice,
    .speak = speak,
    .transcribe = transcribe,
    .close = tone_close,
};
