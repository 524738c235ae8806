#include "arena.h"
#include "fail.h"
#include "profile.h"

#include <limits.h>
#include <string.h>

#define ALL_ROLES         ((1u << NR_ROLE_COUNT) - 1)
#define INHERITS          "inherits"
#define PITCH_MAX         99
#define RANGE_MAX         100
#define NAME_BYTES_MAX    30
#define VARIANT_BYTES_MAX 16 /* longer ones crash the engine with some voices */
#define COUNT(table)      (sizeof(table) / sizeof *(table))

/* Together some 1.7 semitones: heard, and still the same speaker. */
#define QUOTED_PITCH 7
#define QUOTED_RANGE 12

/* A key of a section, and where its value goes. */
struct key {
    const char *name;
    size_t offset;
    int least; /* least == most: the value is text; least < 0: it may have a sign */
    int most;
    bool decimal; /* it may have a digit behind a point */
};

static const struct key profile_keys[] = {
    {INHERITS, 0, 0, 0, false},
    {"description", offsetof(struct nr_voice, description), 0, 0, false},
    {"language", offsetof(struct nr_voice, language), 0, 0, false},
    {"sample-rate", offsetof(struct nr_voice, sample_rate), 8000, 48000, false},
    {"sentence-pause", offsetof(struct nr_voice, sentence_pause_ms), 0, 10000, false},
    {"loudness", offsetof(struct nr_voice, loudness_lufs), -70, 0, true},
};

static const struct key style_keys[] = {
    {"voice", offsetof(struct nr_style, engine_voice), 0, 0, false},
    {"rate", offsetof(struct nr_style, rate_wpm), 80, 449, false},
    {"pitch", offsetof(struct nr_style, pitch), 0, PITCH_MAX, false},
    {"range", offsetof(struct nr_style, range), 0, RANGE_MAX, false},
    {"volume", offsetof(struct nr_style, volume), 0, 200, false},
    {"pause-before", offsetof(struct nr_style, pause_before_ms), 0, 10000, false},
    {"pause-after", offsetof(struct nr_style, pause_after_ms), 0, 10000, false},
};

static const struct key quotation_keys[] = {
    {"pitch", offsetof(struct profile, quotation_pitch), -PITCH_MAX, PITCH_MAX, false},
    {"range", offsetof(struct profile, quotation_range), -RANGE_MAX, RANGE_MAX, false},
};

static const struct nr_style default_style = {
    .engine_voice = "en",
    .rate_wpm = 175,
    .pitch = 50,
    .range = 50,
    .volume = 100,
    .pause_after_ms = 700,
};

enum section { SECTION_PROFILE, SECTION_STYLE, SECTION_QUOTATION };

static const struct {
    const struct key *keys;
    size_t count;
    const char *where; /* behind the name of a key that is not in it */
} sections[] = {
    [SECTION_PROFILE] = {profile_keys, COUNT(profile_keys), " before the first [section]"},
    [SECTION_STYLE] = {style_keys, COUNT(style_keys), ""},
    [SECTION_QUOTATION] = {quotation_keys, COUNT(quotation_keys),
                           " in [quotation]; it may set pitch and range, as in 'pitch = +5'"},
};

struct parser {
    const char *path;
    size_t line;
    struct profile *profile;
    struct nr_arena *arena;
    enum section section;
    unsigned roles; /* of a SECTION_STYLE */
    bool inherits;
    struct nr_error *error;
};

#define WRONG(parser, ...) fail_at(parser, arena_printf((parser)->arena, __VA_ARGS__))

static bool fail_at(const struct parser *parser, const char *what)
{
    return fail(parser->error, NR_FAILED, "%s:%zu: %s", parser->path, parser->line, what);
}

