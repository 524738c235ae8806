#include "numeral.h"

#include <string.h>

#define DIGITS_MAX 18

static const struct {
    const char *written;
    unsigned numerator;
    unsigned denominator;
} vulgar[] = {
    {"\u00bc", 1, 4}, {"\u00bd", 1, 2}, {"\u00be", 3, 4}, {"\u2150", 1, 7}, {"\u2151", 1, 9}, {"\u2152", 1, 10},
    {"\u2153", 1, 3}, {"\u2154", 2, 3}, {"\u2155", 1, 5}, {"\u2156", 2, 5}, {"\u2157", 3, 5}, {"\u2158", 4, 5},
    {"\u2159", 1, 6}, {"\u215a", 5, 6}, {"\u215b", 1, 8}, {"\u215c", 3, 8}, {"\u215d", 5, 8}, {"\u215e", 7, 8},
};

static bool is_digit_at(struct str text, size_t at)
{
    return at < text.length && text.at[at] >= '0' && text.at[at] <= '9';
}

static size_t digits_end(struct str text, size_t at)
{
    while (is_digit_at(text, at))
        at++;
    return at;
}

static bool starts_at(struct str text, size_t at, struct str mark)
{
    return str_starts(str_slice(text, at, text.length), mark);
}

/* The end of ",123" groups behind up to three digits, and how many; `at` when there are none. */
static size_t groups_end(struct str text, size_t at, struct str mark, unsigned *groups)
{
    *groups = 0;
    while (starts_at(text, at, mark) && digits_end(text, at + mark.length) == at + mark.length + 3) {
        at += mark.length + 3;
        ++*groups;
    }
    return at;
}

/* Groups with a space between: "1 000 000".  A plain space is one only before noughts: "rooms 100 200" are two. */
static size_t spaced_end(struct str text, size_t at)
{
    static const char *const spaces[] = {"\u00a0", "\u202f", "\u2009", " "};
    for (size_t i = 0; i < sizeof spaces / sizeof *spaces; i++) {
        unsigned groups;
        size_t end = groups_end(text, at, str_of(spaces[i]), &groups);
        bool plain = *spaces[i] == ' ';
        if (groups && (!plain || starts_at(text, end - 3, STR("000"))))
            return end;
    }
    return at;
}

/* "1.234.567" or "1.234,56": stops as continental Europe sets them. */
static size_t dotted_end(struct str text, size_t at)
{
    unsigned groups;
    size_t end = groups_end(text, at, STR("."), &groups);
    bool comma = starts_at(text, end, STR(",")) && is_digit_at(text, end + 1);
    size_t decimals = comma ? digits_end(text, end + 1) - end - 1 : 0;
    return groups > 1 || (groups == 1 && decimals && decimals != 3) ? end : at;
}

static size_t whole_end(struct str text, size_t start, struct numeral *numeral, char *point)
{
    size_t end = digits_end(text, start), grouped = end;
    unsigned groups;
    *point = '.';
    if (end == start || end - start > 3 || text.at[start] == '0')
        return end;
    if ((grouped = groups_end(text, end, STR(","), &groups)) == end && (grouped = spaced_end(text, end)) == end) {
        grouped = dotted_end(text, end);
        *point = grouped > end ? ',' : '.';
    }
    numeral->is_grouped = grouped > end;
    return grouped;
}

static size_t scan_sign(struct str text, size_t at, bool *negative)
{
    bool minus = starts_at(text, at, STR("\u2212"));
    *negative = minus || starts_at(text, at, STR("-"));
    return at + (minus ? strlen("\u2212") : *negative);
}

static size_t vulgar_scan(struct str text, size_t at, struct numeral *numeral)
{
    if (at >= text.length || (unsigned char)text.at[at] < 0x80)
        return at;
    for (size_t i = 0; i < sizeof vulgar / sizeof *vulgar; i++) {
        if (!starts_at(text, at, str_of(vulgar[i].written)))
            continue;
        numeral->numerator = vulgar[i].numerator;
        numeral->denominator = vulgar[i].denominator;
        return at + strlen(vulgar[i].written);
    }
    return at;
}

