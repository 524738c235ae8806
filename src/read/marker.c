#include "marker.h"

#include "utf8.h"

static const uint32_t bullets[] = {
    0x00B7, 0x2022, 0x2023, 0x2043, 0x25A0, 0x25A1, 0x25AA, 0x25AB, 0x25B6, 0x25B8,
    0x25BA, 0x25C6, 0x25CB, 0x25CF, 0x25E6, 0x2666, 0x27A2, 0x27A4, 0xF0B7,
};
static const uint32_t dashes[] = {'-', '*', '+', 0x2013};

static bool holds(const uint32_t *codes, size_t count, uint32_t code)
{
    for (size_t i = 0; i < count; i++)
        if (codes[i] == code)
            return true;
    return false;
}

static size_t skip_spaces(struct str line, size_t at)
{
    for (size_t length; utf8_is_space(utf8_at(line, at, &length)); at += length)
        ;
    return at;
}

/* An ornament ("* * *") or a rule of dashes is no item. */
static bool has_word(struct str text)
{
    for (size_t i = 0; i < text.length; i++) {
        unsigned char c = (unsigned char)text.at[i];
        if ((c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || (c >= 0xC3 && c != 0xE2))
            return true;
    }
    return false;
}

static struct marker bullet_of(struct str line)
{
    size_t length;
    uint32_t code = utf8_at(line, 0, &length);
    length += str_starts(line, STR("-- ")); /* as agencies type a dash */
    size_t text = skip_spaces(line, length);
    if (!has_word(str_slice(line, text, line.length)))
        return (struct marker){0};
    if (holds(bullets, sizeof bullets / sizeof *bullets, code))
        return (struct marker){MARKER_BULLET, 0, text};
    if (text > length && holds(dashes, sizeof dashes / sizeof *dashes, code))
        return (struct marker){MARKER_DASH, 0, text};
    return (struct marker){0};
}

static struct marker number_of(struct str line)
{
    size_t at = 0;
    unsigned number = 0;
    for (; at < line.length && at < 3 && line.at[at] >= '0' && line.at[at] <= '9'; at++)
        number = number * 10 + (unsigned)(line.at[at] - '0');
    bool marked = number && at + 1 < line.length && (line.at[at] == '.' || line.at[at] == ')') &&
                  skip_spaces(line, at + 1) > at + 1;
    return marked ? (struct marker){MARKER_NUMBER, (uint16_t)number, 0} : (struct marker){0};
}

/* "(a)", "b)", "(iv)", "iv.": a letter, or a small Roman numeral, which a lone "i", "v" or "x" is too. */
static unsigned letter_value(struct str label)
{
    static const char *const romans[] = {"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"};
    for (size_t i = 0; i < sizeof romans / sizeof *romans; i++)
        if (str_equal(label, str_of(romans[i])))
            return (unsigned)i + 1;
    return label.length == 1 && label.at[0] >= 'a' && label.at[0] <= 'z' ? (unsigned)(label.at[0] - 'a' + 1) : 0;
}

static struct marker letter_of(struct str line)
{
    size_t start = str_starts(line, STR("(")), at = start;
    unsigned number = 0;
    while (at < line.length && at < start + 4 && line.at[at] >= 'a' && line.at[at] <= 'z')
        at++;
    if (at > start)
        number = letter_value(str_slice(line, start, at));
    else
        for (; start && at < line.length && at < start + 2 && line.at[at] >= '0' && line.at[at] <= '9'; at++)
            number = number * 10 + (unsigned)(line.at[at] - '0');
    bool roman = !start && number && (at > 1 || line.at[0] == 'i');
    bool marked = number && at + 1 < line.length && (line.at[at] == ')' || (roman && line.at[at] == '.')) &&
                  line.at[at + 1] == ' ';
    return marked ? (struct marker){MARKER_NUMBER, (uint16_t)number, 0} : (struct marker){0};
}

/* ">", ">>", "> >" as mail programs write them (RFC 3676, section 4.5); ">50 people" is text. */
static struct marker quote_of(struct str line)
{
    size_t at = 0, next = 0;
    while (next < line.length && line.at[next] == '>') {
        at = next + 1;
        next = skip_spaces(line, at);
    }
    bool marked = next > at || at > 1 || at == line.length;
    return at && marked ? (struct marker){MARKER_QUOTE, 0, next} : (struct marker){0};
}

struct marker marker_of(struct str line)
{
    if (line.length && line.at[0] >= '0' && line.at[0] <= '9')
        return number_of(line);
    if (str_starts(line, STR(">")))
        return quote_of(line);
    struct marker letter = letter_of(line);
    return letter.kind ? letter : bullet_of(line);
}
