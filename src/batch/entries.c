#include "entries.h"

#include "narrator/archive.h"
#include "path.h"

#include <stdlib.h>

/* An id may hold what a file's name can't or should not: "../a", ".a", a line end. */
static const char *name_of_id(struct nr_arena *arena, const char *id)
{
    char *name = arena_string(arena, str_of(id));
    for (char *at = name; *at; at++)
        if (*at == '/' || (*at >= 0 && *at < ' ') || *at == 0x7F || (at == name && (*at == '.' || *at == '-')))
            *at = '_';
    return name;
}

static const char *name_of(struct nr_arena *arena, const struct item *archive, const struct nr_entry *entry,
                           bool alone)
{
    struct str stem = str_of(archive->name), extension = path_extension(archive->name);
    if (extension.length)
        stem.length -= extension.length + 1;
    const char *folder = alone ? "" : arena_printf(arena, "%.*s/", (int)stem.length, stem.at);
    const char *last = path_name(arena_string(arena, stem));
    if (entry->id)
        return arena_printf(arena, "%s%s", folder, name_of_id(arena, entry->id));
    return arena_printf(arena, "%s%s-%zu", folder, last, entry->line);
}

static void add_problem(struct items *items, const struct item *archive, size_t line, const struct nr_error *error)
{
    const char *name = line ? arena_printf(items->arena, "%s:%zu", archive->name, line) : archive->name;
    struct item *item = items_add(items, name, archive->path);
    item->line = line;
    item->refused = error->status == NR_REFUSED;
    item->problem = arena_string(items->arena, str_of(error->message));
}

static void add_entries(struct items *items, const struct item *archive, bool alone)
{
    struct nr_archive *opened;
    struct nr_error error;
    struct nr_entry entry = {0};
    struct item *last = NULL;
    if (!nr_archive_open(archive->path, &opened, &error)) {
        add_problem(items, archive, 0, &error);
        return;
    }
    for (bool more = true; more;) {
        bool found = nr_archive_next(opened, &entry, &error);
        if (last)
            last->bytes = entry.offset - last->offset;
        last = NULL;
        if (!found && error.status != NR_OK)
            add_problem(items, archive, entry.line, &error);
        more = found || error.status == NR_REFUSED;
        if (!found)
            continue;
        last = items_add(items, name_of(items->arena, archive, &entry, alone), archive->path);
        last->line = entry.line;
        last->offset = entry.offset;
    }
    nr_archive_close(opened);
}

void entries_expand(struct items *items, const struct nr_settings *settings, bool alone)
{
    struct items files = *items;
    *items = (struct items){.arena = files.arena};
    for (size_t i = 0; i < files.count; i++) {
        const struct item *file = &files.at[i];
        if (!file->problem && nr_is_archive(file->path, settings))
            add_entries(items, file, alone);
        else
            *items_add(items, file->name, file->path) = *file;
    }
    free(files.at);
}
