/* From a text to its recording by the whole library, for tests. */
#ifndef TESTS_RECORDING_H
#define TESTS_RECORDING_H

#include "narrator/recording.h"
#include "reading.h"
#include "speaking.h"

struct made {
    struct nr_article *article;
    struct nr_voice *voice;
    struct nr_speaker *speaker;
    const struct nr_plan *plan;
    const struct nr_recording *recording;
};

static inline void recording_make(struct made *made, struct str text, enum nr_input from, const char *engine)
{
    struct nr_settings settings = speaking_settings(engine, 2);
    struct nr_error error = {0};
    settings.data_dir = getenv("SOURCE_DIR");
    settings.from = from;
    *made = (struct made){0};
    if (!nr_read_article("test.txt", text.at, text.length, &settings, &made->article, &error) ||
        !nr_voice_load(NULL, &settings, &made->voice, &error) ||
        !nr_plan_article(made->article, made->voice, &settings, &made->plan, &error) ||
        !nr_speaker_open(&settings, &made->speaker, &error) ||
        !nr_record_plan(made->plan, made->speaker, &settings, &made->recording, &error))
        fail_msg("%s", error.message);
}

static inline void recording_free(struct made *made)
{
    nr_speaker_close(made->speaker);
    nr_voice_free(made->voice);
    nr_article_free(made->article);
}

/* The frames start..end; to free(). */
static inline int16_t *recording_frames(const struct made *made, uint64_t start, uint64_t end)
{
    int16_t *frames = memory_alloc((size_t)(end - start + 1) * sizeof *frames);
    struct nr_error error;
    if (!nr_recording_read(made->recording, start, frames, (size_t)(end - start), &error))
        fail_msg("%s", error.message);
    return frames;
}

/* The frames of utterance `index`, without its pause; to free(). */
static inline int16_t *recording_utterance(const struct made *made, size_t index, size_t *count)
{
    const struct nr_recording *recording = made->recording;
    uint64_t pause = (uint64_t)made->plan->utterances[index].pause_after_ms * made->plan->sample_rate / 1000;
    bool last = index + 1 == made->plan->utterance_count;
    uint64_t end = last ? recording->frame_count : recording->utterance_starts[index + 1];
    *count = (size_t)(end - pause - recording->utterance_starts[index]);
    return recording_frames(made, recording->utterance_starts[index], end - pause);
}

#endif
