#include "option_ways.h"

#include "buf.h"
#include "fail.h"

#include <stdlib.h>
#include <string.h>

#define LUFS_MIN -40
#define LUFS_MAX -9

static const char *choose_format(size_t index)
{
    const struct nr_format *format = nr_format_at(index);
    return format ? nr_format_name(format) : NULL;
}

static const char *choose_view(size_t index)
{
    const struct nr_view *view = nr_view_at(index);
    return view ? view->name : NULL;
}

static const char *choose_input(size_t index)
{
    static const char *const names[] = {
        [NR_INPUT_AUTO] = "auto",         [NR_INPUT_TEXT] = "text", [NR_INPUT_PROSE] = "prose",
        [NR_INPUT_MARKDOWN] = "markdown", [NR_INPUT_HTML] = "html", [NR_INPUT_BLOCKS] = "blocks",
        [NR_INPUT_JSONL] = "jsonl",
    };
    return index < sizeof names / sizeof *names ? names[index] : NULL;
}

static const char *choose_quotes(size_t index)
{
    static const char *const names[] = {[NR_QUOTES_VOICE] = "voice",
                                        [NR_QUOTES_WORDS] = "words",
                                        [NR_QUOTES_PAUSE] = "pause",
                                        [NR_QUOTES_NONE] = "none"};
    return index < sizeof names / sizeof *names ? names[index] : NULL;
}

static const char *choose_verbosity(size_t index)
{
    static const char *const names[] = {
        [NR_VERBOSITY_MOST] = "most", [NR_VERBOSITY_ALL] = "all", [NR_VERBOSITY_SOME] = "some"};
    return index < sizeof names / sizeof *names ? names[index] : NULL;
}

static const char *choose_punctuation(size_t index)
{
    static const char *const names[] = {
        [NR_PUNCTUATION_NONE] = "none", [NR_PUNCTUATION_SOME] = "some", [NR_PUNCTUATION_ALL] = "all"};
    return index < sizeof names / sizeof *names ? names[index] : NULL;
}

static const char *choose_capitals(size_t index)
{
    static const char *const names[] = {[NR_CAPITALS_NONE] = "none", [NR_CAPITALS_SAY] = "say"};
    return index < sizeof names / sizeof *names ? names[index] : NULL;
}

static const char *choose_progress(size_t index)
{
    static const char *const names[] = {
        [PROGRESS_AUTO] = "auto", [PROGRESS_PLAIN] = "plain", [PROGRESS_NONE] = "none"};
    return index < sizeof names / sizeof *names ? names[index] : NULL;
}

static const char *choose_loudness(size_t index)
{
    static const char *const names[] = {[NR_LOUDNESS_PODCAST] = "podcast",
                                        [NR_LOUDNESS_ACX] = "acx",
                                        [NR_LOUDNESS_EBUR128] = "ebur128",
                                        [NR_LOUDNESS_NONE] = "none",
                                        [NR_LOUDNESS_LUFS] = "LUFS"};
    return index < sizeof names / sizeof *names ? names[index] : NULL;
}

static const char *choose_chapters(size_t index)
{
    static const char *const names[] = {
        [NR_CHAPTERS_NONE] = "none", [NR_CHAPTERS_JSON] = "json", [NR_CHAPTERS_TXT] = "txt"};
    return index < sizeof names / sizeof *names ? names[index] : NULL;
}

static const char *choose_role(size_t index)
{
    return index < NR_ROLE_COUNT ? nr_role_name((enum nr_role)index) : NULL;
}

/* In the order of the bits of enum batch_remake. */
static const char *choose_remake(size_t index)
{
    static const char *const names[] = {"text", "settings", "versions", "always"};
    return index < sizeof names / sizeof *names ? names[index] : NULL;
}

/* Rules of reading, behind the word for all of them. */
static const char *choose_rule(size_t index)
{
    return index ? nr_rule_name(index - 1) : "all";
}

static bool unknown(const struct option *option, struct str value, struct nr_error *error)
{
    struct buf list = {0};
    for (size_t i = 0; option_choice(option, i); i++)
        buf_printf(&list, "%s%s", i > 0 ? ", " : "", option_choice(option, i));
    fail(error, NR_USAGE, "'%.*s' is unknown; there are: %s", (int)value.length, value.at, list.at);
    buf_free(&list);
    return false;
}

static bool store_flag(const struct option *option, void *field, const char *value, struct nr_error *error)
{
    static const struct {
        const char *word;
        bool means;
    } words[] = {{"yes", true}, {"true", true}, {"1", true}, {"no", false}, {"false", false}, {"0", false}};
    (void)option;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (strcmp(words[i].word, value) == 0) {
            *(bool *)field = words[i].means;
            return true;
        }
    }
    return fail(error, NR_USAGE, "'%s' is neither yes nor no", value);
}

static bool store_text(const struct option *option, void *field, const char *value, struct nr_error *error)
{
    if (*value == '\0')
        return fail(error, NR_USAGE, "the value is empty; give a %s", option->argument);
    *(const char **)field = value;
    return true;
}

