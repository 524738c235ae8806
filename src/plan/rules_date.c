#include "rules.h"

#include <string.h>

/* Evidence that four bare digits are a year; YEAR_ENOUGH decides. */
enum {
    YEAR_ENOUGH = 2,
    RECENT_YEAR = 2,       /* 1900 to 2099 */
    OLD_YEAR = 2,          /* 1100 to 1899: an amount of that size has a comma in print */
    BEHIND_CUE = 3,        /* "in 1066" */
    BEHIND_MONTH = 3,      /* "May 1832" */
    BEFORE_PLURAL = -4,    /* "1900 homes" */
    BEFORE_MAGNITUDE = -4, /* "1500 million" */
};

static bool is_lower(char c)
{
    return c >= 'a' && c <= 'z';
}

/* A plural noun, or one of the words for people: what a count counts. */
static bool is_counted(struct str word)
{
    static const char *const people[] = {"people", "men", "women", "children", "staff", "per"};
    for (size_t i = 0; i < sizeof people / sizeof *people; i++)
        if (str_equal(word, str_of(people[i])))
            return true;
    return word.length > 3 && is_lower(word.at[0]) && str_ends(word, STR("s")) && !str_ends(word, STR("ss"));
}

static int year_evidence(const struct context *context, size_t index, uint64_t year)
{
    int evidence = year >= 1900 ? RECENT_YEAR : year >= 1100 ? OLD_YEAR : 0;
    const struct language *language = context->language;
    if (index > 0) {
        struct str before = context_token(context, index - 1);
        evidence += language_has(language->year_cues, before) ? BEHIND_CUE : 0;
        evidence += language_month(language, before) ? BEHIND_MONTH : 0;
    }
    if (str_equal(context_gap(context, index), STR(" "))) {
        struct str after = context_token(context, index + 1);
        evidence += !language_has(language->function_words, after) && is_counted(after) ? BEFORE_PLURAL : 0;
        evidence += after.length > 1 && language_magnitude(language, after) ? BEFORE_MAGNITUDE : 0;
    }
    return evidence;
}

bool rule_year(const struct context *context, size_t index, struct value *value)
{
    struct str token = context_token(context, index);
    uint64_t year;
    return numeral_scan(token, 0, &value->number) == token.length && is_year_like(&value->number) &&
           numeral_value(&value->number, &year) && year_evidence(context, index, year) >= YEAR_ENOUGH;
}

/* "1990s", "’90s", "20s", "1990’s" */
bool rule_decade(const struct context *context, size_t index, struct value *value)
{
    struct str token = context_token(context, index);
    bool clipped = str_starts(token, STR("'")) || str_starts(token, STR("\u2019"));
    if (clipped)
        token = str_slice(token, token.at[0] == '\'' ? 1 : strlen("\u2019"), token.length);
    size_t end = numeral_scan(token, 0, &value->number);
    struct str suffix = str_slice(token, end, token.length), whole = value->number.whole;
    if (!str_equal(suffix, STR("s")) && !str_equal(suffix, STR("'s")) && !str_equal(suffix, STR("\u2019s")))
        return false;
    return !value->number.has_point && !value->number.is_grouped && str_ends(whole, STR("0")) &&
           (whole.length == 2 || (whole.length == 4 && !clipped));
}

/* A day of the month: "5", "5th". */
static bool scan_day(struct str token, unsigned *day)
{
    struct numeral numeral;
    uint64_t number;
    size_t end = numeral_scan(token, 0, &numeral);
    struct str suffix = str_slice(token, end, token.length);
    bool ordinal = str_equal(suffix, STR("st")) || str_equal(suffix, STR("nd")) || str_equal(suffix, STR("rd")) ||
                   str_equal(suffix, STR("th"));
    if (!end || numeral.has_point || numeral.is_negative || numeral.whole.length > 2 ||
        (suffix.length && !ordinal) || !numeral_value(&numeral, &number))
        return false;
    *day = (unsigned)number;
    return number >= 1 && number <= 31;
}

/* A month's name; in lower case only when it can't be another word. */
static const char *month_at(const struct context *context, size_t index)
{
    struct str word = context_token(context, index);
    const char *month = language_month(context->language, word);
    bool ambiguous = str_equal(word, STR("may")) || str_equal(word, STR("march")) || str_equal(word, STR("mar")) ||
                     str_equal(word, STR("dec")) || str_equal(word, STR("sep"));
    return ambiguous ? NULL : month;
}

static bool gap_within_date(struct str gap)
{
    return str_equal(gap, STR(" ")) || str_equal(gap, STR(". ")) || str_equal(gap, STR(", ")) ||
           str_equal(gap, STR("\u00a0"));
}

/* Takes the year that may follow day and month. */
static void take_year(const struct context *context, size_t index, struct value *value)
{
    struct str token = context_token(context, index + value->tokens);
    struct numeral numeral;
    uint64_t year;
    if (!gap_within_date(context_gap(context, index + value->tokens - 1)) ||
        numeral_scan(token, 0, &numeral) != token.length || !is_year_like(&numeral) ||
        !numeral_value(&numeral, &year))
        return;
    value->date.year = (unsigned)year;
    value->tokens++;
}

