#include "marks.h"

#include "utf8.h"

/* A row of stops is "dots"; else a row of a mark is named once. */
static const struct mark marks[] = {
    {"...", "dots", NULL, NR_PUNCTUATION_ALL, "..."},
    {"..", "dots", NULL, NR_PUNCTUATION_ALL, ".."},
    {"\u2026", "dots", NULL, NR_PUNCTUATION_ALL, "\u2026"},
    {".", "full stop", "period", NR_PUNCTUATION_ALL, "."},
    {",", "comma", NULL, NR_PUNCTUATION_ALL, ","},
    {";", "semicolon", NULL, NR_PUNCTUATION_ALL, ";"},
    {":", "colon", NULL, NR_PUNCTUATION_ALL, ":"},
    {"!", "exclamation mark", "exclamation point", NR_PUNCTUATION_ALL, "!"},
    {"?", "question mark", NULL, NR_PUNCTUATION_ALL, "?"},
    {"\u00A1", "inverted exclamation mark", "inverted exclamation point", NR_PUNCTUATION_ALL, NULL},
    {"\u00BF", "inverted question mark", NULL, NR_PUNCTUATION_ALL, NULL},
    {"(", "left bracket", "left paren", NR_PUNCTUATION_SOME, " ("},
    {")", "right bracket", "right paren", NR_PUNCTUATION_SOME, ")"},
    {"[", "left square bracket", "left bracket", NR_PUNCTUATION_SOME, " ["},
    {"]", "right square bracket", "right bracket", NR_PUNCTUATION_SOME, "]"},
    {"{", "left brace", NULL, NR_PUNCTUATION_SOME, NULL},
    {"}", "right brace", NULL, NR_PUNCTUATION_SOME, NULL},
    {"\"", "quote", NULL, NR_PUNCTUATION_SOME, NULL},
    {"\u201C", "left quote", NULL, NR_PUNCTUATION_SOME, NULL},
    {"\u201D", "right quote", NULL, NR_PUNCTUATION_SOME, NULL},
    {"\u201E", "low quote", NULL, NR_PUNCTUATION_SOME, NULL},
    {"\u00AB", "left quote", NULL, NR_PUNCTUATION_SOME, NULL},
    {"\u00BB", "right quote", NULL, NR_PUNCTUATION_SOME, NULL},
    {"\u2018", "left quote", NULL, NR_PUNCTUATION_SOME, NULL},
    {"\u2013", "dash", NULL, NR_PUNCTUATION_SOME, " \u2013 "},
    {"\u2014", "dash", NULL, NR_PUNCTUATION_SOME, " \u2013 "},
    {"\u2015", "dash", NULL, NR_PUNCTUATION_SOME, " \u2013 "},
    {"-", "dash", NULL, NR_PUNCTUATION_SOME, " \u2013 "},
    {"/", "slash", NULL, NR_PUNCTUATION_SOME, NULL},
    {"\\", "backslash", NULL, NR_PUNCTUATION_SOME, NULL},
    {"|", "bar", NULL, NR_PUNCTUATION_SOME, NULL},
    {"_", "underscore", NULL, NR_PUNCTUATION_SOME, NULL},
    {"`", "backtick", NULL, NR_PUNCTUATION_SOME, NULL},
    {"*", "star", NULL, NR_PUNCTUATION_SOME, NULL},
    {"^", "caret", NULL, NR_PUNCTUATION_SOME, NULL},
    {"~", "tilde", NULL, NR_PUNCTUATION_SOME, NULL},
    {"<", "less than", NULL, NR_PUNCTUATION_SOME, NULL},
    {">", "greater than", NULL, NR_PUNCTUATION_SOME, NULL},
    {"@", "at", NULL, NR_PUNCTUATION_SOME, NULL},
    {"#", "hash", NULL, NR_PUNCTUATION_SOME, NULL},
    {"\u2022", "bullet", NULL, NR_PUNCTUATION_SOME, NULL},
    {"\u00B7", "middle dot", NULL, NR_PUNCTUATION_SOME, NULL},
    {"\u2020", "dagger", NULL, NR_PUNCTUATION_SOME, NULL},
    {"\u2021", "double dagger", NULL, NR_PUNCTUATION_SOME, NULL},
};

/* Tell by where they stand. */
static const struct mark hyphen = {"-", "hyphen", NULL, NR_PUNCTUATION_ALL, NULL};
static const struct mark apostrophe = {"'", "apostrophe", NULL, NR_PUNCTUATION_ALL, NULL};
static const struct mark right_quote = {"\u2019", "right quote", NULL, NR_PUNCTUATION_SOME, NULL};
static const struct mark single_quote = {"'", "quote", NULL, NR_PUNCTUATION_SOME, NULL};

static bool is_beside_space(struct str text, size_t start, size_t end)
{
    size_t before, behind;
    return utf8_is_space(utf8_before(text, start, &before)) || !before ||
           utf8_is_space(utf8_at(text, end, &behind)) || !behind;
}

static bool is_hyphen(uint32_t code)
{
    return code == '-' || code == 0x2010 || code == 0x2011;
}

/* The mark whose name depends on its neighbours; NULL when it is none of those. */
static const struct mark *find_by_place(struct str text, size_t at, bool quotes, size_t *length)
{
    uint32_t code = utf8_at(text, at, length);
    if (code == '\'' || code == 0x2019)
        return !quotes ? &apostrophe : code == '\'' ? &single_quote : &right_quote;
    if (is_hyphen(code) && !is_beside_space(text, at, at + *length) && text.at[at + *length] != text.at[at])
        return &hyphen;
    return NULL;
}

static bool stands_at(struct str text, size_t at, const char *mark)
{
    return str_starts(str_slice(text, at, text.length), str_of(mark));
}

const struct mark *marks_find(struct str text, size_t at, enum nr_punctuation level, bool quotes, size_t *length)
{
    const struct mark *by_place = at < text.length ? find_by_place(text, at, quotes, length) : NULL;
    if (by_place)
        return by_place->level <= level ? by_place : NULL;
    for (size_t i = 0; at < text.length && i < sizeof marks / sizeof *marks; i++) {
        if (marks[i].level > level || !stands_at(text, at, marks[i].text))
            continue;
        size_t one;
        utf8_at(text, at, &one);
        struct str unit = str_slice(text, at, at + one);
        for (*length = one; str_equal(str_slice(text, at + *length, at + *length + one), unit);)
            *length += one;
        return &marks[i];
    }
    return NULL;
}

static bool is_capital(uint32_t code)
{
    return (code >= 'A' && code <= 'Z') || (code >= 0xC0 && code <= 0xDE && code != 0xD7) ||
           (code >= 0x391 && code <= 0x3A9) || (code >= 0x400 && code <= 0x42F);
}

static bool is_small(uint32_t code)
{
    return (code >= 'a' && code <= 'z') || (code >= 0xDF && code <= 0xFF && code != 0xF7) ||
           (code >= 0x3B1 && code <= 0x3C9) || (code >= 0x430 && code <= 0x45F);
}

const char *marks_of_capitals(struct str word)
{
    size_t length, capitals = 0, small = 0;
    bool first = false;
    for (size_t at = 0; at < word.length; at += length) {
        uint32_t code = utf8_at(word, at, &length);
        first |= !capitals && !small && is_capital(code);
        capitals += is_capital(code);
        small += is_small(code);
    }
    if (!capitals)
        return NULL;
    bool plural = small == 1 && str_ends(word, STR("s"));
    if (!small || (plural && capitals > 1))
        return capitals > 1 ? "all cap " : "cap ";
    return first && capitals == 1 ? "cap " : "mixed cap ";
}
