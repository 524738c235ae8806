/* What a caller may choose.  A zeroed struct is a valid choice of all defaults. */
#ifndef NARRATOR_SETTINGS_H
#define NARRATOR_SETTINGS_H

#include "narrator/error.h"

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* How input bytes are read. */
enum nr_input {
    NR_INPUT_AUTO,  /* from the name, then the content */
    NR_INPUT_TEXT,  /* plain text with a structure to find */
    NR_INPUT_PROSE, /* running text: every paragraph is body */
    NR_INPUT_MARKDOWN,
    NR_INPUT_HTML,
    NR_INPUT_BLOCKS, /* "role<TAB>text" a line, as the view `blocks` prints */
    NR_INPUT_JSONL   /* an article a line, as a JSON object: see archive.h */
};

/* How quotations are made audible. */
enum nr_quotes {
    NR_QUOTES_VOICE, /* whole sentences: the same speaker's pitch and range shift */
    NR_QUOTES_WORDS, /* "quote ... end quote" */
    NR_QUOTES_PAUSE, /* a short pause at each mark */
    NR_QUOTES_NONE
};

/* How much is told of what stands in an article: which roles are spoken and announced.  docs/play.md has the
 * table. */
enum nr_verbosity {
    NR_VERBOSITY_MOST,
    NR_VERBOSITY_ALL, /* captions too, and what each thing is: "Heading", "Item one of three" */
    NR_VERBOSITY_SOME /* running text, lists and quotes alone; nothing is announced */
};

/* Which marks are named, as screen readers do; the pauses that they make stay. */
enum nr_punctuation {
    NR_PUNCTUATION_NONE,
    NR_PUNCTUATION_SOME, /* those that no pause tells: brackets, quotation marks, dashes, slashes */
    NR_PUNCTUATION_ALL
};

/* Whether capitals are told. */
enum nr_capitals {
    NR_CAPITALS_NONE,
    NR_CAPITALS_SAY /* "cap", "all cap" or "mixed cap" before the word */
};

/* How loud files are made. */
enum nr_loudness {
    NR_LOUDNESS_PODCAST, /* -19 LUFS, which a mono file needs to sound like -16 in stereo; peaks to -3 dB */
    NR_LOUDNESS_ACX,     /* audio books: -20 dB RMS, peaks to -3 dB */
    NR_LOUDNESS_EBUR128, /* broadcast: -23 LUFS, peaks to -1 dB */
    NR_LOUDNESS_NONE,    /* as spoken */
    NR_LOUDNESS_LUFS     /* as `lufs` says; peaks to -3 dB */
};

/* The stages that report progress. */
enum nr_stage { NR_STAGE_SPEAK, NR_STAGE_WRITE };

/* Called now and then with work done of work in all: bytes of text to speak, frames to write. */
struct nr_progress {
    void (*report)(void *context, enum nr_stage stage, uint64_t done, uint64_t all);
    void *context;
};

struct nr_tokens; /* processors that are shared with other processes */

/* Called with all sound in order, as it is recorded; false ends the recording with *error. */
struct nr_listener {
    bool (*hear)(void *context, const int16_t *frames, size_t count, struct nr_error *error);
    void *context;
};

struct nr_settings {
    enum nr_input from;
    bool any_page;         /* read web pages that are no article too: indexes, logins, errors */
    const char *locale;    /* "en-GB"; NULL: the article's language, else en-GB */
    const char *title;     /* NULL: the article's own */
    bool opening;          /* tell site, date and title first: for one of several in a recording */
    const char *rules_off; /* names of reading rules not to apply, commas between; "all"; NULL: none */
    unsigned speak_roles;  /* NR_ROLE_BIT()s spoken beyond the default */
    unsigned skip_roles;   /* NR_ROLE_BIT()s not spoken; wins over speak_roles */
    enum nr_quotes quotes;
    enum nr_verbosity verbosity;
    enum nr_punctuation punctuation;
    enum nr_capitals capitals;
    /* Files of pronunciations, a later one wins; ends with NULL.  NULL: none beyond those that are found. */
    const char *const *lexicons;
    unsigned rate_wpm;       /* words a minute of body text; 0: the voice's own */
    unsigned jobs;           /* sentences spoken, pieces written at a time; 0: the processors */
    const char *engine;      /* "espeak-ng" (default) or "tone" */
    const char *data_dir;    /* holds voices/; NULL: as installed */
    const char *user_dir;    /* the user's own, holds voices/ too and is looked into first; NULL: none */
    const char *helper_path; /* the speech helper; NULL: as installed */
    unsigned head_ms;        /* silence before the first sentence */
    unsigned tail_ms;        /* silence behind the last one, beyond its pause */
    enum nr_loudness loudness;
    double lufs;           /* for NR_LOUDNESS_LUFS: -40..-9 */
    unsigned quality;      /* of ogg, opus and mp3: 1..10, 10 is the best; 0: good for speech */
    unsigned bitrate_kbps; /* of ogg, opus and mp3, wins over quality; 0: as the quality has it */
    const char *cover;     /* a JPEG or PNG file; "": none; NULL: the article's image if it is a file beside it */
    const struct nr_tokens
        *tokens; /* a sentence, a piece takes one while it is worked on; NULL: no need to share */
    struct nr_progress progress;
    struct nr_listener listener;       /* hear may be NULL */
    const volatile sig_atomic_t *stop; /* not NULL and not 0: stop soon with NR_STOPPED */
};

#endif