static unsigned small_number(struct str text, size_t start, size_t end)
{
    unsigned number = 0;
    for (size_t i = start; i < end && i < start + 4; i++)
        number = number * 10 + (unsigned)(text.at[i] - '0');
    return number;
}

/* "3/4" in digits, up to three each. */
static size_t slash_scan(struct str text, size_t at, struct numeral *numeral)
{
    size_t middle = digits_end(text, at);
    struct str slash = starts_at(text, middle, STR("\u2044")) ? STR("\u2044") : STR("/");
    size_t start = middle + slash.length, end = digits_end(text, start);
    bool more = starts_at(text, end, STR("/")) || starts_at(text, end, STR(".")) || starts_at(text, end, STR(","));
    if (middle == at || middle - at > 3 || !starts_at(text, middle, slash) || end == start || end - start > 3 ||
        (more && is_digit_at(text, end + 1)))
        return at;
    numeral->numerator = small_number(text, at, middle);
    numeral->denominator = small_number(text, start, end);
    return numeral->denominator ? end : at;
}

size_t fraction_scan(struct str text, size_t at, struct numeral *numeral)
{
    *numeral = (struct numeral){0};
    size_t start = scan_sign(text, at, &numeral->is_negative);
    size_t end = vulgar_scan(text, start, numeral);
    if (end == start)
        end = slash_scan(text, start, numeral);
    return end > start ? end : at;
}

/* A share that is written behind a whole number: halves to tenths, and the inch's. */
static bool is_share(unsigned denominator)
{
    return (denominator >= 2 && denominator <= 10) || denominator == 12 || denominator == 16 ||
           denominator == 32 || denominator == 64;
}

/* "2 1/2", "2½" behind the whole number that ends at `end`. */
static size_t mixed_end(struct str text, size_t end, struct numeral *numeral)
{
    struct numeral part = {0};
    size_t start = end, behind = vulgar_scan(text, start, &part);
    if (behind == start) {
        start += starts_at(text, start, STR("\u00a0")) ? strlen("\u00a0") : starts_at(text, start, STR(" "));
        behind = vulgar_scan(text, start, &part);
    }
    if (behind == start && start > end)
        behind = slash_scan(text, start, &part);
    if (behind == start || !is_share(part.denominator))
        return end;
    numeral->numerator = part.numerator;
    numeral->denominator = part.denominator;
    return behind;
}

size_t numeral_scan(struct str text, size_t at, struct numeral *numeral)
{
    char point;
    *numeral = (struct numeral){0};
    size_t start = scan_sign(text, at, &numeral->is_negative);
    size_t end = whole_end(text, start, numeral, &point);
    numeral->whole = str_slice(text, start, end);
    if (end < text.length && text.at[end] == point && is_digit_at(text, end + 1)) {
        numeral->has_point = true;
        size_t fraction_end = digits_end(text, end + 1);
        numeral->fraction = str_slice(text, end + 1, fraction_end);
        end = fraction_end;
    } else if (end > start) {
        end = mixed_end(text, end, numeral);
    }
    return end > start ? end : at;
}

bool numeral_value(const struct numeral *numeral, uint64_t *value)
{
    size_t digits = 0;
    *value = 0;
    for (size_t i = 0; i < numeral->whole.length; i++) {
        if (!is_digit_at(numeral->whole, i))
            continue;
        if (++digits > DIGITS_MAX)
            return false;
        *value = *value * 10 + (uint64_t)(numeral->whole.at[i] - '0');
    }
    return true;
}

bool numeral_is_one(const struct numeral *numeral)
{
    if (numeral->denominator && !numeral->whole.length)
        return true;
    return !numeral->has_point && !numeral->denominator && str_equal(numeral->whole, STR("1"));
}

bool numeral_is_plain(const struct numeral *numeral, size_t least, size_t most)
{
    return numeral->whole.length >= least && numeral->whole.length <= most && !numeral->is_negative &&
           !numeral->has_point && !numeral->is_grouped && !numeral->denominator;
}
