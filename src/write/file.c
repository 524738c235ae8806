/* The two ways out: a file with a name, and an open descriptor. */
#include "fail.h"
#include "format.h"
#include "loudness.h"
#include "path.h"
#include "temporary.h"

#include <fcntl.h>
#include <unistd.h>

static bool check(const struct nr_format *format, const struct nr_settings *settings, struct nr_arena *arena,
                  const struct cover **cover, struct nr_error *error)
{
    if (!format->lossy && (settings->quality || settings->bitrate_kbps))
        return fail(error, NR_USAGE, "%s keeps all of the sound; quality and bitrate are for ogg, opus and mp3",
                    format->name);
    return !settings->cover || !*settings->cover || cover_load(settings->cover, arena, cover, error);
}

bool output_cover(struct output *output, struct nr_error *error)
{
    if (!check(output->format, output->settings, output->arena, &output->cover, error))
        return false;
    if (!output->settings->cover)
        output->cover = cover_of_article(output->recording->plan->article, output->arena);
    return true;
}

static bool write_to(int fd, const char *name, const struct nr_recording *recording,
                     const struct nr_format *format, const struct nr_settings *settings, struct nr_error *error)
{
    const struct sink sink = {fd, name, settings->stop};
    struct master master = master_raw(recording);
    struct output output = {format, recording, &master, NULL, settings, &sink, arena_new()};
    bool ok =
        output_cover(&output, error) && loudness_settle(&output, &master, error) && format->write(&output, error);
    arena_free(output.arena);
    return ok;
}

bool nr_output_check(const struct nr_format *format, const struct nr_settings *settings, struct nr_error *error)
{
    const struct cover *cover;
    struct nr_arena *arena = arena_new();
    bool ok = check(format, settings, arena, &cover, error);
    arena_free(arena);
    return ok;
}

static bool write_special(const struct nr_recording *recording, const struct nr_format *format, const char *path,
                          const struct nr_settings *settings, struct nr_error *error)
{
    int fd = open(path, O_WRONLY | O_CLOEXEC);
    if (fd < 0)
        return fail_errno(error, "can't open %s", path);
    bool ok = write_to(fd, path, recording, format, settings, error);
    if (close(fd) != 0 && ok)
        return fail_errno(error, "can't write %s", path);
    return ok;
}

bool nr_write_recording_fd(const struct nr_recording *recording, const struct nr_format *format, int fd,
                           const struct nr_settings *settings, struct nr_error *error)
{
    return write_to(fd, "the output", recording, format, settings, error);
}

bool nr_write_recording(const struct nr_recording *recording, const struct nr_format *format, const char *path,
                        const struct nr_settings *settings, struct nr_error *error)
{
    if (path_is_special(path))
        return write_special(recording, format, path, settings, error);
    struct temporary file;
    struct nr_arena *arena = arena_new();
    bool ok = temporary_open(&file, path, arena, error) &&
              write_to(file.fd, path, recording, format, settings, error) && temporary_commit(&file, error);
    temporary_discard(&file);
    arena_free(arena);
    return ok;
}
