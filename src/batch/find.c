#include "find.h"

#include "entries.h"
#include "fail.h"
#include "list.h"
#include "memory.h"
#include "narrator/archive.h"
#include "path.h"
#include "select.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

struct folder {
    const char *name; /* its place below the root; "" for the root */
    const char *path;
};

/* A walk.  Links to folders wait until all folders proper were seen, which have the older right to a name; no
 * folder is seen twice, so links can't lead in circles. */
struct walk {
    const struct batch *batch;
    struct find_hook hook;
    struct items *items;
    struct nr_arena *arena;
    struct folder *links;
    size_t link_count;
    size_t link_capacity;
    struct stat *seen;
    size_t seen_count;
    size_t seen_capacity;
    struct stat out; /* never walked into */
    bool has_out;
};

static bool same(const struct stat *a, const struct stat *b)
{
    return a->st_dev == b->st_dev && a->st_ino == b->st_ino;
}

static bool mark_seen(struct walk *walk, const struct stat *status)
{
    for (size_t i = 0; i < walk->seen_count; i++)
        if (same(&walk->seen[i], status))
            return false;
    void *seen = walk->seen;
    memory_reserve(&seen, &walk->seen_capacity, walk->seen_count + 1, sizeof *walk->seen);
    walk->seen = seen;
    walk->seen[walk->seen_count++] = *status;
    return true;
}

static void defer(struct walk *walk, struct folder folder)
{
    void *links = walk->links;
    memory_reserve(&links, &walk->link_capacity, walk->link_count + 1, sizeof *walk->links);
    walk->links = links;
    walk->links[walk->link_count++] = folder;
}

static void add_problem(struct walk *walk, struct folder folder)
{
    struct nr_error error;
    const char *shown = *folder.name ? folder.name : folder.path;
    fail_errno(&error, "%s: can't be looked into", folder.path);
    struct item *item = items_add(walk->items, arena_printf(walk->arena, "%s/", shown), folder.path);
    item->id = arena_printf(walk->arena, "%s/", item->id); /* a folder's: no article has it */
    item->problem = arena_string(walk->arena, str_of(error.message));
}

static void walk_folder(struct walk *walk, struct folder folder);

/* What browsers put the parts of "X.html" into, in some of their languages. */
static const char *const parts_suffixes[] = {"_files", "-Dateien", "_fichiers", "_archivos", "_bestanden"};
static const char *const page_suffixes[] = {".html", ".htm", ".xhtml"};

/* Is the folder the parts of a saved page beside it? */
static bool holds_parts(struct walk *walk, const char *path)
{
    struct stat status;
    for (size_t i = 0; i < sizeof parts_suffixes / sizeof *parts_suffixes; i++) {
        struct str name = str_of(path), suffix = str_of(parts_suffixes[i]);
        if (!str_ends(name, suffix))
            continue;
        const char *stem = arena_string(walk->arena, str_slice(name, 0, name.length - suffix.length));
        for (size_t k = 0; k < sizeof page_suffixes / sizeof *page_suffixes; k++)
            if (stat(arena_printf(walk->arena, "%s%s", stem, page_suffixes[k]), &status) == 0)
                return true;
    }
    return false;
}

static void add_entry(struct walk *walk, struct folder folder, const char *entry)
{
    struct stat status, link;
    struct folder below = {*folder.name ? path_join(walk->arena, folder.name, entry) : entry,
                           path_join(walk->arena, folder.path, entry)};
    if (lstat(below.path, &link) != 0)
        return;
    bool there = stat(below.path, &status) == 0;
    bool excluded = select_excludes(walk->batch->exclude, below.name);
    if (excluded || (!there && !S_ISLNK(link.st_mode)))
        return;
    if (there && S_ISDIR(status.st_mode) && holds_parts(walk, below.path))
        return;
    if (there && S_ISDIR(status.st_mode))
        S_ISLNK(link.st_mode) ? defer(walk, below) : walk_folder(walk, below);
    else if ((!there || S_ISREG(status.st_mode)) && select_includes(walk->batch->include, below.name))
        items_add(walk->items, below.name, below.path)->bytes = there ? (uint64_t)status.st_size : 0;
}

static int is_visible(const struct dirent *entry)
{
    return entry->d_name[0] != '.';
}

static int by_bytes(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

static void walk_folder(struct walk *walk, struct folder folder)
{
    struct dirent **entries;
    struct stat status;
    if (stat(folder.path, &status) != 0 || (walk->has_out && same(&status, &walk->out)) ||
        !mark_seen(walk, &status))
        return;
    if (walk->hook.folder)
        walk->hook.folder(walk->hook.context, folder.path);
    int count = scandir(folder.path, &entries, is_visible, by_bytes);
    if (count < 0) {
        add_problem(walk, folder);
        return;
    }
    for (int i = 0; i < count; i++) {
        add_entry(walk, folder, arena_string(walk->arena, str_of(entries[i]->d_name)));
        free(entries[i]);
    }
    free(entries);
}

static bool find_in_folder(const struct batch *batch, struct find_hook hook, struct items *items)
{
    struct walk walk = {.batch = batch, .hook = hook, .items = items, .arena = items->arena};
    walk.has_out = stat(batch->out, &walk.out) == 0;
    walk_folder(&walk, (struct folder){"", batch->source});
    for (size_t i = 0; i < walk.link_count; i++)
        walk_folder(&walk, walk.links[i]);
    free(walk.links);
    free(walk.seen);
    return true;
}

/* What the source is. */
static bool find(const struct batch *batch, struct find_hook hook, struct items *items, bool *alone,
                 struct nr_error *error)
{
    struct stat status;
    *alone = false;
    if (strcmp(batch->source, "-") == 0)
        return list_read(batch, items, error);
    if (stat(batch->source, &status) != 0)
        return fail_errno(error, "%s: can't be opened", batch->source);
    if (S_ISDIR(status.st_mode))
        return find_in_folder(batch, hook, items);
    *alone = nr_is_archive(batch->source, &batch->settings);
    if (!*alone)
        return list_read(batch, items, error);
    items_add(items, path_name(batch->source), batch->source);
    return true;
}

bool find_items(const struct batch *batch, struct find_hook hook, struct items *items, struct nr_error *error)
{
    bool alone;
    if (!find(batch, hook, items, &alone, error))
        return false;
    entries_expand(items, &batch->settings, alone);
    items_sort(items);
    return true;
}