static bool parse_number(struct str text, bool may_be_signed, int *number)
{
    bool negative = may_be_signed && str_starts(text, STR("-"));
    bool has_sign = negative || (may_be_signed && str_starts(text, STR("+")));
    text = str_slice(text, has_sign, text.length);
    *number = 0;
    for (size_t i = 0; i < text.length; i++) {
        if (text.at[i] < '0' || text.at[i] > '9' || *number > INT_MAX / 10 - 1)
            return false;
        *number = *number * 10 + (text.at[i] - '0');
    }
    *number = negative ? -*number : *number;
    return text.length > 0;
}

/* "NAME" or "NAME+VARIANT": other characters might make it a path. */
static bool is_engine_voice(struct str name)
{
    static const char allowed[] = "abcdefghijklmnopqrstuvwxyz0123456789-_";
    size_t plus = str_find(name, STR("+")), part = 0;
    for (size_t i = 0; i < name.length; i++) {
        part = i == plus ? 0 : part + 1;
        if (part > (i < plus ? NAME_BYTES_MAX : VARIANT_BYTES_MAX) ||
            (i != plus && !memchr(allowed, name.at[i], sizeof allowed - 1)))
            return false;
    }
    return part > 0 && plus > 0;
}

/* Not strtod(), whose point is the host's locale's. */
static bool parse_decimal(struct str text, double *number)
{
    size_t point = str_find(text, STR("."));
    struct str tenths = str_slice(text, point + 1, text.length);
    int whole, rest = 0;
    if (!parse_number(str_slice(text, 0, point), true, &whole) ||
        (point < text.length && (tenths.length != 1 || !parse_number(tenths, false, &rest))))
        return false;
    *number = whole + (text.at[0] == '-' ? -rest : rest) / 10.0;
    return true;
}

static bool store_text(const struct parser *parser, const struct key *key, struct str value, void *into)
{
    if (strcmp(key->name, "voice") == 0 && !is_engine_voice(value))
        return WRONG(parser, "voice must be a name of the engine's, such as en, en-us or en+f3");
    const char *text = arena_string(parser->arena, value);
    memcpy((char *)into + key->offset, &text, sizeof text);
    return true;
}

static bool store_decimal(const struct parser *parser, const struct key *key, struct str value, void *into)
{
    double number;
    if (!parse_decimal(value, &number) || number < key->least || number > key->most)
        return WRONG(parser, "%s must be a number from %d to %d, such as -22.4", key->name, key->least, key->most);
    memcpy((char *)into + key->offset, &number, sizeof number);
    return true;
}

static bool store(const struct parser *parser, const struct key *key, struct str value, void *into)
{
    int number;
    if (key->least == key->most)
        return store_text(parser, key, value, into);
    if (key->decimal)
        return store_decimal(parser, key, value, into);
    if (!parse_number(value, key->least < 0, &number) || number < key->least || number > key->most)
        return WRONG(parser, "%s must be a whole number from %d to %d", key->name, key->least, key->most);
    memcpy((char *)into + key->offset, &number, sizeof number);
    return true;
}

static const struct key *find_key(enum section section, struct str name)
{
    for (size_t i = 0; i < sections[section].count; i++)
        if (str_equal(name, str_of(sections[section].keys[i].name)))
            return &sections[section].keys[i];
    return NULL;
}

static bool store_profile(struct parser *parser, const struct key *key, struct str value)
{
    if (strcmp(key->name, INHERITS) != 0)
        return store(parser, key, value, parser->profile->voice);
    if (parser->inherits)
        return WRONG(parser, "a profile inherits from one other at most");
    parser->inherits = true;
    return true;
}

static bool store_style(const struct parser *parser, const struct key *key, struct str value)
{
    for (unsigned role = 0; role < NR_ROLE_COUNT; role++)
        if (parser->roles & NR_ROLE_BIT(role) && !store(parser, key, value, &parser->profile->voice->styles[role]))
            return false;
    return true;
}

