#include "streaming.h"

#include "fail.h"
#include "messages.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool is_pipe(const char *path)
{
    struct stat status;
    return strcmp(path, "-") == 0 ||
           (stat(path, &status) == 0 && !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode));
}

bool streaming_check(const struct options *options, const struct output *output, struct nr_error *error)
{
    const struct {
        bool given;
        const char *name;
    } others[] = {{options->json, "json"}, {options->verify, "verify"}, {options->strict, "strict"}};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (others[i].given)
            return fail(error, NR_USAGE, "--%s wants to know all before a stream begins; leave out one of them",
                        others[i].name);
    return is_pipe(output->path) || fail(error, NR_USAGE,
                                         "%s: a stream goes to a pipe or to standard output; "
                                         "leave out --stream, and the file has chapters",
                                         output->path);
}

static bool hear(void *context, const int16_t *frames, size_t count, struct nr_error *error)
{
    return nr_stream_add(context, frames, count, error);
}

static bool record(struct nr_stream *stream, const struct nr_plan *plan, struct nr_speaker *speaker,
                   const struct nr_settings *settings, const struct nr_recording **recording,
                   struct nr_error *error)
{
    struct nr_settings listening = *settings;
    listening.listener = (struct nr_listener){hear, stream};
    return nr_record_plan(plan, speaker, &listening, recording, error) && nr_stream_end(stream, error);
}

bool streaming_write(const struct output *output, const struct nr_plan *plan, struct nr_speaker *speaker,
                     const struct nr_settings *settings, const struct nr_recording **recording,
                     struct nr_error *error)
{
    struct nr_stream *stream = NULL;
    bool is_stdout = strcmp(output->path, "-") == 0;
    int fd = is_stdout ? STDOUT_FILENO : open(output->path, O_WRONLY | O_CLOEXEC);
    if (fd < 0)
        return fail_errno(error, "%s", output->path);
    bool ok = nr_stream_open(plan, nr_speaker_engine(speaker), output->format, fd, settings, &stream, error) &&
              record(stream, plan, speaker, settings, recording, error);
    nr_stream_drop(stream);
    if (!is_stdout && close(fd) != 0 && ok)
        return fail_errno(error, "%s", output->path);
    return ok;
}
