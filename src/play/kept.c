#include "kept.h"

#include "buf.h"
#include "fail.h"
#include "memory.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <jansson.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define VERSION 1
#define SUFFIX  ".json"

/* FNV-1a: it tells a listener's own articles apart, against no enemy. */
#define FNV_START ((uint64_t)0xcbf29ce484222325)
#define FNV_PRIME ((uint64_t)0x100000001b3)

uint64_t kept_hash(const struct nr_article *article)
{
    uint64_t hash = FNV_START;
    for (size_t i = 0; i < article->block_count; i++)
        for (size_t at = 0; at <= article->blocks[i].length; at++) /* with the NUL, which ends the block */
            hash = (hash ^ (unsigned char)article->blocks[i].text[at]) * FNV_PRIME;
    return hash;
}

const char *kept_path(const struct nr_article *article, struct nr_arena *arena)
{
    char resolved[PATH_MAX];
    return arena_string(arena, str_of(realpath(article->name, resolved) ? resolved : article->name));
}

static const char *file_of(const char *state_dir, uint64_t hash, struct nr_arena *arena)
{
    return arena_printf(arena, "%s/places/%016" PRIx64 SUFFIX, state_dir, hash);
}

static const char *text_in(const json_t *object, const char *key, struct nr_arena *arena)
{
    const char *text = json_string_value(json_object_get(object, key));
    return arena_string(arena, str_of(text ? text : ""));
}

static uint64_t number_in(const json_t *object, const char *key, uint64_t most)
{
    json_int_t value = json_integer_value(json_object_get(object, key));
    return value < 0 ? 0 : (uint64_t)value > most ? most : (uint64_t)value;
}

static void read_bookmarks(const json_t *list, struct nr_arena *arena, struct kept_place *kept)
{
    size_t count = json_array_size(list);
    for (size_t i = 0; i < count && i < KEPT_BOOKMARKS_MAX; i++) {
        const json_t *item = json_array_get(list, i);
        kept->bookmarks[kept->bookmark_count++] = (struct kept_sentence){
            (uint32_t)number_in(item, "sentence", UINT32_MAX), text_in(item, "text", arena)};
    }
}

/* A file that somebody spoilt counts as none. */
static bool read_file(const char *path, struct nr_arena *arena, struct kept_place *kept)
{
    json_t *object = json_load_file(path, JSON_REJECT_DUPLICATES, NULL);
    bool good = object && number_in(object, "version", UINT32_MAX) == VERSION;
    *kept = (struct kept_place){0};
    if (good) {
        kept->about = (struct nr_place){
            .path = text_in(object, "path", arena),
            .title = text_in(object, "title", arena),
            .voice = text_in(object, "voice", arena),
            .rate_wpm = (unsigned)number_in(object, "rate", 100000),
            .sentence = (uint32_t)number_in(object, "sentence", UINT32_MAX),
            .sentence_count = (uint32_t)number_in(object, "sentences", UINT32_MAX),
            .percent = (unsigned)number_in(object, "percent", 100),
            .minutes_left = (unsigned)number_in(object, "minutes_left", UINT32_MAX),
            .finished = json_is_true(json_object_get(object, "finished")),
            .updated_ms = number_in(object, "updated", UINT64_MAX),
        };
        kept->at = (struct kept_sentence){kept->about.sentence ? kept->about.sentence - 1 : 0,
                                          text_in(object, "text", arena)};
        kept->before = text_in(object, "before", arena);
        read_bookmarks(json_object_get(object, "bookmarks"), arena, kept);
    }
    json_decref(object);
    return good;
}

/* Was the file being written by a process that was killed meanwhile? */
static bool is_left(const char *name)
{
    const char *number = strstr(name, SUFFIX ".");
    long pid = number ? strtol(number + strlen(SUFFIX) + 1, NULL, 10) : 0;
    return pid > 0 && pid <= INT_MAX && kill((pid_t)pid, 0) != 0 && errno == ESRCH;
}

/* Calls `each` with every file of a place until it returns true; removes what killed processes left. */
static bool each_file(const char *state_dir, bool (*each)(void *context, const char *path), void *context)
{
    struct buf path = {0};
    buf_printf(&path, "%s/places", state_dir);
    DIR *folder = opendir(path.at);
    size_t length = path.length;
    bool found = false;
    struct dirent *entry;
    while (folder && !found && (entry = readdir(folder))) {
        path.length = length;
        buf_printf(&path, "/%s", entry->d_name);
        if (is_left(entry->d_name))
            unlink(path.at);
        else if (str_ends(str_of(entry->d_name), STR(SUFFIX)) && entry->d_name[0] != '.')
            found = each(context, path.at);
    }
    if (folder)
        closedir(folder);
    buf_free(&path);
    return found;
}

static bool pass(void *context, const char *file)
{
    (void)context, (void)file;
    return false;
}

void kept_sweep(const char *state_dir)
{
    each_file(state_dir, pass, NULL);
}

struct search {
    const char *path;
    struct nr_arena *arena;
    struct kept_place *kept;
    struct kept_place latest;
    bool found;
};

static bool match_path(void *context, const char *file)
{
    struct search *search = context;
    struct kept_place kept;
    if (!read_file(file, search->arena, &kept) || strcmp(kept.about.path, search->path) != 0)
        return false;
    if (!search->found || kept.about.updated_ms > search->latest.about.updated_ms)
        search->latest = kept;
    search->found = true;
    return false;
}