static bool store_number(const struct option *option, void *field, const char *value, struct nr_error *error)
{
    size_t length = strlen(value);
    bool digits = length > 0 && length < 8 && strspn(value, "0123456789") == length;
    unsigned long number = digits ? strtoul(value, NULL, 10) : 0;
    if (!digits || number < option->least || number > option->most)
        return fail(error, NR_USAGE, "'%s' is not a number from %u to %u", value, option->least, option->most);
    *(unsigned *)field = (unsigned)number;
    return true;
}

static bool store_format(const struct option *option, void *field, const char *value, struct nr_error *error)
{
    const struct nr_format *format = nr_format_find(value);
    *(const struct nr_format **)field = format;
    return format || unknown(option, str_of(value), error);
}

static bool store_view(const struct option *option, void *field, const char *value, struct nr_error *error)
{
    const struct nr_view *view = nr_view_find(value);
    *(const struct nr_view **)field = view;
    return view || unknown(option, str_of(value), error);
}

static bool store_choice(const struct option *option, void *field, const char *value, struct nr_error *error)
{
    unsigned index = 0;
    while (option_choice(option, index) && strcmp(option_choice(option, index), value) != 0)
        index++;
    *(unsigned *)field = index;
    return option_choice(option, index) || unknown(option, str_of(value), error);
}

static bool store_loudness(const struct option *option, void *field, const char *value, struct nr_error *error)
{
    struct loudness *loudness = field;
    unsigned rule = 0;
    char *end;
    while (rule < NR_LOUDNESS_LUFS && strcmp(choose_loudness(rule), value) != 0)
        rule++;
    *loudness = (struct loudness){(enum nr_loudness)rule, strtod(value, &end)};
    if (rule < NR_LOUDNESS_LUFS)
        return true;
    if (end == value || *end != '\0')
        return unknown(option, str_of(value), error);
    return (loudness->lufs >= LUFS_MIN && loudness->lufs <= LUFS_MAX) ||
           fail(error, NR_USAGE, "'%s' is not a loudness from %d to %d LUFS", value, LUFS_MIN, LUFS_MAX);
}

/* Takes the next name off a comma list, with its place among the choices; false at the list's end. */
static bool take_name(const struct option *option, struct str *rest, size_t *choice, struct nr_error *error)
{
    size_t comma = str_find(*rest, STR(","));
    struct str name = str_trim(str_slice(*rest, 0, comma));
    *choice = 0;
    while (option_choice(option, *choice) && !str_equal(str_of(option_choice(option, *choice)), name))
        ++*choice;
    *rest = comma < rest->length ? str_slice(*rest, comma + 1, rest->length) : (struct str){NULL, 0};
    return option_choice(option, *choice) || unknown(option, name, error);
}

/* A comma list of choices, a bit each. */
static bool store_set(const struct option *option, void *field, const char *value, struct nr_error *error)
{
    size_t index;
    for (struct str rest = str_of(value); rest.at;) {
        if (!take_name(option, &rest, &index, error))
            return false;
        *(unsigned *)field |= 1u << index;
    }
    return true;
}

static bool store_rules(const struct option *option, void *field, const char *value, struct nr_error *error)
{
    size_t rule;
    for (struct str rest = str_of(value); rest.at;)
        if (!take_name(option, &rest, &rule, error))
            return false;
    *(const char **)field = value;
    return true;
}

bool option_way_is_set(const struct option *option)
{
    return option_ways[option->kind].store == store_set;
}

const struct option_way option_ways[OPTION_KIND_COUNT] = {
    [OPTION_FLAG] = {store_flag, NULL, 0},
    [OPTION_TEXT] = {store_text, NULL, 0},
    [OPTION_NUMBER] = {store_number, NULL, 0},
    [OPTION_FORMAT] = {store_format, choose_format, 0},
    [OPTION_VIEW] = {store_view, choose_view, 0},
    [OPTION_INPUT] = {store_choice, choose_input, 0},
    [OPTION_QUOTES] = {store_choice, choose_quotes, 0},
    [OPTION_VERBOSITY] = {store_choice, choose_verbosity, 0},
    [OPTION_PUNCTUATION] = {store_choice, choose_punctuation, 0},
    [OPTION_CAPITALS] = {store_choice, choose_capitals, 0},
    [OPTION_PROGRESS] = {store_choice, choose_progress, 0},
    [OPTION_CHAPTERS] = {store_choice, choose_chapters, 0},
    [OPTION_LOUDNESS] = {store_loudness, choose_loudness, 0},
    [OPTION_ROLES] = {store_set, choose_role, ','},
    [OPTION_REMAKE] = {store_set, choose_remake, ','},
    [OPTION_LIST] = {store_text, NULL, ','},
    [OPTION_FILES] = {store_text, NULL, ':'},
    [OPTION_RULES] = {store_rules, choose_rule, ','},
};
