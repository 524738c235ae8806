#include "sounding.h"

#include "memory.h"
#include "narrator/speaker.h"

#include <stdlib.h>
#include <string.h>

/* A word is spoken as part of a sentence: alone it might be spelled. */
#define BEFORE "It was "
#define BEHIND " again."

/* The engine's voices for a locale, where the entry may be heard. */
static const struct {
    const char *locale;
    const char *voice;
} accents[] = {{"en-GB", "en"}, {"en-US", "en-us"}};

#define ACCENTS (sizeof accents / sizeof *accents)

struct sounding {
    struct nr_speaker *speaker;
    struct nr_voice *voice; /* whose style is used */
    struct nr_error *error;
};

static const char *words_of(const struct nr_lexicon_entry *entry, bool as_told)
{
    return as_told && entry->spoken ? entry->spoken : entry->written;
}

static bool submit(const struct sounding *sounding, const struct nr_lexicon_entry *entry, size_t accent,
                   bool as_told)
{
    const char *words = words_of(entry, as_told);
    size_t start = strlen(BEFORE), end = start + strlen(words), length = end + strlen(BEHIND);
    char *text = memory_alloc(length + 1);
    struct nr_style style = sounding->voice->styles[NR_BODY];
    struct nr_pronunciation said = {(uint32_t)start, (uint32_t)end, entry->phonemes};
    style.engine_voice = accents[accent].voice;
    memcpy(text, BEFORE, start);
    memcpy(text + start, words, end - start);
    memcpy(text + end, BEHIND, strlen(BEHIND));
    struct nr_unit unit = {.text = text,
                           .length = length,
                           .style = &style,
                           .pronunciations = &said,
                           .pronunciation_count = as_told && entry->phonemes};
    bool done = nr_speaker_submit(sounding->speaker, &unit, sounding->error);
    free(text);
    return done;
}

/* Takes the sounds of the two ways. */
static bool compare(const struct sounding *sounding, bool *same)
{
    struct nr_sound sound;
    if (!nr_speaker_next(sounding->speaker, &sound, sounding->error))
        return false;
    size_t count = sound.frame_count;
    int16_t *frames = memory_alloc(count * sizeof *frames);
    if (count)
        memcpy(frames, sound.frames, count * sizeof *frames);
    bool done = nr_speaker_next(sounding->speaker, &sound, sounding->error);
    *same = done && sound.frame_count == count &&
            (count == 0 || memcmp(frames, sound.frames, count * sizeof *frames) == 0);
    free(frames);
    return done;
}

/* In every accent that the entry is for. */
static bool sounds_alike(const struct sounding *sounding, const struct nr_lexicon_entry *entry, bool *alike)
{
    *alike = true;
    for (size_t i = 0; i < ACCENTS && *alike; i++) {
        bool concerns = !entry->locale || strncmp(accents[i].locale, entry->locale, strlen(entry->locale)) == 0;
        if (concerns &&
            (!submit(sounding, entry, i, false) || !submit(sounding, entry, i, true) || !compare(sounding, alike)))
            return false;
    }
    return true;
}

/* Not what nr_lexicon_check() finds without an engine, nor what the accents don't say. */
static bool is_to_be_heard(const struct nr_lexicon_entry *entry)
{
    bool english = !entry->locale || strncmp(entry->locale, "en", 2) == 0;
    return english && !(entry->spoken && strcmp(entry->spoken, entry->written) == 0);
}

bool sounding_check(const struct nr_lexicon *lexicon, enum nr_layer layer, const struct nr_settings *settings,
                    void (*each)(void *context, const struct nr_lexicon_remark *remark), void *context,
                    struct nr_error *error)
{
    struct sounding sounding = {.error = error};
    bool done = nr_voice_load(NULL, settings, &sounding.voice, error) &&
                nr_speaker_open(settings, &sounding.speaker, error);
    for (size_t i = 0; done && i < lexicon->count; i++) {
        const struct nr_lexicon_entry *entry = &lexicon->entries[i];
        bool alike = false;
        if (entry->layer < layer || !is_to_be_heard(entry))
            continue;
        done = sounds_alike(&sounding, entry, &alike);
        if (done && alike)
            each(context, &(struct nr_lexicon_remark){
                              .entry = entry, .what = "changes nothing: the engine says it so", .is_wrong = true});
    }
    nr_speaker_close(sounding.speaker);
    nr_voice_free(sounding.voice);
    return done;
}
