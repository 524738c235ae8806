/* A voice profile: how each role of an article sounds.  File format: docs/voices.md. */
#ifndef NARRATOR_VOICE_H
#define NARRATOR_VOICE_H

#include "narrator/article.h"

/* How the engine speaks one role, and the silence around it. */
struct nr_style {
    const char *engine_voice; /* the engine's own name, "en-us+f3" */
    unsigned rate_wpm;        /* 80..449 */
    unsigned pitch;           /* 0..99 */
    unsigned range;           /* 0..100 */
    unsigned volume;          /* 0..200, 100 is the engine's own */
    unsigned pause_before_ms; /* at 175 words a minute */
    unsigned pause_after_ms;  /* at 175 words a minute */
};

/* Bytes start..end of a sentence are said as `phonemes`: mnemonics of the engine, checked by
 * nr_phonemes_check(). */
struct nr_pronunciation {
    uint32_t start;
    uint32_t end;
    const char *phonemes;
};

#define NR_PHONEMES_BYTES_MAX 120u /* of one pronunciation */

struct nr_lexicon;

struct nr_voice {
    struct nr_arena *arena;
    const char *name;
    const char *description;    /* one line */
    const char *language;       /* BCP 47 */
    unsigned sample_rate;       /* frames a second */
    unsigned sentence_pause_ms; /* between sentences of a block, at 175 words a minute */
    double loudness_lufs;       /* of an article as the engine speaks it, measured (EBU R128) */
    struct nr_style styles[NR_ROLE_COUNT];
    struct nr_style
        quotation; /* the body's, for what is quoted in it; elsewhere its pitch and range shift alike */
    const struct nr_lexicon *lexicon; /* how names are said; NULL: as the engine reads them */
};

/* Loads a profile: a path when `name` holds a '/', else NAME.voice in the user's folder or the data folder; NULL
 * is the default. *voice is the caller's.  Fails with NR_USAGE if there is none, NR_FAILED at FILE:LINE if it is
 * wrong. */
NR_API bool nr_voice_load(const char *name, const struct nr_settings *settings, struct nr_voice **voice,
                          struct nr_error *error);

/* Reads a profile from text; `name` is for messages.  What it inherits from is looked for with default settings.
 * As nr_voice_load(). */
NR_API bool nr_voice_parse(const char *name, const char *text, size_t length, struct nr_voice **voice,
                           struct nr_error *error);

/* Calls `each` for every profile in the user's folder and the data folder, by name.  Fails if one can't be read,
 * after the others. */
NR_API bool nr_voice_list(const struct nr_settings *settings,
                          void (*each)(void *context, const struct nr_voice *voice), void *context,
                          struct nr_error *error);

/* Frees a profile.  NULL is allowed. */
NR_API void nr_voice_free(struct nr_voice *voice);

#endif
