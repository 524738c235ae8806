#include "rules.h"

#include "amount.h"

#include <string.h>

#define YEAR_MIN 1000u
#define YEAR_MAX 2999u

/* A day of the month, "5" or "5th". */
static bool take_day(struct cursor *cursor, unsigned *day)
{
    static const char *const suffixes[] = {"st", "nd", "rd", "th", "ST", "ND", "RD", "TH"};
    bool taken;
    *day = cursor_take_number(cursor, 1, 2, &taken);
    for (size_t i = 0; taken && i < sizeof suffixes / sizeof *suffixes; i++)
        if (cursor_take(cursor, str_of(suffixes[i])))
            break;
    return taken && *day >= 1 && *day <= 31;
}

/* A month's name with the stop of a shortened one; in lower case only when it can't be another word. */
static const char *take_month(const struct language *language, struct cursor *cursor)
{
    struct cursor on = *cursor;
    struct str word = cursor_take_letters(&on);
    const char *month = language_month(language, word);
    bool ambiguous = str_equal(word, STR("may")) || str_equal(word, STR("march")) || str_equal(word, STR("mar")) ||
                     str_equal(word, STR("dec")) || str_equal(word, STR("sep"));
    if (!month || ambiguous)
        return NULL;
    *cursor = on;
    if (word.length <= 4 && !str_equal_caseless(word, str_of(month)))
        cursor_take_char(cursor, ".");
    return month;
}

/* One space, ", ", or a hyphen in "21-Jan-2017". */
static bool take_gap(struct cursor *cursor, bool comma)
{
    if (comma)
        cursor_take_char(cursor, ",");
    if (cursor_take_char(cursor, "-"))
        return true;
    return cursor_take_space(cursor);
}

/* The year that may follow day and month. */
static void take_year(struct cursor *cursor, struct date *date)
{
    struct cursor on = *cursor;
    bool taken, comma = cursor_take_char(&on, ",");
    if (!take_gap(&on, false) && !comma)
        return;
    unsigned year = cursor_take_number(&on, 4, 4, &taken);
    struct cursor behind = on;
    bool more = cursor_take_digits(&behind).length ||
                (cursor_take_char(&behind, ".,:") && cursor_take_digits(&behind).length);
    if (!taken || year < YEAR_MIN || year > YEAR_MAX || more)
        return;
    date->year = year;
    *cursor = on;
}

/* "5-7 May", "May 5-7" */
static bool take_days(struct cursor *cursor, struct date *date)
{
    if (!take_day(cursor, &date->day))
        return false;
    struct cursor on = *cursor;
    if (cursor_take_dash(&on) && take_day(&on, &date->last_day) && date->last_day > date->day)
        *cursor = on;
    else
        date->last_day = 0;
    return true;
}

static bool take_day_month(const struct language *language, struct cursor *cursor, struct date *date)
{
    struct cursor on = *cursor;
    if (!take_days(&on, date) || !take_gap(&on, false))
        return false;
    struct cursor article = on;
    date->has_of = cursor_take(&article, STR("of "));
    if (date->has_of)
        on = article;
    date->month = take_month(language, &on);
    if (!date->month)
        return false;
    date->month_first = false;
    *cursor = on;
    return true;
}

static bool take_month_day(const struct language *language, struct cursor *cursor, struct date *date)
{
    struct cursor on = *cursor;
    date->month = take_month(language, &on);
    if (!date->month || !take_gap(&on, false) || !take_days(&on, date))
        return false;
    struct cursor behind = on;
    bool more = cursor_take_char(&behind, ".:%/") && cursor_take_digits(&behind).length;
    date->month_first = true;
    *cursor = on;
    return !more;
}

/* "Tues 5 May", "Mon, May 5": the weekday in full. */
static void take_weekday(const struct language *language, struct cursor *cursor, struct date *date)
{
    struct cursor on = *cursor;
    const char *weekday = language_wording(language->weekdays, cursor_take_letters(&on));
    cursor_take_char(&on, ".");
    if (!weekday || !take_gap(&on, true))
        return;
    date->weekday = weekday;
    *cursor = on;
}

static bool take_date(const struct language *language, struct cursor *cursor, struct date *date)
{
    *date = (struct date){0};
    take_weekday(language, cursor, date);
    if (!take_day_month(language, cursor, date) && !take_month_day(language, cursor, date))
        return false;
    take_year(cursor, date);
    return true;
}

/* "24 September 2022", "Sept. 24", "28 June-2 July" */
bool rule_date(const struct context *context, size_t index, struct value *value)
{
    struct cursor cursor = cursor_at(context, index), on;
    struct dates *dates = &value->dates;
    bool figures = context_has(context, index, SHAPE_DIGIT) || context_has(context, index + 1, SHAPE_DIGIT) ||
                   (context_has(context, index, SHAPE_CAPITAL) && context_has(context, index + 2, SHAPE_DIGIT));
    if (!figures || !take_date(context->language, &cursor, &dates->from))
        return false;
    on = cursor;
    dates->is_range = cursor_take_dash(&on) && take_date(context->language, &on, &dates->until);
    if (dates->is_range)
        cursor = on;
    bool ends_in_stop = cursor.at == cursor.text.length && cursor.text.at[cursor.at - 1] == '.';
    cursor.at -= ends_in_stop;
    return cursor_cover(&cursor, context, index, value);
}

