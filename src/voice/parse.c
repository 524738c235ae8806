#include "arena.h"
#include "fail.h"
#include "narrator/voice.h"
#include "str.h"

#include <limits.h>
#include <string.h>

#define ALL_ROLES ((1u << NR_ROLE_COUNT) - 1)

/* A key of the profile itself or of a style, and where its value goes. */
struct key {
    const char *name;
    size_t offset;
    unsigned least; /* least == most: the value is text */
    unsigned most;
};

static const struct key profile_keys[] = {
    {"description", offsetof(struct nr_voice, description), 0, 0},
    {"language", offsetof(struct nr_voice, language), 0, 0},
    {"sample-rate", offsetof(struct nr_voice, sample_rate), 8000, 48000},
    {"sentence-pause", offsetof(struct nr_voice, sentence_pause_ms), 0, 10000},
};

static const struct key style_keys[] = {
    {"voice", offsetof(struct nr_style, engine_voice), 0, 0},
    {"rate", offsetof(struct nr_style, rate_wpm), 80, 449},
    {"pitch", offsetof(struct nr_style, pitch), 0, 99},
    {"range", offsetof(struct nr_style, range), 0, 100},
    {"volume", offsetof(struct nr_style, volume), 0, 200},
    {"pause-before", offsetof(struct nr_style, pause_before_ms), 0, 10000},
    {"pause-after", offsetof(struct nr_style, pause_after_ms), 0, 10000},
};

static const struct nr_style default_style = {
    .engine_voice = "en",
    .rate_wpm = 175,
    .pitch = 50,
    .range = 50,
    .volume = 100,
    .pause_after_ms = 700,
};

static const struct nr_style default_quotation = {.pitch = 52, .range = 72};

struct parser {
    const char *name;
    size_t line;
    struct nr_voice *voice;
    unsigned roles; /* the section's roles; 0 before the first section */
    struct nr_error *error;
};

#define WRONG(parser, ...) fail_at(parser, arena_printf((parser)->voice->arena, __VA_ARGS__))

static bool fail_at(const struct parser *parser, const char *what)
{
    return fail(parser->error, NR_FAILED, "%s:%zu: %s", parser->name, parser->line, what);
}

static bool parse_number(struct str text, unsigned *number)
{
    *number = 0;
    for (size_t i = 0; i < text.length; i++) {
        if (text.at[i] < '0' || text.at[i] > '9' || *number > UINT_MAX / 10 - 1)
            return false;
        *number = *number * 10 + (unsigned)(text.at[i] - '0');
    }
    return text.length > 0;
}

static bool store(const struct parser *parser, const struct key *key, struct str value, void *into)
{
    char *field = (char *)into + key->offset;
    if (key->least == key->most) {
        const char *text = arena_string(parser->voice->arena, value);
        memcpy(field, &text, sizeof text);
        return true;
    }
    unsigned number;
    if (!parse_number(value, &number) || number < key->least || number > key->most)
        return WRONG(parser, "%s must be a whole number from %u to %u", key->name, key->least, key->most);
    memcpy(field, &number, sizeof number);
    return true;
}

static const struct key *find_key(const struct key *keys, size_t count, struct str name)
{
    for (size_t i = 0; i < count; i++)
        if (str_equal(name, str_of(keys[i].name)))
            return &keys[i];
    return NULL;
}

static bool parse_setting(struct parser *parser, struct str name, struct str value)
{
    bool style = parser->roles != 0;
    const struct key *key = style ? find_key(style_keys, sizeof style_keys / sizeof *style_keys, name)
                                  : find_key(profile_keys, sizeof profile_keys / sizeof *profile_keys, name);
    if (!key)
        return WRONG(parser, "unknown key '%.*s'%s", (int)name.length, name.at,
                     style ? "" : " before the first [section]");
    if (!value.length)
        return WRONG(parser, "'%s' has no value", key->name);
    if (!style)
        return store(parser, key, value, parser->voice);
    for (unsigned role = 0; role < NR_ROLE_COUNT; role++)
        if (parser->roles & NR_ROLE_BIT(role) && !store(parser, key, value, &parser->voice->styles[role]))
            return false;
    return true;
}

static bool parse_section(struct parser *parser, struct str name)
{
    enum nr_role role;
    const char *text = arena_string(parser->voice->arena, name);
    if (!strcmp(text, "all"))
        parser->roles = ALL_ROLES;
    else if (nr_role_find(text, &role))
        parser->roles = NR_ROLE_BIT(role);
    else
        return WRONG(parser, "unknown section [%s]; a section is [all] or a role such as [headline]", text);
    return true;
}

static bool parse_line(struct parser *parser, struct str line)
{
    line = str_trim(line);
    if (!line.length || line.at[0] == '#')
        return true;
    if (line.at[0] == '[' && line.at[line.length - 1] == ']')
        return parse_section(parser, str_trim(str_slice(line, 1, line.length - 1)));
    size_t equals = str_find(line, STR("="));
    if (equals == line.length)
        return WRONG(parser, "neither 'key = value' nor '[section]'");
    return parse_setting(parser, str_trim(str_slice(line, 0, equals)),
                         str_trim(str_slice(line, equals + 1, line.length)));
}

/* "newsreader" of "voices/newsreader.voice". */
static struct str base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    struct str name = str_of(slash ? slash + 1 : path);
    if (str_ends(name, STR(".voice")))
        name.length -= strlen(".voice");
    return name;
}

static struct nr_voice *voice_new(const char *name)
{
    struct nr_arena *arena = arena_new();
    struct nr_voice *voice = arena_alloc(arena, sizeof *voice);
    *voice = (struct nr_voice){.arena = arena,
                               .name = arena_string(arena, base_name(name)),
                               .description = "",
                               .language = "en-GB",
                               .sample_rate = 22050,
                               .sentence_pause_ms = 350};
    for (unsigned role = 0; role < NR_ROLE_COUNT; role++)
        voice->styles[role] = default_style;
    voice->quotation = default_quotation;
    return voice;
}

void nr_voice_free(struct nr_voice *voice)
{
    if (voice)
        arena_free(voice->arena);
}

bool nr_voice_parse(const char *name, const char *text, size_t length, struct nr_voice **voice,
                    struct nr_error *error)
{
    struct parser parser = {.name = name, .voice = voice_new(name), .error = error};
    struct str rest = {text, length}, line;
    while (str_take_line(&rest, &line)) {
        parser.line++;
        if (!parse_line(&parser, line)) {
            nr_voice_free(parser.voice);
            return false;
        }
    }
    *voice = parser.voice;
    return true;
}