bool rule_date(const struct context *context, size_t index, struct value *value)
{
    struct date *date = &value->date;
    if (!gap_within_date(context_gap(context, index)))
        return false;
    date->month = month_at(context, index);
    date->month_first = date->month != NULL;
    if (!date->month_first)
        date->month = month_at(context, index + 1);
    struct str day = context_token(context, date->month_first ? index + 1 : index);
    if (!date->month || !scan_day(day, &date->day) || str_equal(context_gap(context, index), STR(", ")))
        return false;
    value->tokens = 2;
    take_year(context, index, value);
    bool ends_in_month = !date->month_first && !date->year;
    value->takes_stop = ends_in_month && index + 2 < context->count &&
                        context->tokens[index + 1].shape & SHAPE_STOP_BEHIND &&
                        context_token(context, index + 1).length <= 4;
    return true;
}

static unsigned scan_digits(struct str text, size_t *at)
{
    unsigned number = 0;
    for (; *at < text.length && text.at[*at] >= '0' && text.at[*at] <= '9'; ++*at)
        number = number < 10000 ? number * 10 + (unsigned)(text.at[*at] - '0') : number;
    return number;
}

/* Three numbers with the same mark between: digits of each in counts[]. */
static bool scan_three(struct str token, char mark, unsigned numbers[3], size_t counts[3])
{
    size_t at = 0;
    for (size_t i = 0; i < 3; i++) {
        size_t start = at;
        numbers[i] = scan_digits(token, &at);
        counts[i] = at - start;
        if (!counts[i] || (i < 2 && (at >= token.length || token.at[at++] != mark)))
            return false;
    }
    return at == token.length;
}

static bool set_date(const struct context *context, struct value *value, unsigned day, unsigned month,
                     unsigned year, bool month_first)
{
    if (month < 1 || month > 12 || day < 1 || day > 31)
        return false;
    const char *const *names = context->language->month_names->rows;
    value->date = (struct date){.month = names[month - 1], .day = day, .year = year, .month_first = month_first};
    return true;
}

/* "2022-09-24" (ISO 8601), "24/09/2022" or, in America, "09/24/2022"; a day over 12 tells whatever the locale. */
bool rule_numeric_date(const struct context *context, size_t index, struct value *value)
{
    struct str token = context_token(context, index);
    unsigned n[3];
    size_t digits[3];
    for (const char *mark = "-/."; *mark; mark++) {
        if (!scan_three(token, *mark, n, digits))
            continue;
        if (digits[0] == 4 && digits[1] <= 2 && digits[2] <= 2)
            return set_date(context, value, n[2], n[1], n[0], false);
        bool month_first = n[0] <= 12 && (n[1] > 12 || !context->british);
        if (digits[0] <= 2 && digits[1] <= 2 && digits[2] == 4)
            return set_date(context, value, n[month_first ? 1 : 0], n[month_first ? 0 : 1], n[2], month_first);
    }
    return false;
}

/* A shortened month alone or before a year: "Sept 2022", "last Jan." */
bool rule_month(const struct context *context, size_t index, struct value *value)
{
    struct str word = context_token(context, index);
    const char *month = language_month(context->language, word);
    if (!month || str_equal(word, str_of(month)) || word.length > 4)
        return false;
    struct str next = context_token(context, index + 1);
    bool stopped = context->tokens[index].shape & SHAPE_STOP_BEHIND && index + 1 < context->count;
    value->words = month;
    value->takes_stop = stopped;
    return stopped || (next.length == 4 && next.at[0] >= '1' && next.at[0] <= '2');
}

/* 'a' or 'p' of "am", "p.m". */
static char half_of(struct str word)
{
    if (str_equal_caseless(word, STR("am")) || str_equal_caseless(word, STR("a.m")))
        return 'a';
    return str_equal_caseless(word, STR("pm")) || str_equal_caseless(word, STR("p.m")) ? 'p' : 0;
}

/* "8", "8:30", "8.30"; *at stops behind it.  False if it is no time of day. */
static bool scan_clock(struct str token, size_t *at, struct clock *clock, char *separator)
{
    clock->hour = scan_digits(token, at);
    *separator = *at < token.length ? token.at[*at] : '\0';
    if (*at < 1 || *at > 2 || clock->hour > 24)
        return false;
    if (*separator != ':' && *separator != '.') {
        *separator = '\0';
        return true;
    }
    size_t start = ++*at;
    clock->minute = scan_digits(token, at);
    return *at == start + 2 && clock->minute < 60;
}

bool rule_time(const struct context *context, size_t index, struct value *value)
{
    struct str token = context_token(context, index);
    struct clock *clock = &value->clock;
    size_t at = 0;
    char separator;
    if (!scan_clock(token, &at, clock, &separator))
        return false;
    struct str suffix = str_slice(token, at, token.length);
    size_t last = index;
    if (!suffix.length && str_equal(context_gap(context, index), STR(" "))) {
        clock->half = half_of(context_token(context, index + 1));
        value->tokens = clock->half ? 2 : 1;
        last += clock->half ? 1 : 0;
    } else {
        clock->half = half_of(suffix);
    }
    value->takes_stop = clock->half && context->tokens[last].shape & SHAPE_STOP_INSIDE && separator != '.' &&
                        context->tokens[last].shape & SHAPE_STOP_BEHIND && last + 1 < context->count;
    return clock->half ? clock->hour <= 12 : separator == ':' && !suffix.length;
}