static bool parse_setting(struct parser *parser, struct str name, struct str value)
{
    const struct key *key = find_key(parser->section, name);
    if (!key)
        return WRONG(parser, "unknown key '%.*s'%s", (int)name.length, name.at, sections[parser->section].where);
    if (!value.length)
        return WRONG(parser, "'%s' has no value", key->name);
    if (parser->section == SECTION_PROFILE)
        return store_profile(parser, key, value);
    return parser->section == SECTION_STYLE ? store_style(parser, key, value)
                                            : store(parser, key, value, parser->profile);
}

static bool parse_section(struct parser *parser, struct str name)
{
    enum nr_role role;
    const char *text = arena_string(parser->arena, name);
    parser->section = strcmp(text, "quotation") == 0 ? SECTION_QUOTATION : SECTION_STYLE;
    if (strcmp(text, "all") == 0)
        parser->roles = ALL_ROLES;
    else if (nr_role_find(text, &role))
        parser->roles = NR_ROLE_BIT(role);
    else if (parser->section == SECTION_STYLE)
        return WRONG(parser, "unknown section [%s]; there are [all], [quotation], and roles such as [headline]",
                     text);
    return true;
}

/* Splits "key = value". */
static bool split(struct str line, struct str *key, struct str *value)
{
    size_t equals = str_find(line, STR("="));
    *key = str_trim(str_slice(line, 0, equals));
    *value = str_trim(str_slice(line, equals + 1, line.length));
    return equals < line.length;
}

static bool is_section(struct str line)
{
    return str_starts(line, STR("[")) && str_ends(line, STR("]"));
}

static bool is_nothing(struct str line)
{
    return !line.length || line.at[0] == '#';
}

static bool parse_line(struct parser *parser, struct str line)
{
    struct str key, value;
    line = str_trim(line);
    if (is_nothing(line))
        return true;
    if (is_section(line))
        return parse_section(parser, str_trim(str_slice(line, 1, line.length - 1)));
    if (!split(line, &key, &value))
        return WRONG(parser, "neither 'key = value' nor '[section]'");
    return parse_setting(parser, key, value);
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

static unsigned shifted(unsigned value, int shift, int most)
{
    int sum = (int)value + shift;
    return (unsigned)(sum < 0 ? 0 : sum > most ? most : sum);
}

void nr_voice_free(struct nr_voice *voice)
{
    if (voice)
        arena_free(voice->arena);
}

struct profile profile_new(const char *path)
{
    struct nr_arena *arena = arena_new();
    struct nr_voice *voice = arena_alloc(arena, sizeof *voice);
    *voice = (struct nr_voice){.arena = arena,
                               .name = arena_string(arena, base_name(path)),
                               .description = "",
                               .language = "en-GB",
                               .sample_rate = 22050,
                               .sentence_pause_ms = 350,
                               .loudness_lufs = -20.4};
    for (unsigned role = 0; role < NR_ROLE_COUNT; role++)
        voice->styles[role] = default_style;
    return (struct profile){voice, QUOTED_PITCH, QUOTED_RANGE};
}

struct str profile_parent(struct str text, size_t *line)
{
    struct str rest = text, written, key, value;
    for (*line = 1; str_take_line(&rest, &written); ++*line) {
        written = str_trim(written);
        if (is_section(written))
            break;
        if (!is_nothing(written) && split(written, &key, &value) && str_equal(key, STR(INHERITS)))
            return value;
    }
    return STR("");
}

void profile_finish(const struct profile *profile)
{
    struct nr_voice *voice = profile->voice;
    voice->quotation = voice->styles[NR_BODY];
    voice->quotation.pitch = shifted(voice->quotation.pitch, profile->quotation_pitch, PITCH_MAX);
    voice->quotation.range = shifted(voice->quotation.range, profile->quotation_range, RANGE_MAX);
}

bool profile_apply(struct profile *profile, const char *path, struct str text, struct nr_error *error)
{
    struct parser parser = {.path = path, .profile = profile, .arena = profile->voice->arena, .error = error};
    struct str line;
    profile->voice->description = "";
    while (str_take_line(&text, &line)) {
        parser.line++;
        if (!parse_line(&parser, line))
            return false;
    }
    return true;
}
