/* plan -> recording: sound, and its one timeline of marks. */
#ifndef NARRATOR_RECORDING_H
#define NARRATOR_RECORDING_H

#include "narrator/plan.h"
#include "narrator/speaker.h"

/* A mark in the recording, in frames from its start. */
struct nr_mark {
    uint64_t start_frame;
    bool heard; /* false: inferred */
};

/* 16-bit mono sound, kept in an unlinked file, with marks for all that the plan says. */
struct nr_recording {
    const struct nr_plan *plan;
    const char *engine; /* "eSpeak NG 1.51" */
    unsigned sample_rate;
    uint64_t frame_count;
    int pcm_fd;                       /* int16_t in the machine's order; use nr_recording_read() */
    const uint64_t *utterance_starts; /* a frame per utterance of the plan */
    const struct nr_mark *words;      /* a mark per token of the plan */
    const uint64_t *chapter_starts;   /* a frame per chapter of the plan; the first is 0 */
    size_t words_lost;                /* tokens that are not in the sound */
    size_t words_repaired;            /* tokens that the engine left out at first */
};

/* Speaks the plan through `speaker`.  *recording lives in the article's arena.  Words that could not be
 * spoken become a note an utterance and count in words_lost.  Fails on a full disk, a dead engine, or NR_STOPPED. */
NR_API bool nr_record_plan(const struct nr_plan *plan, struct nr_speaker *speaker,
                           const struct nr_settings *settings, const struct nr_recording **recording,
                           struct nr_error *error);

/* Reads `count` frames from `start` into `frames`; both must lie in the recording. */
NR_API bool nr_recording_read(const struct nr_recording *recording, uint64_t start, int16_t *frames, size_t count,
                              struct nr_error *error);

#endif
