#include "arena.h"
#include "buf.h"
#include "fail.h"
#include "memory.h"
#include "narrator/voice.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define DEFAULT_VOICE   "newsreader"
#define VOICE_BYTES_MAX ((size_t)64 << 10)

static const char *folder(const struct nr_settings *settings)
{
    return settings->data_dir ? settings->data_dir : NR_DATA_DIR;
}

static bool read_file(const char *path, char *bytes, size_t *length, struct nr_error *error)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        return fail_errno(error, "%s", path);
    *length = fread(bytes, 1, VOICE_BYTES_MAX, file);
    bool bad = ferror(file);
    if (bad)
        fail_errno(error, "%s", path);
    else if (*length == VOICE_BYTES_MAX)
        bad = !fail(error, NR_FAILED, "%s: too large for a voice profile", path);
    fclose(file);
    return !bad;
}

static bool load_file(const char *path, struct nr_voice **voice, struct nr_error *error)
{
    char *bytes = memory_alloc(VOICE_BYTES_MAX);
    size_t length;
    bool loaded = read_file(path, bytes, &length, error) && nr_voice_parse(path, bytes, length, voice, error);
    free(bytes);
    return loaded;
}

static bool exists(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (file)
        fclose(file);
    return file || errno != ENOENT;
}

bool nr_voice_load(const char *name, const struct nr_settings *settings, struct nr_voice **voice,
                   struct nr_error *error)
{
    if (!name)
        name = DEFAULT_VOICE;
    struct buf path = {0};
    if (strchr(name, '/'))
        buf_printf(&path, "%s", name);
    else
        buf_printf(&path, "%s/voices/%s.voice", folder(settings), name);
    bool loaded;
    if (exists(path.at))
        loaded = load_file(path.at, voice, error);
    else
        loaded = fail(error, NR_USAGE, "unknown voice '%s'; see narrate voices", name);
    buf_free(&path);
    return loaded;
}

static int is_profile(const struct dirent *entry)
{
    return entry->d_name[0] != '.' && str_ends(str_of(entry->d_name), STR(".voice"));
}

bool nr_voice_list(const struct nr_settings *settings, void (*each)(void *context, const struct nr_voice *voice),
                   void *context, struct nr_error *error)
{
    struct buf path = {0};
    buf_printf(&path, "%s/voices", folder(settings));
    struct dirent **entries = NULL;
    int count = scandir(path.at, &entries, is_profile, alphasort);
    bool good = count >= 0 || fail_errno(error, "%s", path.at);
    for (int i = 0; i < count; i++) {
        struct nr_voice *voice = NULL;
        buf_clear(&path);
        buf_printf(&path, "%s/voices/%s", folder(settings), entries[i]->d_name);
        good = good && load_file(path.at, &voice, error);
        if (voice)
            each(context, voice);
        nr_voice_free(voice);
        free(entries[i]);
    }
    free(entries);
    buf_free(&path);
    return good;
}
