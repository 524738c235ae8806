#include "output.h"

#include "fail.h"
#include "messages.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

static bool is_stdout(const struct output *output)
{
    return strcmp(output->path, "-") == 0;
}

bool output_may_write(const struct options *options, const struct nr_article *article, const struct output *output,
                      struct nr_error *error)
{
    if (is_stdout(output))
        return true;
    return output_folder_writable(output->path, error) &&
           (options->force || nr_output_is_ours(output->path, article, error));
}

/* A reader of standard output that has gone took what it wanted. */
static bool write_sound(const struct output *output, const struct nr_recording *recording,
                        const struct nr_settings *settings, struct nr_error *error)
{
    if (!is_stdout(output))
        return nr_write_recording(recording, output->format, output->path, settings, error);
    return nr_write_recording_fd(recording, output->format, STDOUT_FILENO, settings, error) || stdout_is_gone();
}

bool output_write(const struct options *options, const struct output *output, const struct nr_recording *recording,
                  const struct nr_settings *settings, struct nr_error *error)
{
    if (!write_sound(output, recording, settings, error))
        return false;
    return !output->chapters ||
           nr_write_chapters(recording, (enum nr_chapters)options->chapters, output->chapters, error);
}

bool output_tell(const struct options *options, const struct output *output, const struct nr_recording *recording,
                 struct nr_error *error)
{
    struct nr_settings settings = options_settings(options);
    if (!is_stdout(output)) {
        if (!options->json)
            printf("%s\n", output->path);
        if (output->chapters && !options->json)
            printf("%s\n", output->chapters);
        if (!stdout_flush(error) && error->status != NR_OK)
            return false;
    }
    if (!options->quiet)
        message_unspoken(recording->plan, &settings);
    if (recording->words_lost == 0)
        return true;
    return fail(error, NR_WORDS_LOST, "%s: %zu words could not be spoken and are missing from the recording",
                recording->plan->article->name, recording->words_lost);
}
