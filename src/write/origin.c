/* Whether a file is narrate's own work, as its tags tell. */
#include "fail.h"
#include "format.h"
#include "id3.h"
#include "path.h"
#include "tags.h"

#include <errno.h>
#include <sndfile.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static bool tag_starts(SNDFILE *file, int kind, const char *text)
{
    const char *value = sf_get_string(file, kind);
    return value && str_starts(str_of(value), str_of(text));
}

static bool tag_is(SNDFILE *file, int kind, const char *text)
{
    const char *value = sf_get_string(file, kind);
    return value && strcmp(value, text) == 0;
}

/* libsndfile tells nothing of an MP3 file's encoder.  Both tags stand before all others. */
static bool made_as_mp3(const char *path, const char *source)
{
    char head[1024];
    FILE *file = fopen(path, "rb");
    if (!file)
        return false;
    struct str bytes = {head, fread(head, 1, sizeof head, file)};
    fclose(file);
    return id3_says(bytes, "TSSE", TAGS_MAKER, false) && id3_says(bytes, "COMM", source, true);
}

static bool made_with_tags(const char *path, const char *source)
{
    SF_INFO info = {0};
    SNDFILE *file = sf_open(path, SFM_READ, &info);
    if (!file)
        return false;
    bool made = tag_starts(file, SF_STR_SOFTWARE, TAGS_MAKER) && tag_is(file, SF_STR_COMMENT, source);
    sf_close(file);
    return made;
}

/* Under this extension libsndfile takes any bytes for MP3 and complains of them on standard error. */
static bool made_from(const char *path, const char *source)
{
    bool mp3 = str_equal_caseless(path_extension(path), STR("mp3"));
    return made_as_mp3(path, source) || (!mp3 && made_with_tags(path, source));
}

static bool check_origin(const char *path, const struct nr_article *article, struct nr_error *error)
{
    struct nr_arena *arena = arena_new();
    const char *source = tags_source(article, arena);
    bool ok = made_from(path, source) ||
              fail(error, NR_FAILED, "%s exists and was not made from %s; use --force to overwrite", path, source);
    arena_free(arena);
    return ok;
}

bool nr_output_is_ours(const char *path, const struct nr_article *article, struct nr_error *error)
{
    if (path_is_special(path))
        return true;
    if (!path_check(path, error))
        return false;
    if (access(path, F_OK) != 0)
        return errno == ENOENT || fail_errno(error, "can't look at %s", path);
    return check_origin(path, article, error);
}
