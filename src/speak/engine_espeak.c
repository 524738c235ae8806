/* The only file that knows espeak-ng. */
#include "engine.h"
#include "engine_espeak_data.h"
#include "engine_espeak_phonemes.h"

#include "fail.h"

#include <espeak-ng/espeak_ng.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define BUFFER_MS  60
#define RATE_LEAST 80
#define RATE_MOST  449 /* from 450 on espeak-ng stretches the sound and its word events are wrong */

/* Loaded by the helper for all its children, and always the same: a child's sound may depend on nothing else than
 * its order. */
#define PRIMING_VOICE "en"

#define SEPARATOR_SHIFT 8

struct speaking {
    const struct guarded *text;
    struct sound *sound;
};

static const espeak_VOICE **all_voices; /* listed once, for that takes as long as a short sentence */
static struct espeak_data own_data;
static struct speaking speaking; /* espeak-ng has one state a process, and calls back without a context */

static bool failed(struct nr_error *error, const char *what, espeak_ng_STATUS status)
{
    char reason[128] = "";
    espeak_ng_GetStatusCodeMessage(status, reason, sizeof reason);
    return fail(error, NR_FAILED, "espeak-ng could not %s: %s", what, reason);
}

/* Positions count code points from 1, tags and controls included; some are bogus. */
static void hear(const espeak_EVENT *event)
{
    const struct guarded *text = speaking.text;
    bool real = event->type == espeakEVENT_WORD && event->text_position >= 1 &&
                (size_t)event->text_position <= text->count && event->sample >= 0;
    if (real)
        sound_word(speaking.sound, text->origins[event->text_position - 1], (uint32_t)event->sample);
}

static int on_sound(short *frames, int count, espeak_EVENT *events)
{
    for (; events->type != espeakEVENT_LIST_TERMINATED; events++)
        hear(events);
    bool more = !frames || count <= 0 || sound_frames(speaking.sound, frames, (size_t)count);
    return more ? 0 : 1;
}

/* espeak-ng takes other data in silence where it can't use what it was given, so it is asked. */
static bool choose_data(const struct wire_hello *hello, struct nr_error *error)
{
    const char *path = NULL;
    /* A folder named by either would silently win over the system's data. */
    unsetenv("ESPEAK_DATA_PATH");
    unsetenv("HOME");
    espeak_ng_InitializePath(NULL);
    espeak_Info(&path);
    if (access(path, R_OK | X_OK) != 0)
        return fail_errno(error, "%s: espeak-ng has no data; install espeak-ng-data", path);
    if (!espeak_data_make(&own_data, path, hello->variants, WIRE_VARIANTS, error))
        return false;
    espeak_ng_InitializePath(own_data.path);
    espeak_Info(&path);
    if (str_starts(str_of(path), str_of(own_data.path)))
        return true;
    return fail(error, NR_FAILED, "espeak-ng took its data from %s instead of %s", path, own_data.path);
}

static bool start(struct engine_about *about, struct nr_error *error)
{
    espeak_ng_STATUS status = espeak_ng_Initialize(NULL);
    if (status != ENS_OK)
        return failed(error, "be started; install espeak-ng-data", status);
    status = espeak_ng_InitializeOutput(ENOUTPUT_MODE_SYNCHRONOUS, BUFFER_MS, NULL);
    if (status != ENS_OK)
        return failed(error, "be started", status);
    all_voices = espeak_ListVoices(NULL); /* first, or choosing a voice lists them too */
    status = espeak_ng_SetVoiceByName(PRIMING_VOICE);
    int rate = espeak_ng_GetSampleRate();
    if (status != ENS_OK || rate <= 0)
        return failed(error, "load its voice " PRIMING_VOICE, status);
    espeak_SetSynthCallback(on_sound);
    snprintf(about->title, sizeof about->title, "eSpeak NG %s", espeak_Info(NULL));
    about->sample_rate = (unsigned)rate;
    return true;
}

static bool open_espeak(const struct wire_hello *hello, struct engine_about *about, struct nr_error *error)
{
    if (choose_data(hello, error) && start(about, error))
        return true;
    espeak_data_remove(&own_data);
    return false;
}

/* Is `language` one of the voice's, and how well does it speak it?  Smaller is better; 0: not at all. */
static unsigned rank(const espeak_VOICE *voice, struct str language)
{
    for (const char *at = voice->languages; *at; at += strlen(at) + 1) {
        unsigned priority = (unsigned char)*at++; /* a byte before every language */
        if (str_equal(str_of(at), language))
            return priority;
    }
    return 0;
}

/* The file of the voice that speaks `language` best; NULL if there is none.  mbrola voices are listed whether they
 * are installed or not. */
