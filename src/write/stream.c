/* Sound that is written while it is made: what is known only at the end is guessed or left out. */
#include "fail.h"
#include "format.h"
#include "loudness.h"
#include "memory.h"
#include "pour.h"

#include <stdlib.h>

struct nr_stream {
    struct nr_plan plan; /* without chapters: nobody knows when they start */
    struct nr_recording recording;
    struct sink sink;
    struct master master;
    struct output output;
    struct limiter_flow flow;
    size_t unheard; /* frames at the start of the flow that are older than the sound */
    void *state;    /* the format's */
};

static bool check(const struct nr_format *format, const struct nr_settings *settings, struct nr_error *error)
{
    return format->streaming
               ? nr_output_check(format, settings, error)
               : fail(error, NR_USAGE, "%s begins with what is known only at the end; stream ogg, opus or wav",
                      nr_format_name(format));
}

static bool give(struct nr_stream *stream, const int16_t *frames, size_t count, struct nr_error *error)
{
    const int16_t *loud = limiter_flow_push(&stream->flow, frames, count);
    size_t skipped = stream->unheard < count ? stream->unheard : count;
    stream->unheard -= skipped;
    return skipped == count ||
           stream->output.format->streaming->add(stream->state, loud + skipped, count - skipped, error);
}

bool nr_stream_open(const struct nr_plan *plan, const char *engine, const struct nr_format *format, int fd,
                    const struct nr_settings *settings, struct nr_stream **stream, struct nr_error *error)
{
    if (!check(format, settings, error))
        return false;
    struct nr_stream *made = memory_alloc(sizeof *made);
    made->plan = *plan;
    made->plan.chapter_count = 0;
    made->recording = (struct nr_recording){.plan = &made->plan,
                                            .engine = engine,
                                            .sample_rate = plan->sample_rate,
                                            .frame_count = ENDLESS,
                                            .pcm_fd = -1};
    made->sink = (struct sink){fd, "the output", settings->stop};
    made->master = master_raw(&made->recording);
    made->output =
        (struct output){format, &made->recording, &made->master, NULL, settings, &made->sink, arena_new()};
    loudness_guess(&made->output, &made->master);
    limiter_flow_begin(&made->flow, made->master.limiter);
    made->unheard = limiter_behind(&made->master.limiter);
    if (output_cover(&made->output, error) && format->streaming->begin(&made->output, &made->state, error)) {
        *stream = made;
        return true;
    }
    nr_stream_drop(made);
    return false;
}

bool nr_stream_add(struct nr_stream *stream, const int16_t *frames, size_t count, struct nr_error *error)
{
    while (count > 0) {
        size_t part = count < POUR_FRAMES_MAX ? count : POUR_FRAMES_MAX;
        if (!give(stream, frames, part, error))
            return false;
        frames += part;
        count -= part;
    }
    return true;
}

bool nr_stream_end(struct nr_stream *stream, struct nr_error *error)
{
    size_t late = limiter_behind(&stream->flow.limiter);
    int16_t *silence = memory_alloc(late * sizeof *silence);
    bool ok =
        nr_stream_add(stream, silence, late, error) && stream->output.format->streaming->end(stream->state, error);
    free(silence);
    return ok;
}

void nr_stream_drop(struct nr_stream *stream)
{
    if (!stream)
        return;
    if (stream->state)
        stream->output.format->streaming->drop(stream->state);
    limiter_flow_end(&stream->flow);
    arena_free(stream->output.arena);
    free(stream);
}
