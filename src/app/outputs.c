#include "outputs.h"

#include "fail.h"
#include "streaming.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define DEFAULT_FORMAT "ogg"

static bool is_dash(const char *path)
{
    return strcmp(path, "-") == 0;
}

static bool is_folder(const char *path)
{
    struct stat status;
    return str_ends(str_of(path), STR("/")) || (stat(path, &status) == 0 && S_ISDIR(status.st_mode));
}

static bool same_file(const char *a, const char *b)
{
    struct stat one, other;
    return stat(a, &one) == 0 && stat(b, &other) == 0 && one.st_dev == other.st_dev && one.st_ino == other.st_ino;
}

static struct str base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return str_of(slash ? slash + 1 : path);
}

/* "a/storm.txt" -> "a/", as written; "" for the current folder. */
static struct str folder_of(const char *path)
{
    return (struct str){path, (size_t)(base_name(path).at - path)};
}

/* "storm.txt" -> "storm"; a leading dot starts no extension. */
static struct str stem_of(struct str name)
{
    for (size_t i = name.length; i > 1; i--) {
        if (name.at[i - 1] == '.')
            return str_slice(name, 0, i - 1);
    }
    return name;
}

/* A format named nearer to the user than the file wins over the file's extension. */
static bool choose_format(const struct options *options, const struct nr_format **format, struct nr_error *error)
{
    const char *path = options->output;
    bool is_file = path && !is_dash(path) && !is_folder(path);
    const struct nr_format *by_name = is_file ? nr_format_of_path(path) : NULL;
    bool nearer = options_setting(options, "format")->origin >= options_setting(options, "output")->origin;
    *format = options->format && (nearer || !by_name) ? options->format : by_name;
    if (!*format && is_file)
        return fail(error, NR_USAGE, "%s: the extension names no format; give --format, or '%s/' for a folder",
                    path, path);
    if (!*format)
        *format = nr_format_find(DEFAULT_FORMAT);
    return true;
}

/* An id may hold what a file's name can't or should not: "../a", ".a", a line end. */
static const char *name_of_id(const struct options *options, const char *id)
{
    char *name = arena_string(options->arena, str_of(id));
    for (char *at = name; *at; at++)
        if (*at == '/' || (*at >= 0 && *at < ' ') || *at == 0x7F || (at == name && (*at == '.' || *at == '-')))
            *at = '_';
    return name;
}

/* The file's name without its extension, an archived article's id or, if it has none, "news-12" of line 12. */
static struct str name_stem(const struct options *options, const struct source *source)
{
    struct str stem = stem_of(base_name(source->path));
    if (!source->archive)
        return stem;
    if (source->entry.id)
        return str_of(name_of_id(options, source->entry.id));
    return str_of(arena_printf(options->arena, "%.*s-%zu", (int)stem.length, stem.at, source->entry.line));
}

static const char *name_output(const struct options *options, const struct source *source,
                               const struct nr_format *format)
{
    const char *to = options->output;
    if (to && !is_folder(to))
        return to;
    struct str folder = to ? str_of(to) : folder_of(source->path);
    struct str stem = name_stem(options, source);
    bool slash = folder.length > 0 && !str_ends(folder, STR("/"));
    return arena_printf(options->arena, "%.*s%s%.*s.%s", (int)folder.length, folder.at, slash ? "/" : "",
                        (int)stem.length, stem.at, nr_format_name(format));
}

/* "storm.ogg" -> "storm.chapters.json" */
static const char *name_chapters(const struct options *options, const char *path)
{
    static const char *const extensions[] = {[NR_CHAPTERS_JSON] = "json", [NR_CHAPTERS_TXT] = "txt"};
    if (options->chapters == NR_CHAPTERS_NONE)
        return NULL;
    struct str folder = folder_of(path), stem = stem_of(base_name(path));
    return arena_printf(options->arena, "%.*s%.*s.chapters.%s", (int)folder.length, folder.at, (int)stem.length,
                        stem.at, extensions[options->chapters]);
}

/* Nothing in a side file tells who made it; but it is ours if it lies beside a recording, which is checked. */
static bool check_chapters(const struct options *options, const struct output *output, struct nr_error *error)
{
    const char *path = output->chapters;
    if (path && is_dash(output->path))
        return fail(error, NR_USAGE, "standard output has no place for a side file; leave out --chapters");
    if (path && same_file(output->article, path))
        return fail(error, NR_USAGE, "%s: the chapters would replace the article; give --output", path);
    bool alone = path && access(path, F_OK) == 0 && access(output->path, F_OK) != 0;
    return !alone || options->force ||
           fail(error, NR_FAILED, "%s exists and no recording lies beside it; use --force to overwrite", path);
}

