#include "queue.h"

#include "fail.h"
#include "memory.h"
#include "narrator/playback.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* What a folder of articles is searched for; others are played when they are named. */
static const char *const extensions[] = {".txt",   ".md",    ".markdown", ".html",  ".htm",
                                         ".xhtml", ".mhtml", ".mht",      ".blocks"};

static void add(struct queue *queue, const char *path, bool optional)
{
    if (queue->count == queue->capacity) {
        queue->capacity = queue->capacity ? queue->capacity * 2 : 16;
        queue->paths = memory_resize(queue->paths, queue->capacity, sizeof *queue->paths);
        queue->optional = memory_resize(queue->optional, queue->capacity, sizeof *queue->optional);
    }
    queue->paths[queue->count] = path;
    queue->optional[queue->count++] = optional;
}

static bool is_article(const char *name)
{
    struct str text = str_of(name);
    for (size_t i = 0; name[0] != '.' && i < sizeof extensions / sizeof *extensions; i++) {
        struct str extension = str_of(extensions[i]);
        size_t start = text.length > extension.length ? text.length - extension.length : text.length;
        if (str_equal_caseless(str_slice(text, start, text.length), extension))
            return true;
    }
    return false;
}

static int compare_paths(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool add_folder(struct queue *queue, const char *path, struct nr_arena *arena, struct nr_error *error)
{
    DIR *folder = opendir(path);
    size_t first = queue->count;
    struct dirent *entry;
    if (!folder)
        return fail_errno(error, "%s: can't read the folder", path);
    bool slash = str_ends(str_of(path), STR("/"));
    while ((entry = readdir(folder)))
        if (is_article(entry->d_name))
            add(queue, arena_printf(arena, "%s%s%s", path, slash ? "" : "/", entry->d_name), true);
    closedir(folder);
    if (queue->count == first)
        return fail(error, NR_USAGE, "%s: no articles in the folder; they are named .txt, .md, .html or .blocks",
                    path);
    qsort(queue->paths + first, queue->count - first, sizeof *queue->paths, compare_paths);
    return true;
}

struct latest {
    struct nr_arena *arena;
    const char *path;
};

/* The latest comes first. */
static void take_latest(void *context, const struct nr_place *place)
{
    struct latest *latest = context;
    if (!latest->path && !place->finished && place->path[0] == '/')
        latest->path = arena_string(latest->arena, str_of(place->path));
}

static bool add_latest(struct queue *queue, const char *state_dir, struct nr_arena *arena, struct nr_error *error)
{
    struct latest latest = {arena, NULL};
    if (state_dir)
        nr_place_list(state_dir, take_latest, &latest);
    if (!latest.path)
        return fail(error, NR_USAGE, "no article given, and none to go on with; try 'narrate play ARTICLE'");
    add(queue, latest.path, false);
    return true;
}

bool queue_make(const struct options *options, const char *state_dir, struct queue *queue, struct nr_error *error)
{
    *queue = (struct queue){0};
    if (!options->operand_count)
        return add_latest(queue, state_dir, options->arena, error);
    for (size_t i = 0; i < options->operand_count; i++) {
        const char *path = options->operands[i];
        struct stat status;
        bool folder = stat(path, &status) == 0 && S_ISDIR(status.st_mode);
        if (!folder)
            add(queue, path, false);
        else if (!add_folder(queue, path, options->arena, error))
            return false;
    }
    return true;
}

void queue_free(struct queue *queue)
{
    free(queue->paths);
    free(queue->optional);
}
