#include "comments.h"

#include "tags.h"

#include <inttypes.h>

/* HH:MM:SS.mmm, cut to the millisecond: a mark may stand before its first sound, never behind it. */
static const char *clock_time(struct nr_arena *arena, uint64_t frame, unsigned sample_rate)
{
    uint64_t ms = frame * 1000 / sample_rate;
    return arena_printf(arena, "%02" PRIu64 ":%02" PRIu64 ":%02" PRIu64 ".%03" PRIu64, ms / 3600000,
                        ms / 60000 % 60, ms / 1000 % 60, ms % 1000);
}

void comments_each(const struct output *output, void (*add)(void *context, const char *comment), void *context)
{
    const struct nr_recording *recording = output->recording;
    struct nr_arena *arena = output->arena;
    struct tags tags = tags_of(output);
    for (size_t i = 0; i < tags.count; i++)
        add(context, arena_printf(arena, "%s=%s", tags.at[i].comment, tags.at[i].value));
    /* The Chapter Extension of wiki.xiph.org; players want 001 first, no gap, and the name behind its time. */
    for (size_t i = 0; i < recording->plan->chapter_count; i++) {
        const char *start = clock_time(arena, recording->chapter_starts[i], recording->sample_rate);
        add(context, arena_printf(arena, "CHAPTER%03zu=%s", i + 1, start));
        add(context, arena_printf(arena, "CHAPTER%03zuNAME=%s", i + 1, recording->plan->chapters[i].title));
    }
}
