#include "rules.h"

#include "amount.h"

#include <string.h>

/* Evidence that four bare digits are a year; YEAR_ENOUGH decides. */
enum {
    YEAR_ENOUGH = 2,
    RECENT_YEAR = 2,       /* 1900 to 2099 */
    OLD_YEAR = 2,          /* 1100 to 1899: an amount of that size has a comma in print */
    BEHIND_CUE = 4,        /* "in 1066" */
    BEHIND_MONTH = 4,      /* "May 1832" */
    BEHIND_THE = 4,        /* "the 2019 elections" */
    BEHIND_AMOUNT = -4,    /* "costs 1999" */
    BEFORE_PLURAL = -4,    /* "1900 homes" */
    BEFORE_MAGNITUDE = -4, /* "1500 million" */
    BEFORE_ERA = 4,        /* "1200 BC" */
};

static const char *const eras[] = {"AD", "BC", "BCE", "CE", "A.D", "B.C", "B.C.E", "C.E"};

static bool is_era(struct str word)
{
    for (size_t i = 0; i < sizeof eras / sizeof *eras; i++)
        if (str_equal(word, str_of(eras[i])))
            return true;
    return false;
}

bool is_year_like(const struct numeral *numeral)
{
    uint64_t value;
    return numeral_is_plain(numeral, 4, 4) && numeral_value(numeral, &value) && value >= 1000 && value < 2100;
}

static int evidence_before(const struct context *context, size_t index, uint64_t year)
{
    const struct language *language = context->language;
    struct str before = index > 0 ? context_token(context, index - 1) : STR("");
    int evidence = language_has(language->year_cues, before) ? BEHIND_CUE : 0;
    evidence += language_month(language, before) ? BEHIND_MONTH : 0;
    evidence += language_has(language->amount_verbs, before) ? BEHIND_AMOUNT : 0;
    bool recent = year >= 1900 && language_has(language->determiners, before);
    return evidence + (recent ? BEHIND_THE : 0) + (is_era(before) ? BEFORE_ERA : 0);
}

static int year_evidence(const struct context *context, size_t index, uint64_t year)
{
    int evidence = year >= 1900 ? RECENT_YEAR : year >= 1100 ? OLD_YEAR : 0;
    const struct language *language = context->language;
    evidence += evidence_before(context, index, year);
    if (str_equal(context_gap(context, index), STR(" "))) {
        struct str after = context_token(context, index + 1);
        evidence += is_counted(language, after) ? BEFORE_PLURAL - (year % 100 == 0) : 0;
        evidence += after.length > 1 && language_magnitude(language, after) ? BEFORE_MAGNITUDE : 0;
        evidence += is_era(after) ? BEFORE_ERA : 0;
    }
    return evidence;
}

bool rule_year(const struct context *context, size_t index, struct value *value)
{
    struct cursor cursor = cursor_at(context, index);
    struct numeral numeral;
    uint64_t year;
    if (!cursor_take_numeral(&cursor, &numeral) || !is_year_like(&numeral) || !numeral_value(&numeral, &year) ||
        !cursor_cover(&cursor, context, index, value))
        return false;
    value->years = (struct years){.year = (unsigned)year};
    return year_evidence(context, index, year) >= YEAR_ENOUGH;
}

/* "743 BC", "AD 79": what no other rule takes for a year. */
bool rule_early_year(const struct context *context, size_t index, struct value *value)
{
    struct cursor cursor = cursor_at(context, index);
    bool taken;
    value->years = (struct years){.year = cursor_take_number(&cursor, 1, 3, &taken), .is_early = true};
    return taken && cursor_cover(&cursor, context, index, value) &&
           (is_era(context_before(context, index)) || is_era(context_behind(context, index, value)));
}

/* "’58", "'03": the century is left out. */
bool rule_short_year(const struct context *context, size_t index, struct value *value)
{
    struct cursor cursor = cursor_at(context, index);
    bool taken = false;
    if (!cursor_take_apostrophe(&cursor))
        return false;
    value->years = (struct years){.year = cursor_take_number(&cursor, 2, 2, &taken), .is_short = true};
    return taken && cursor_cover(&cursor, context, index, value);
}

/* "1990s", "’90s", "20s", "1990’s" */
static bool take_decade(struct cursor *cursor, struct years *years)
{
    bool taken, clipped = cursor_take_apostrophe(cursor);
    size_t start = cursor->at;
    unsigned year = cursor_take_number(cursor, 2, 4, &taken);
    size_t digits = cursor->at - start;
    if (!taken || digits == 3 || (clipped && digits == 4) || year % 10)
        return false;
    if (cursor_take_apostrophe(cursor) && year < 20)
        return false;
    bool decade = cursor_take_char(cursor, "s") || (digits == 4 && cursor_take(cursor, STR(" s")));
    struct cursor behind = *cursor;
    *years = (struct years){.year = year, .is_decade = true, .is_short = digits == 2 && clipped};
    return decade && !cursor_take_letters(&behind).length && (year || clipped);
}

