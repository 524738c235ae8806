/* Speech, a sentence at a time: submit units, take their sounds in the same order.
 * A process of its own speaks; nothing that it does can harm the caller. */
#ifndef NARRATOR_SPEAKER_H
#define NARRATOR_SPEAKER_H

#include "narrator/voice.h"

/* A word of a unit: bytes start..end of its text. */
struct nr_unit_word {
    uint32_t start;
    uint32_t end;
};

/* One sentence to speak.  Its sound depends on the text, the style and the engine's version alone. */
struct nr_unit {
    const char *text;                 /* UTF-8; may hold anything, nothing in it commands the engine */
    size_t length;                    /* bytes, at most NR_UNIT_BYTES_MAX */
    const struct nr_unit_word *words; /* in order; copied */
    size_t word_count;
    const struct nr_style *style;
    const struct nr_pronunciation *pronunciations; /* in order, apart; copied */
    size_t pronunciation_count;
};

#define NR_UNIT_BYTES_MAX 16384u

/* What became of a unit. */
enum nr_sound_state {
    NR_SOUND_WHOLE,   /* all of it was spoken */
    NR_SOUND_PARTIAL, /* some words are missing: their marks say which, `why` the first cause */
    NR_SOUND_LOST     /* the engine died, hung or said too much or nothing: no frames, see `why` */
};

/* Where a word starts.  Heard: the engine said so; else inferred from its neighbours.  Lost: it is not in the
 * sound. */
struct nr_word_mark {
    uint32_t start_frame; /* in the sound; never falls from word to word */
    bool heard;
    bool lost;
};

/* Owned by the speaker, valid until the next call on it. */
struct nr_sound {
    enum nr_sound_state state;
    const char *why;       /* what went wrong, mended when whole, for a note; "" when nothing did */
    const int16_t *frames; /* mono */
    size_t frame_count;
    unsigned sample_rate;
    const struct nr_word_mark *marks; /* one per word of the unit */
    size_t mark_count;
    size_t words_repaired; /* left out at first, and spoken at another try */
};

struct nr_speaker;

/* Starts the helper.  *speaker is the caller's.  Fails with NR_FAILED if it can't be started. */
NR_API bool nr_speaker_open(const struct nr_settings *settings, struct nr_speaker **speaker,
                            struct nr_error *error);

/* The same in two steps, so that other work can be done while the helper gets ready: nothing but await and close
 * may come between. */
NR_API bool nr_speaker_begin(const struct nr_settings *settings, struct nr_speaker **speaker,
                             struct nr_error *error);

/* Waits until the helper is ready.  Fails with NR_FAILED if it does not get so. */
NR_API bool nr_speaker_await(struct nr_speaker *speaker, struct nr_error *error);

/* How many more units can be submitted before one must be taken. */
NR_API size_t nr_speaker_room(const struct nr_speaker *speaker);

/* Gives a unit to be spoken; copies it.  Needs nr_speaker_room() > 0. */
NR_API bool nr_speaker_submit(struct nr_speaker *speaker, const struct nr_unit *unit, struct nr_error *error);

/* Waits for the oldest unit not yet taken.  A unit that could not be spoken is no failure: see its state.
 * Fails with NR_FAILED when the helper can't be kept running, NR_USAGE when the engine lacks the style's voice,
 * NR_STOPPED on request. */
NR_API bool nr_speaker_next(struct nr_speaker *speaker, struct nr_sound *sound, struct nr_error *error);

/* Does what can be done without waiting; *ready: nr_speaker_next() would not wait either.  For those who wait for
 * other things too: call it when nr_speaker_fd() can be read, and ten times a second.  Fails as nr_speaker_next().
 */
NR_API bool nr_speaker_ready(struct nr_speaker *speaker, bool *ready, struct nr_error *error);

/* Can be read when the helper has said something; -1: there is none at the moment.  May change from call to call.
 */
NR_API int nr_speaker_fd(const struct nr_speaker *speaker);

/* Drops all units submitted and not yet taken; what is being spoken is stopped. */
NR_API void nr_speaker_cancel(struct nr_speaker *speaker);

/* The engine and its version, "eSpeak NG 1.51"; valid until close. */
NR_API const char *nr_speaker_engine(const struct nr_speaker *speaker);

/* Ends the helper and frees the speaker.  NULL is allowed. */
NR_API void nr_speaker_close(struct nr_speaker *speaker);

#endif
