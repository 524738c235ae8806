#include "pour.h"

static void report(const struct output *output, uint64_t done)
{
    const struct nr_progress *progress = &output->settings->progress;
    if (progress->report)
        progress->report(progress->context, NR_STAGE_WRITE, done, output->recording->frame_count);
}

bool pour_recording(const struct output *output,
                    bool (*take)(void *context, const int16_t *frames, size_t count, struct nr_error *error),
                    void *context, struct nr_error *error)
{
    const struct nr_recording *recording = output->recording;
    int16_t frames[POUR_FRAMES_MAX];
    for (uint64_t at = 0; at < recording->frame_count;) {
        uint64_t left = recording->frame_count - at;
        size_t count = left < POUR_FRAMES_MAX ? (size_t)left : POUR_FRAMES_MAX;
        if (!nr_recording_read(recording, at, frames, count, error) || !take(context, frames, count, error))
            return false;
        at += count;
        report(output, at);
    }
    return true;
}
