#include "lexicon.h"

#include "arena.h"
#include "fail.h"
#include "find.h"
#include "memory.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define LEXICON_EXTENSION ".lexicon"
#define LEXICON_BYTES_MAX ((size_t)8 << 20)

static int is_lexicon(const struct dirent *entry)
{
    return entry->d_name[0] != '.' && str_ends(str_of(entry->d_name), STR(LEXICON_EXTENSION));
}

static bool read_file(struct lexicon_draft *draft, const char *path, const char *name, enum nr_layer layer,
                      struct nr_error *error)
{
    struct buf text = {0};
    struct lexicon_file file = {
        arena_string(draft->arena, str_of(path)), arena_string(draft->arena, str_of(name)), layer, {0}};
    bool done = find_read(path, LEXICON_BYTES_MAX, "a lexicon", &text, error);
    file.text = buf_str(&text);
    done = done && lexicon_read(draft, &file, error);
    buf_free(&text);
    return done;
}

bool nr_lexicon_mistakes(const char *path, void (*each)(void *context, const char *message), void *context,
                         struct nr_error *error)
{
    struct buf text = {0};
    struct nr_arena *arena = arena_new();
    bool done = find_read(path, LEXICON_BYTES_MAX, "a lexicon", &text, error);
    struct lexicon_file file = {path, path, NR_LAYER_GIVEN, buf_str(&text)};
    if (done)
        lexicon_mistakes(arena, &file, each, context);
    buf_free(&text);
    arena_free(arena);
    return done;
}

/* The user's own folder may be missing; the other too, where voices are named by path. */
static bool read_folder(struct lexicon_draft *draft, const struct nr_settings *settings, size_t index,
                        struct nr_error *error)
{
    const char *folder = find_folder(settings, index);
    bool of_user = index == 0, done = true;
    struct dirent **names = NULL;
    struct buf path = {0};
    if (!folder)
        return true;
    buf_printf(&path, "%s/voices", folder);
    int count = scandir(path.at, &names, is_lexicon, alphasort);
    if (count < 0)
        done = errno == ENOENT || fail_errno(error, "%s", path.at);
    for (int i = 0; i < count; i++) {
        buf_clear(&path);
        buf_printf(&path, "%s/voices/%s", folder, names[i]->d_name);
        done = done && read_file(draft, path.at, of_user ? path.at : names[i]->d_name,
                                 of_user ? NR_LAYER_USER : NR_LAYER_SYSTEM, error);
        free(names[i]);
    }
    free(names);
    buf_free(&path);
    return done;
}

char *nr_lexicon_beside(const char *article_path)
{
    const char *slash = strrchr(article_path, '/'), *name = slash ? slash + 1 : article_path;
    const char *dot = strrchr(name, '.');
    size_t stem = dot && dot > name ? (size_t)(dot - article_path) : strlen(article_path);
    char *path = memory_alloc(stem + sizeof LEXICON_EXTENSION);
    memcpy(path, article_path, stem);
    memcpy(path + stem, LEXICON_EXTENSION, sizeof LEXICON_EXTENSION);
    return path;
}

static bool read_beside(struct lexicon_draft *draft, const char *article_path, struct nr_error *error)
{
    char *path = nr_lexicon_beside(article_path);
    bool done = access(path, F_OK) != 0 || read_file(draft, path, path, NR_LAYER_ARTICLE, error);
    free(path);
    return done;
}

static bool read_layers(struct lexicon_draft *draft, const char *article_path, const struct nr_settings *settings,
                        struct nr_error *error)
{
    for (size_t i = FIND_FOLDERS; i-- > 0;)
        if (!read_folder(draft, settings, i, error))
            return false;
    if (article_path && !read_beside(draft, article_path, error))
        return false;
    for (const char *const *path = settings->lexicons; path && *path; path++)
        if (!read_file(draft, *path, *path, NR_LAYER_GIVEN, error))
            return false;
    return true;
}

bool nr_lexicon_load(const char *article_path, const struct nr_settings *settings, struct nr_lexicon **lexicon,
                     struct nr_error *error)
{
    struct lexicon_draft draft = {.arena = arena_new()};
    if (!read_layers(&draft, article_path, settings, error)) {
        lexicon_drop(&draft);
        return false;
    }
    *lexicon = lexicon_finish(&draft);
    return true;
}