bool rule_decade(const struct context *context, size_t index, struct value *value)
{
    struct cursor cursor = cursor_at(context, index), on;
    struct years until;
    if (!take_decade(&cursor, &value->years))
        return false;
    on = cursor;
    if (cursor_take_dash(&on) && take_decade(&on, &until)) {
        value->years.until = until.year;
        cursor = on;
    }
    return cursor_cover(&cursor, context, index, value);
}

/* "1914-18", "1939 – 1945": the second number is a later year, in full or by its last two digits. */
bool rule_years(const struct context *context, size_t index, struct value *value)
{
    struct cursor cursor = cursor_at(context, index);
    struct pair *pair = &value->pair;
    uint64_t low, high;
    *pair = (struct pair){.of_years = true, .between = "to"};
    if (!cursor_take_numeral(&cursor, &pair->low) || !is_year_like(&pair->low))
        return false;
    if (cursor_take_char(&cursor, "/"))
        pair->between = "";
    else if (!cursor_take_dash(&cursor))
        return false;
    cursor_take_apostrophe(&cursor);
    if (!cursor_take_numeral(&cursor, &pair->high) || !numeral_value(&pair->low, &low) ||
        !numeral_value(&pair->high, &high) || !cursor_cover(&cursor, context, index, value))
        return false;
    bool full = is_year_like(&pair->high);
    struct str behind = context_behind(context, index, value);
    bool falling = full && high < low && is_era(behind);
    return full ? high > low || falling : numeral_is_plain(&pair->high, 2, 2) && high > low % 100;
}

static const char *take_period(const struct language *language, struct cursor *cursor)
{
    struct cursor on = *cursor;
    if (!cursor_take_char(&on, "QH"))
        return NULL;
    const char *name = language_wording(language->periods, str_slice(on.text, on.at - 1, on.at));
    *cursor = on;
    return name;
}

/* "Q3", "Q3 2022", "H1 2024", "3Q22", "1H23" */
bool rule_quarter(const struct context *context, size_t index, struct value *value)
{
    struct cursor cursor = cursor_at(context, index);
    struct period *period = &value->period;
    bool number_taken, year_taken = false;
    *period = (struct period){0};
    period->number = cursor_take_number(&cursor, 1, 1, &number_taken);
    bool ahead = number_taken;
    period->name = take_period(context->language, &cursor);
    if (!number_taken)
        period->number = cursor_take_number(&cursor, 1, 1, &number_taken);
    if (!period->name || !number_taken || period->number < 1 || period->number > 4)
        return false;
    struct cursor on = cursor;
    if (!ahead) {
        bool apart = cursor_take_space(&on) || cursor_take_char(&on, "-/");
        cursor_take_apostrophe(&on);
        period->year = apart ? cursor_take_number(&on, 4, 4, &year_taken) : 0;
        if (apart && !year_taken && on.text.at[on.at - 1] != ' ') {
            period->year = cursor_take_number(&on, 2, 2, &year_taken);
            period->short_year = year_taken;
        }
    } else {
        period->year = cursor_take_number(&on, 2, 2, &year_taken);
        period->short_year = year_taken;
    }
    if (year_taken)
        cursor = on;
    bool half = str_equal(str_of(period->name), STR("half"));
    if (!cursor_cover(&cursor, context, index, value) || (half && (!year_taken || period->number > 2)))
        return false;
    period->has_article =
        period->year || language_has(context->language->function_words, context_before(context, index));
    struct str before = context_before(context, index);
    if (str_equal_caseless(before, STR("the")) || str_ends(before, STR("'s")) || str_ends(before, STR("\u2019s")))
        period->has_article = false;
    return true;
}

/* "FY24", "FY2024" */
bool rule_financial_year(const struct context *context, size_t index, struct value *value)
{
    struct cursor cursor = cursor_at(context, index);
    struct period *period = &value->period;
    bool taken;
    *period = (struct period){.name = context->british ? "financial year" : "fiscal year"};
    if (!cursor_take(&cursor, STR("FY")))
        return false;
    cursor_take_char(&cursor, " -");
    period->year = cursor_take_number(&cursor, 4, 4, &taken);
    if (!taken) {
        period->year = cursor_take_number(&cursor, 2, 2, &taken);
        period->short_year = true;
    }
    return taken && cursor_cover(&cursor, context, index, value);
}
