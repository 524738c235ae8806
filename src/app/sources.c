#include "sources.h"

#include "fail.h"
#include "memory.h"

#include <stdlib.h>

static void add(struct sources *sources, struct source source)
{
    void *all = sources->all;
    memory_reserve(&all, &sources->capacity, sources->count + 1, sizeof source);
    sources->all = all;
    sources->all[sources->count++] = source;
}

/* A line that is no article is one failing article of several. */
static bool add_entries(struct sources *sources, const struct options *options, const char *path,
                        struct nr_archive *archive, struct nr_error *error)
{
    size_t before = sources->count;
    struct source source = {.path = path, .archive = archive};
    for (;;) {
        bool found = nr_archive_next(archive, &source.entry, error);
        if (!found && error->status != NR_REFUSED)
            break;
        source.broken = found ? NULL : arena_string(options->arena, str_of(error->message));
        add(sources, source);
    }
    if (error->status != NR_OK)
        return false;
    return sources->count > before || fail(error, NR_REFUSED, "%s: no article in it; write one a line", path);
}

static bool add_archive(struct sources *sources, const struct options *options, const char *path,
                        struct nr_error *error)
{
    struct nr_archive *archive;
    if (!nr_archive_open(path, &archive, error))
        return false;
    sources->archives[sources->archive_count++] = archive;
    return add_entries(sources, options, path, archive, error);
}

bool sources_find(const struct options *options, struct sources *sources, struct nr_error *error)
{
    struct nr_settings settings = options_settings(options);
    *sources = (struct sources){0};
    sources->archives = arena_alloc(options->arena, options->operand_count * sizeof(struct nr_archive *));
    for (size_t i = 0; i < options->operand_count; i++) {
        const char *path = options->operands[i];
        if (!nr_is_archive(path, &settings))
            add(sources, (struct source){.path = path});
        else if (!add_archive(sources, options, path, error))
            return false;
    }
    return true;
}

bool source_read(const struct source *source, const struct nr_settings *settings, struct nr_article **article,
                 struct nr_error *error)
{
    if (source->broken)
        return fail(error, NR_REFUSED, "%s", source->broken);
    if (source->archive)
        return nr_archive_read(source->archive, &source->entry, settings, article, error);
    return nr_read_article_file(source->path, settings, article, error);
}

void sources_close(struct sources *sources)
{
    for (size_t i = 0; i < sources->archive_count; i++)
        nr_archive_close(sources->archives[i]);
    free(sources->all);
    *sources = (struct sources){0};
}
