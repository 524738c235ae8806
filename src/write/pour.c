#include "pour.h"

#include "fail.h"

void pour_report(const struct output *output, uint64_t done)
{
    const struct nr_progress *progress = &output->settings->progress;
    if (progress->report)
        progress->report(progress->context, NR_STAGE_WRITE, done, output->recording->frame_count);
}

bool pour_range(const struct output *output, uint64_t start, uint64_t end, const struct pour_to *to,
                struct nr_error *error)
{
    int16_t frames[POUR_FRAMES_MAX];
    while (start < end) {
        size_t count = end - start < POUR_FRAMES_MAX ? (size_t)(end - start) : POUR_FRAMES_MAX;
        if (output->settings->stop && *output->settings->stop)
            return fail(error, NR_STOPPED, "stopped");
        if (!master_read(output->master, start, frames, count, error) ||
            !to->take(to->context, frames, count, error))
            return false;
        start += count;
    }
    return true;
}

bool pour_all(const struct output *output, const struct pour_to *to, struct nr_error *error)
{
    uint64_t end = output->recording->frame_count;
    for (uint64_t at = 0; at < end;) {
        uint64_t next = end - at < POUR_FRAMES_MAX ? end : at + POUR_FRAMES_MAX;
        if (!pour_range(output, at, next, to, error))
            return false;
        pour_report(output, at = next);
    }
    return true;
}