bool kept_find(const char *state_dir, uint64_t hash, const char *path, struct nr_arena *arena,
               struct kept_place *kept)
{
    struct search search = {.path = path, .arena = arena};
    if (read_file(file_of(state_dir, hash, arena), arena, kept))
        return true;
    each_file(state_dir, match_path, &search);
    if (search.found)
        *kept = search.latest;
    return search.found;
}

static json_t *object_of(const struct kept_place *kept)
{
    const struct nr_place *about = &kept->about;
    json_t *bookmarks = json_array();
    for (size_t i = 0; i < kept->bookmark_count; i++)
        json_array_append_new(bookmarks, json_pack("{s:I, s:s}", "sentence", (json_int_t)kept->bookmarks[i].index,
                                                   "text", kept->bookmarks[i].text));
    return json_pack("{s:i, s:s, s:s, s:s, s:i, s:I, s:I, s:s, s:s, s:i, s:I, s:b, s:I, s:o}", "version", VERSION,
                     "path", about->path, "title", about->title, "voice", about->voice, "rate",
                     (int)about->rate_wpm, "sentence", (json_int_t)about->sentence, "sentences",
                     (json_int_t)about->sentence_count, "text", kept->at.text, "before", kept->before, "percent",
                     (int)about->percent, "minutes_left", (json_int_t)about->minutes_left, "finished",
                     (int)about->finished, "updated", (json_int_t)about->updated_ms, "bookmarks", bookmarks);
}

static bool make_folders(const char *path)
{
    struct buf part = {0};
    bool done = true;
    for (const char *at = path; done && *at; at++) {
        buf_append_char(&part, *at);
        if (at != path && (at[1] == '/' || at[1] == '\0'))
            done = mkdir(part.at, 0700) == 0 || errno == EEXIST;
    }
    buf_free(&part);
    return done;
}

static bool write_text(const char *path, const char *text, bool to_disk)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    size_t length = strlen(text);
    bool done = fd >= 0 && write(fd, text, length) == (ssize_t)length && (!to_disk || fsync(fd) == 0);
    if (fd >= 0 && close(fd) != 0)
        done = false;
    return done;
}

struct removal {
    const char *path; /* of the article */
    const char *but;  /* the file that stays */
    struct nr_arena *arena;
};

static bool remove_other(void *context, const char *file)
{
    struct removal *removal = context;
    struct kept_place kept;
    if (strcmp(file, removal->but) != 0 && read_file(file, removal->arena, &kept) &&
        strcmp(kept.about.path, removal->path) == 0)
        unlink(file);
    return false;
}

bool kept_write(const char *state_dir, uint64_t hash, const struct kept_place *kept, bool to_disk,
                struct nr_error *error)
{
    struct nr_arena *arena = arena_new();
    const char *path = file_of(state_dir, hash, arena);
    const char *beside = arena_printf(arena, "%s.%ld", path, (long)getpid());
    json_t *object = object_of(kept);
    char *text = object ? json_dumps(object, JSON_COMPACT) : NULL;
    bool fresh = access(path, F_OK) != 0;
    bool done = text && make_folders(arena_printf(arena, "%s/places", state_dir)) &&
                write_text(beside, text, to_disk) && rename(beside, path) == 0;
    if (!done) {
        fail_errno(error, "%s: can't keep the place", path);
        unlink(beside);
    } else if (fresh) {
        struct removal removal = {kept->about.path, path, arena};
        each_file(state_dir, remove_other, &removal);
    }
    free(text);
    json_decref(object);
    arena_free(arena);
    return done;
}

void kept_remove(const char *state_dir, uint64_t hash)
{
    struct nr_arena *arena = arena_new();
    unlink(file_of(state_dir, hash, arena));
    arena_free(arena);
}

bool nr_place_find(const char *state_dir, const struct nr_article *article, struct nr_place *place)
{
    struct kept_place kept;
    if (!state_dir ||
        !kept_find(state_dir, kept_hash(article), kept_path(article, article->arena), article->arena, &kept))
        return false;
    *place = kept.about;
    return true;
}

struct places {
    struct nr_arena *arena;
    struct nr_place *all;
    size_t count;
    size_t capacity;
};

static bool collect(void *context, const char *file)
{
    struct places *places = context;
    struct kept_place kept;
    void *all = places->all;
    if (!read_file(file, places->arena, &kept))
        return false;
    memory_reserve(&all, &places->capacity, places->count + 1, sizeof kept.about);
    places->all = all;
    places->all[places->count++] = kept.about;
    return false;
}

static int compare_updated(const void *a, const void *b)
{
    uint64_t one = ((const struct nr_place *)a)->updated_ms, other = ((const struct nr_place *)b)->updated_ms;
    return (one < other) - (one > other);
}

void nr_place_list(const char *state_dir, void (*each)(void *context, const struct nr_place *place), void *context)
{
    struct places places = {.arena = arena_new()};
    each_file(state_dir, collect, &places);
    if (places.count)
        qsort(places.all, places.count, sizeof *places.all, compare_updated);
    for (size_t i = 0; i < places.count; i++)
        each(context, &places.all[i]);
    free(places.all);
    arena_free(places.arena);
}
