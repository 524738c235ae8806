#include "find.h"

#include "arena.h"
#include "fail.h"
#include "inherit.h"
#include "memory.h"
#include "narrator/lexicon.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define DEFAULT_VOICE   "newsreader"

const char *find_folder(const struct nr_settings *settings, size_t index)
{
    const char *data_dir = settings->data_dir ? settings->data_dir : NR_DATA_DIR;
    return index == 0 ? settings->user_dir : data_dir;
}

/* Only a plain file is inherited or found by name: reading from a pipe or a device might never end. */
static bool is_file(struct found *found)
{
    struct stat status;
    if (stat(found->path.at, &status) != 0 || !S_ISREG(status.st_mode))
        return false;
    found->device = status.st_dev;
    found->node = status.st_ino;
    return true;
}

/* Looks for a name through the folders, past the file `except`; NULL: none. */
static bool find_name(struct str name, const struct nr_settings *settings, const struct found *except,
                      struct found *found)
{
    for (size_t i = 0; i < FIND_FOLDERS; i++) {
        if (!find_folder(settings, i))
            continue;
        buf_clear(&found->path);
        buf_printf(&found->path, "%s/voices/%.*s" VOICE_EXTENSION, find_folder(settings, i), (int)name.length,
                   name.at);
        if (is_file(found) &&
            !(except && except->node && except->node == found->node && except->device == found->device))
            return true;
    }
    buf_free(&found->path);
    return false;
}

bool find_parent(const struct found *child, struct str name, const struct nr_settings *settings,
                 struct found *found)
{
    *found = (struct found){0};
    if (!memchr(name.at, '/', name.length))
        return find_name(name, settings, child, found);
    const char *slash = strrchr(child->path.at, '/');
    if (name.at[0] != '/' && slash)
        buf_append(&found->path, (struct str){child->path.at, (size_t)(slash - child->path.at) + 1});
    buf_append(&found->path, name);
    if (is_file(found))
        return true;
    buf_free(&found->path);
    return false;
}

bool find_read(const char *path, size_t most, const char *kind, struct buf *text, struct nr_error *error)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        return fail_errno(error, "%s", path);
    char *bytes = memory_alloc(most);
    size_t length = fread(bytes, 1, most, file);
    bool read = !ferror(file) || fail_errno(error, "%s", path);
    if (read && length == most)
        read = fail(error, NR_FAILED, "%s: too large for %s", path, kind);
    buf_append(text, (struct str){bytes, length});
    free(bytes);
    fclose(file);
    return read;
}

static bool exists(struct found *found)
{
    struct stat status;
    if (stat(found->path.at, &status) != 0)
        return errno != ENOENT;
    found->device = status.st_dev;
    found->node = status.st_ino;
    return true;
}

static void free_lexicon(void *lexicon)
{
    nr_lexicon_free(lexicon);
}

/* All that the voice speaks has the same lexicons, but for those beside articles. */
static bool give_lexicon(struct nr_voice *voice, const struct nr_settings *settings, struct nr_error *error)
{
    struct nr_lexicon *lexicon;
    if (!nr_lexicon_load(NULL, settings, &lexicon, error)) {
        nr_voice_free(voice);
        return false;
    }
    arena_defer(voice->arena, free_lexicon, lexicon);
    voice->lexicon = lexicon;
    return true;
}

bool nr_voice_load(const char *name, const struct nr_settings *settings, struct nr_voice **voice,
                   struct nr_error *error)
{
    struct found file = {0};
    struct buf text = {0};
    struct nr_voice *made;
    if (!name)
        name = DEFAULT_VOICE;
    bool is_path = strchr(name, '/');
    if (is_path)
        buf_printf(&file.path, "%s", name);
    bool loaded = is_path ? exists(&file) : find_name(str_of(name), settings, NULL, &file);
    if (!loaded)
        fail(error, NR_USAGE, "unknown voice '%s'; see narrate voices", name);
    loaded = loaded && find_read(file.path.at, VOICE_BYTES_MAX, VOICE_KIND, &text, error) &&
             inherit_parse(&file, buf_str(&text), settings, &made, error) &&
             give_lexicon(made, settings, error);
    if (loaded)
        *voice = made;
    buf_free(&text);
    buf_free(&file.path);
    return loaded;
}
