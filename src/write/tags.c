#include "tags.h"

#include "buf.h"
#include "path.h"
#include "utf8.h"

#include <string.h>

#define REPLACEMENT 0xFFFDu

/* Names from the file system and the command line may hold any bytes; containers want UTF-8. */
static const char *valid(struct nr_arena *arena, const char *text)
{
    struct str bytes = str_of(text);
    struct buf clean = {0};
    size_t length;
    for (size_t at = 0; at < bytes.length; at += length) {
        uint32_t code = utf8_at(bytes, at, &length);
        buf_append_code(&clean, code == UTF8_BAD ? REPLACEMENT : code);
    }
    const char *copy = arena_string(arena, buf_str(&clean));
    buf_free(&clean);
    return copy;
}

static const char *encoder(const struct output *output)
{
    return arena_printf(output->arena, TAGS_MAKER NR_VERSION " (%s)", output->recording->engine);
}

static const char *source(const struct output *output)
{
    return tags_source(output->recording->plan->article, output->arena);
}

static const char *title(const struct output *output)
{
    const char *wanted = output->settings->title;
    return wanted ? wanted : output->recording->plan->article->title;
}

static const char *artist(const struct output *output)
{
    return output->recording->plan->article->byline;
}

static const char *site(const struct output *output)
{
    return output->recording->plan->article->site;
}

static const char *date(const struct output *output)
{
    return output->recording->plan->article->date;
}

static const char *language(const struct output *output)
{
    return output->recording->plan->locale;
}

/* Readers of RIFF INFO give up at a value of 2 KiB (libsndfile); what nr_output_is_ours() needs comes first. */
static const struct {
    const char *comment;
    const char *info;
    const char *id3;
    const char *(*value)(const struct output *output);
} kinds[] = {
    {"ENCODER", "ISFT", "TSSE", encoder},   {"COMMENT", "ICMT", "COMM", source},
    {"LANGUAGE", "ILNG", "TLAN", language}, {"DATE", "ICRD", "TDRC", date},
    {"ARTIST", "IART", "TPE1", artist},     {"TITLE", "INAM", "TIT2", title},
    {"ALBUM", "IPRD", "TALB", site},
};

_Static_assert(sizeof kinds / sizeof kinds[0] <= TAGS_MAX, "struct tags holds one of each kind");

const char *tags_source(const struct nr_article *article, struct nr_arena *arena)
{
    if (strcmp(article->name, "-") == 0)
        return "standard input";
    if (article->id && article->path)
        return valid(arena, arena_printf(arena, "%s#%s", path_name(article->path), article->id));
    return valid(arena, path_name(article->name));
}

struct tags tags_of(const struct output *output)
{
    struct tags tags = {0};
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        const char *value = kinds[i].value(output);
        if (value && *value)
            tags.at[tags.count++] =
                (struct tag){kinds[i].comment, kinds[i].info, kinds[i].id3, valid(output->arena, value)};
    }
    return tags;
}
