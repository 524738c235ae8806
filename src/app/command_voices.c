#include "command.h"

#include "fail.h"
#include "phrase.h"

#include <errno.h>
#include <stdio.h>
#include <sys/stat.h>

/* A headline's worth of news with a number, a name, a question and a quotation. */
static const char sample_text[] =
    "This is the voice called %s. The harbour opened again on Monday, after three days of storms, and the first "
    "ferry left at dawn with more than 200 people on board. \u201cI have never seen a sea like it,\u201d said Dr. "
    "Hall, "
    "who keeps the lighthouse. \u201cIt took the roofs of forty houses.\u201d Who will pay for the repairs? The "
    "council, which met until ten, could not agree.";

struct sampling {
    const struct options *options;
    struct nr_error *error;
    bool failed; /* then *error says why */
};

static void print(void *context, const struct nr_voice *voice)
{
    (void)context;
    printf("%s\t%s\t%s\n", voice->name, voice->language, voice->description);
}

static void write_sample(void *context, const struct nr_voice *voice)
{
    struct sampling *sampling = context;
    const struct options *options = sampling->options;
    if (sampling->failed)
        return;
    const char *path = arena_printf(options->arena, "%s/%s.wav", options->sample, voice->name);
    struct output output = {.article = "sample", .path = path, .format = nr_format_find("wav")};
    struct phrase phrase = {"sample", arena_printf(options->arena, sample_text, voice->name), NULL, voice->name};
    sampling->failed = !phrase_write(&phrase, options, &output, sampling->error);
}

static bool write_samples(const struct options *options, const struct nr_settings *settings,
                          struct nr_error *error)
{
    struct nr_error wrong;
    struct sampling sampling = {options, &wrong, false};
    if (mkdir(options->sample, S_IRWXU | S_IRWXG | S_IRWXO) != 0 && errno != EEXIST)
        return fail_errno(error, "%s: can't make the folder", options->sample);
    bool listed = nr_voice_list(settings, write_sample, &sampling, error);
    if (listed && sampling.failed)
        *error = wrong;
    return listed && !sampling.failed;
}

bool command_voices(const struct options *options, struct nr_error *error)
{
    struct nr_settings settings = options_settings(options);
    return options->sample ? write_samples(options, &settings, error)
                           : nr_voice_list(&settings, print, NULL, error);
}
