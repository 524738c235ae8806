#include "command.h"

#include "fail.h"
#include "messages.h"
#include "output.h"
#include "outputs.h"
#include "progress.h"
#include "receipt.h"
#include "streaming.h"

/* What all articles of a run share. */
struct narrating {
    const struct options *options;
    struct sources sources;
    struct nr_settings settings;
    struct nr_voice *voice;
    struct nr_speaker *speaker; /* NULL until there is something to speak */
    size_t failed;
    size_t lost; /* articles made with words missing */
};

static bool open_speaker(struct narrating *narrating, struct nr_error *error)
{
    return narrating->speaker || nr_speaker_open(&narrating->settings, &narrating->speaker, error);
}

static bool make_recording(struct narrating *narrating, const struct nr_plan *plan,
                           const struct nr_recording **recording, struct nr_error *error)
{
    const struct nr_settings *settings = &narrating->settings;
    if (!open_speaker(narrating, error))
        return false;
    bool recorded = nr_record_plan(plan, narrating->speaker, settings, recording, error);
    if (narrating->options->json) {
        nr_speaker_close(narrating->speaker); /* its processor time is known when it has ended */
        narrating->speaker = NULL;
    }
    if (!recorded)
        return false;
    size_t lost = (*recording)->words_lost;
    if (lost > 0 && narrating->options->strict)
        return fail(error, NR_WORDS_LOST, "%s: %zu words could not be spoken; no file was written",
                    plan->article->name, lost);
    return true;
}

static bool read_and_plan(const struct narrating *narrating, const struct nr_settings *settings,
                          const struct source *source, const struct nr_plan **plan, struct nr_error *error)
{
    struct nr_article *article;
    if (!source_read(source, settings, &article, error))
        return false;
    if (nr_plan_article(article, narrating->voice, settings, plan, error))
        return true;
    if (!narrating->options->quiet)
        message_notes(article);
    nr_article_free(article);
    return false;
}

static void free_plans(const struct nr_plan **plans, size_t count)
{
    for (size_t i = 0; i < count; i++)
        nr_article_free((struct nr_article *)plans[i]->article);
}

/* One plan of all articles; each opens with what tells it from the others. */
static bool plan_all(const struct narrating *narrating, const struct nr_plan **plan, struct nr_error *error)
{
    const struct options *options = narrating->options;
    size_t count = narrating->sources.count;
    const struct nr_plan **plans = arena_alloc(options->arena, count * sizeof *plans);
    struct nr_settings each = narrating->settings;
    each.opening = true;
    each.title = NULL;
    for (size_t i = 0; i < count; i++)
        if (!read_and_plan(narrating, &each, &narrating->sources.all[i], &plans[i], error)) {
            free_plans(plans, i);
            return false;
        }
    return nr_join_plans(plans, count, &narrating->settings, plan, error);
}

/* A reader that has gone took what it wanted: then there is no recording, and nothing more to say. */
static bool stream_output(struct narrating *narrating, const struct nr_plan *plan, const struct output *output,
                          const struct nr_recording **recording, struct nr_error *error)
{
    if (!open_speaker(narrating, error))
        return false;
    if (!narrating->options->quiet)
        message("%s: streamed: without chapters, and as loud as the voice is as a rule", plan->article->name);
    if (streaming_write(output, plan, narrating->speaker, &narrating->settings, recording, error))
        return true;
    if (stdout_is_gone())
        error->status = NR_OK;
    return false;
}

static bool make_output(struct narrating *narrating, const struct nr_plan *plan, const struct output *output,
                        const struct nr_recording **recording, struct nr_error *error)
{
    if (narrating->options->stream)
        return stream_output(narrating, plan, output, recording, error);
    return output_may_write(narrating->options, plan->article, output, error) &&
           make_recording(narrating, plan, recording, error) &&
           output_write(narrating->options, output, *recording, &narrating->settings, error);
}

/* Has the written file looked into, when that was asked for, and says what was found. */
static bool prove_output(const struct narrating *narrating, const struct output *output,
                         const struct nr_recording *recording, struct stopwatch started, struct nr_error *error)
{
    const struct options *options = narrating->options;
    struct nr_proof proof;
    if (!options->json && !options->verify)
        return true;
    if (!nr_prove_recording(recording, output->format, output->path, &narrating->settings, &proof, error))
        return false;
    if (options->json)
        receipt_print(output, recording, &proof, stopwatch_read(&started));
    return !proof.wrong || !options->verify ||
           fail(error, NR_WORDS_LOST, "%s: the file is not what was recorded: %s; make it again", output->path,
                proof.wrong);
}

/* Frees the plan's article. */
static bool narrate_plan(struct narrating *narrating, const struct nr_plan *plan, const struct output *output,
                         struct stopwatch started, struct nr_error *error)
{
    struct progress progress;
    const struct nr_recording *recording;
    struct nr_article *article = (struct nr_article *)plan->article;
    narrating->settings.progress = progress_start(&progress, article->name, narrating->options);
    bool made = make_output(narrating, plan, output, &recording, error);
    progress_end(&progress);
    if (!narrating->options->quiet)
        message_notes(article);
    bool done = made && prove_output(narrating, output, recording, started, error) &&
                output_tell(narrating->options, output, recording, error);
    nr_article_free(article);
    return done;
}

static bool narrate_one(struct narrating *narrating, const struct output *output, struct nr_error *error)
{
    const struct nr_plan *plan;
    struct stopwatch started = stopwatch_start();
    return read_and_plan(narrating, &narrating->settings, output->source, &plan, error) &&
           narrate_plan(narrating, plan, output, started, error);
}

static bool narrate_joined(struct narrating *narrating, const struct output *output, struct nr_error *error)
{
    const struct nr_plan *plan;
    struct stopwatch started = stopwatch_start();
    return plan_all(narrating, &plan, error) && narrate_plan(narrating, plan, output, started, error);
}

/* One failing article doesn't stop the rest; being stopped does. */
static bool narrate_each(struct narrating *narrating, const struct output *outputs, struct nr_error *error)
{
    size_t count = narrating->sources.count;
    for (size_t i = 0; i < count; i++) {
        if (narrate_one(narrating, &outputs[i], error))
            continue;
        if (count == 1 || error->status == NR_STOPPED)
            return false;
        message("%s", error->message);
        bool made = error->status == NR_WORDS_LOST && !narrating->options->strict;
        *(made ? &narrating->lost : &narrating->failed) += 1;
    }
    if (narrating->failed > 0)
        return fail(error, NR_SOME_FAILED, "%zu of %zu articles failed", narrating->failed, count);
    if (narrating->lost > 0)
        return fail(error, NR_WORDS_LOST, "%zu of %zu recordings lack words", narrating->lost, count);
    return true;
}

bool command_narrate(const struct options *options, struct nr_error *error)
{
    struct narrating narrating = {.options = options, .settings = options_settings(options)};
    const struct output *outputs;
    bool done = sources_find(options, &narrating.sources, error) &&
                outputs_plan(options, &narrating.sources, &outputs, error) &&
                nr_output_check(outputs->format, &narrating.settings, error) &&
                nr_voice_load(options->voice, &narrating.settings, &narrating.voice, error) &&
                (options->join ? narrate_joined : narrate_each)(&narrating, outputs, error);
    nr_speaker_close(narrating.speaker);
    nr_voice_free(narrating.voice);
    sources_close(&narrating.sources);
    return done;
}