static const char *find_by_language(struct str language)
{
    const char *best = NULL;
    unsigned best_rank = 0;
    for (const espeak_VOICE **voices = all_voices; *voices; voices++) {
        unsigned found = rank(*voices, language);
        bool mbrola = str_starts(str_of((*voices)->identifier), STR("mb/"));
        if (found && !mbrola && (!best || found < best_rank)) {
            best = (*voices)->identifier;
            best_rank = found;
        }
    }
    const char *slash = best ? strrchr(best, '/') : NULL;
    return slash ? slash + 1 : best;
}

/* espeak-ng knows "en" by its file's name, but "en-gb" only as a language of that file. */
static bool choose(const char *name)
{
    char by_language[64];
    size_t plus = strcspn(name, "+");
    if (espeak_ng_SetVoiceByName(name) == ENS_OK)
        return true;
    const char *file = find_by_language((struct str){name, plus});
    if (!file)
        return false;
    snprintf(by_language, sizeof by_language, "%s%s", file, name + plus);
    return espeak_ng_SetVoiceByName(by_language) == ENS_OK;
}

/* An unknown variant is no error to espeak-ng: the voice that it took has to be asked for. */
static bool has_variant(const char *name)
{
    const char *variant = strchr(name, '+');
    const espeak_VOICE *voice = espeak_GetCurrentVoice();
    return !variant || (voice && voice->identifier && str_ends(str_of(voice->identifier), str_of(variant)));
}

static void set_parameter(espeak_PARAMETER parameter, uint32_t value, uint32_t least, uint32_t most)
{
    uint32_t kept = value < least ? least : value > most ? most : value;
    espeak_ng_SetParameter(parameter, (int)kept, 0);
}

static bool set_voice(const struct wire_order *order, unsigned *sample_rate, struct nr_error *error)
{
    char name[64];
    snprintf(name, sizeof name, "%.*s", (int)order->voice.length, order->voice.at);
    if (!choose(name) || !has_variant(name))
        return fail(error, NR_USAGE, "espeak-ng has no voice '%s'; see espeak-ng --voices", name);
    /* After the voice: one with a speed of its own changes the rate of all. */
    set_parameter(espeakRATE, order->rate_wpm, RATE_LEAST, RATE_MOST);
    set_parameter(espeakPITCH, order->pitch, 0, 99);
    set_parameter(espeakRANGE, order->range, 0, 100);
    set_parameter(espeakVOLUME, order->volume, 0, 200);
    int rate = espeak_ng_GetSampleRate();
    *sample_rate = rate > 0 ? (unsigned)rate : *sample_rate;
    return true;
}

/* Plain UTF-8, no SSML: nothing in the text is a command.  Phonemes are read only where some were put in, and the
 * guard left nothing in the text that looks like them. */
static bool speak(const struct guarded *text, struct sound *sound, struct nr_error *error)
{
    speaking = (struct speaking){text, sound};
    unsigned flags = espeakCHARS_UTF8 | (text->has_phonemes ? espeakPHONEMES : 0);
    espeak_ng_STATUS status =
        espeak_ng_Synthesize(text->text.at, text->text.length + 1, 0, POS_CHARACTER, 0, flags, NULL, NULL);
    return status == ENS_OK || sound->full || failed(error, "speak", status);
}

/* Names of phonemes, each with a space behind it; stress and pauses depend on too much else. */
static void append_names(struct buf *out, struct str names)
{
    while (names.length) {
        size_t length = str_find(names, STR(" "));
        struct str name = str_slice(names, 0, length);
        names = str_slice(names, length + 1, names.length);
        while (name.length && strchr("',%=", name.at[0]))
            name = str_slice(name, 1, name.length);
        if (!name.length || name.at[0] == '_')
            continue;
        buf_append(out, name);
        buf_append_char(out, ' ');
    }
}

/* Translation is two per cent of speaking.  Whether phonemes are read was said at speaking. */
static bool transcribe(const struct guarded *text, struct buf *out)
{
    const void *rest = text->text.at;
    for (size_t clauses = 0; rest && clauses <= text->count; clauses++) {
        const char *names = espeak_TextToPhonemes(&rest, espeakCHARS_UTF8, ' ' << SEPARATOR_SHIFT);
        append_names(out, str_of(names));
    }
    return !rest;
}

static void close_espeak(void)
{
    espeak_ng_Terminate();
    espeak_data_remove(&own_data);
}

const struct engine engine_espeak = {
    .name = "espeak-ng",
    .limits = {.processor_s = 10, .wall_ms = 30000, .sound_s = 120},
    .open = open_espeak,
    .set_voice = set_voice,
    .pronounce = espeak_pronounce,
    .speak = speak,
    .transcribe = transcribe,
    .close = close_espeak,
};
