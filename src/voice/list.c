#include "fail.h"
#include "find.h"
#include "memory.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* The names of the profiles in the folders. */
struct names {
    char **at;
    size_t count;
    size_t capacity;
};

static int is_profile(const struct dirent *entry)
{
    return entry->d_name[0] != '.' && str_ends(str_of(entry->d_name), STR(VOICE_EXTENSION));
}

static char *bare_name(const char *file)
{
    size_t length = strlen(file) - strlen(VOICE_EXTENSION);
    char *name = memory_alloc(length + 1);
    memcpy(name, file, length);
    return name;
}

/* The user's own folder may be missing. */
static bool add_names(struct names *names, const struct nr_settings *settings, size_t index,
                      struct nr_error *error)
{
    struct buf path = {0};
    struct dirent **entries = NULL;
    if (!find_folder(settings, index))
        return true;
    buf_printf(&path, "%s/voices", find_folder(settings, index));
    int count = scandir(path.at, &entries, is_profile, NULL);
    bool good = count >= 0 || (index == 0 && errno == ENOENT) || fail_errno(error, "%s", path.at);
    for (int i = 0; i < count; i++) {
        void *at = names->at;
        memory_reserve(&at, &names->capacity, names->count + 1, sizeof *names->at);
        names->at = at;
        names->at[names->count++] = bare_name(entries[i]->d_name);
        free(entries[i]);
    }
    free(entries);
    buf_free(&path);
    return good;
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* One profile that is wrong doesn't hide the others. */
static bool each_name(const struct names *names, const struct nr_settings *settings,
                      void (*each)(void *context, const struct nr_voice *voice), void *context,
                      struct nr_error *error)
{
    struct nr_error wrong;
    bool good = true;
    for (size_t i = 0; i < names->count; i++) {
        struct nr_voice *voice = NULL;
        if (i > 0 && strcmp(names->at[i - 1], names->at[i]) == 0)
            continue;
        if (nr_voice_load(names->at[i], settings, &voice, good ? error : &wrong))
            each(context, voice);
        else
            good = false;
        nr_voice_free(voice);
    }
    return good;
}

bool nr_voice_list(const struct nr_settings *settings, void (*each)(void *context, const struct nr_voice *voice),
                   void *context, struct nr_error *error)
{
    struct names names = {0};
    bool good = true;
    for (size_t i = 0; good && i < FIND_FOLDERS; i++)
        good = add_names(&names, settings, i, error);
    if (names.count)
        qsort(names.at, names.count, sizeof *names.at, compare_names);
    good = good && each_name(&names, settings, each, context, error);
    for (size_t i = 0; i < names.count; i++)
        free(names.at[i]);
    free(names.at);
    return good;
}