static bool check_file(const struct options *options, size_t articles, struct nr_error *error)
{
    const char *to = options->output;
    if (articles > 1 && !options->join)
        return fail(error, NR_USAGE, "%s: one output can't hold %zu articles; give a folder, or --join", to,
                    articles);
    if (!is_dash(to))
        return output_folder_writable(to, error);
    if (!options->stream && (options->json || options->verify))
        return fail(error, NR_USAGE, "what goes to standard output can't be looked into; leave out --%s",
                    options->json ? "json" : "verify");
    if (isatty(STDOUT_FILENO))
        return fail(error, NR_USAGE, "standard output is a terminal, no place for audio; redirect it");
    return true;
}

static bool check_target(const struct options *options, size_t articles, struct nr_error *error)
{
    const char *to = options->output;
    if (options->join && (!to || is_folder(to)))
        return fail(error, NR_USAGE, "several articles have no name for one output; give --output FILE or -");
    if (!to)
        return true;
    if (!is_folder(to))
        return check_file(options, articles, error);
    return output_folder_writable(arena_printf(options->arena, "%s/", to), error);
}

static bool check_article(const struct options *options, const struct output *output, struct nr_error *error)
{
    bool named = options->output && !is_folder(options->output);
    if (is_dash(output->article) && !named && !output->source->archive)
        return fail(error, NR_USAGE, "standard input has no name for the output; give --output FILE or -");
    if (!is_dash(output->path) && same_file(output->article, output->path))
        return fail(error, NR_USAGE, "%s: the output would replace the article; give --output", output->path);
    return true;
}

/* The path with its folder resolved, so that two ways of writing it are equal. */
static const char *resolve(const struct options *options, const char *path)
{
    char resolved[PATH_MAX];
    struct str folder = folder_of(path);
    const char *written = arena_printf(options->arena, "%.*s.", (int)folder.length, folder.at);
    if (!realpath(written, resolved))
        return path;
    return arena_printf(options->arena, "%s/%s", resolved, base_name(path).at);
}

static int compare_strings(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool check_clashes(const struct options *options, const struct output *outputs, size_t count,
                          struct nr_error *error)
{
    const char **paths = arena_alloc(options->arena, count * sizeof *paths);
    for (size_t i = 0; i < count; i++)
        paths[i] = resolve(options, outputs[i].path);
    qsort(paths, count, sizeof *paths, compare_strings);
    for (size_t i = 1; i < count; i++) {
        if (strcmp(paths[i - 1], paths[i]) == 0)
            return fail(error, NR_USAGE, "%s: two articles would become this file; narrate them apart", paths[i]);
    }
    return true;
}

bool output_folder_writable(const char *path, struct nr_error *error)
{
    char folder[PATH_MAX];
    struct str name = folder_of(path);
    if (name.length + 2 > sizeof folder)
        return fail(error, NR_USAGE, "the output's path is too long");
    memcpy(folder, name.at, name.length);
    memcpy(folder + name.length, ".", 2);
    if (access(folder, W_OK | X_OK) == 0)
        return true;
    return fail_errno(error, "%s: can't make files in its folder", path);
}

bool outputs_plan(const struct options *options, const struct sources *sources, const struct output **outputs,
                  struct nr_error *error)
{
    const struct nr_format *format;
    size_t count = sources->count;
    if (!choose_format(options, &format, error) || !check_target(options, count, error))
        return false;
    struct output *all = arena_alloc(options->arena, count * sizeof *all);
    for (size_t i = 0; i < count; i++) {
        const struct source *source = &sources->all[i];
        all[i] = (struct output){.article = source->path,
                                 .source = source,
                                 .path = name_output(options, source, format),
                                 .format = format};
        all[i].chapters = name_chapters(options, all[i].path);
        if ((options->stream && !streaming_check(options, &all[i], error)) ||
            !check_article(options, &all[i], error) || !check_chapters(options, &all[i], error))
            return false;
    }
    *outputs = all;
    return options->join || check_clashes(options, all, count, error);
}