/* Three numbers with the same mark between: digits of each in counts[]. */
static bool take_three(struct cursor *cursor, const char *mark, unsigned numbers[3], size_t counts[3])
{
    for (size_t i = 0; i < 3; i++) {
        size_t start = cursor->at;
        bool taken;
        numbers[i] = cursor_take_number(cursor, 1, 4, &taken);
        counts[i] = cursor->at - start;
        if (!taken || (i < 2 && !cursor_take_char(cursor, mark)))
            return false;
    }
    return true;
}

static bool set_date(const struct context *context, struct value *value, unsigned day, unsigned month,
                     unsigned year, bool month_first)
{
    if (month < 1 || month > 12 || day < 1 || day > 31)
        return false;
    const char *const *names = context->language->month_names->rows;
    value->dates =
        (struct dates){.from = {.month = names[month - 1], .day = day, .year = year, .month_first = month_first}};
    return true;
}

/* "2022-09-24" (ISO 8601), "24/09/2022" or, in America, "09/24/2022"; a day over 12 tells whatever the locale. */
bool rule_numeric_date(const struct context *context, size_t index, struct value *value)
{
    unsigned n[3];
    size_t digits[3];
    for (size_t i = 0; i < 3; i++) {
        static const char *const marks[] = {"-", "/", "."};
        struct cursor cursor = cursor_at(context, index);
        if (!take_three(&cursor, marks[i], n, digits) || !cursor_cover(&cursor, context, index, value))
            continue;
        bool small = digits[0] <= 2 && digits[1] <= 2;
        if (digits[0] == 4 && digits[1] <= 2 && digits[2] <= 2)
            return set_date(context, value, n[2], n[1], n[0], *marks[i] == '/' && !context->british);
        bool month_first = n[0] <= 12 && (n[1] > 12 || !context->british);
        bool fits =
            small && set_date(context, value, n[month_first ? 1 : 0], n[month_first ? 0 : 1], n[2], month_first);
        value->dates.from.short_year = digits[2] == 2;
        return fits && (digits[2] == 4 || (digits[2] == 2 && (*marks[i] == '/' || digits[0] + digits[1] == 4)));
    }
    return false;
}

/* "3/4" behind a word that a date follows: "on 3/4". */
bool rule_day_slash_month(const struct context *context, size_t index, struct value *value)
{
    struct cursor cursor = cursor_at(context, index);
    bool first_taken, second_taken = false;
    unsigned first = cursor_take_number(&cursor, 1, 2, &first_taken);
    unsigned second = cursor_take_char(&cursor, "/") ? cursor_take_number(&cursor, 1, 2, &second_taken) : 0;
    struct str before = context_before(context, index);
    if (!first_taken || !second_taken || !language_has(context->language->date_cues, before) ||
        !cursor_cover(&cursor, context, index, value))
        return false;
    struct str next = context_behind(context, index, value);
    if (is_counted(context->language, next) || str_equal(next, STR("of")))
        return false;
    bool month_first = first <= 12 && (second > 12 || !context->british);
    return set_date(context, value, month_first ? second : first, month_first ? first : second, 0, month_first);
}

/* A shortened month alone or before a year: "Sept 2022", "last Jan." */
bool rule_month(const struct context *context, size_t index, struct value *value)
{
    struct str word = context_token(context, index);
    const char *month = language_month(context->language, word);
    if (!month || str_equal(word, str_of(month)) || word.length > 4)
        return false;
    struct cursor cursor = cursor_at(context, index);
    cursor_take_letters(&cursor);
    bool stopped = index + 1 < context->count && cursor_take_char(&cursor, ".");
    struct str next = context_token(context, index + 1);
    value->words = month;
    value->end = cursor.at;
    return stopped || (next.length == 4 && next.at[0] >= '1' && next.at[0] <= '2');
}

/* "Mon-Fri" */
bool rule_weekdays(const struct context *context, size_t index, struct value *value)
{
    struct cursor cursor = cursor_at(context, index);
    if (str_find(context_token(context, index), STR("-")) == context_token(context, index).length &&
        !str_starts(context_gap(context, index), STR("\u2013")))
        return false;
    struct weekdays *days = &value->weekdays;
    days->from = language_wording(context->language->weekdays, cursor_take_letters(&cursor));
    if (!days->from || !cursor_take_dash(&cursor))
        return false;
    days->until = language_wording(context->language->weekdays, cursor_take_letters(&cursor));
    return days->until && cursor_cover(&cursor, context, index, value);
}

/* "Tues.", "Weds": days that are no other word. */
bool rule_weekday(const struct context *context, size_t index, struct value *value)
{
    struct str word = context_token(context, index);
    if (word.length > 5)
        return false;
    value->words = language_wording(context->language->weekdays, word);
    struct cursor cursor = {context->text, context->tokens[index].end};
    bool stopped = cursor_take_char(&cursor, ".") && index + 1 < context->count;
    value->end = stopped ? cursor.at : context->tokens[index].end;
    bool certain =
        stopped || str_starts(word, STR("Tue")) || str_starts(word, STR("Wed")) || str_starts(word, STR("Thu"));
    return value->words && word.length <= 5 && certain && !str_equal(word, str_of(value->words));
}
