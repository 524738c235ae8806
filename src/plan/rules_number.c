#include "rules.h"

#include "amount.h"

#include <string.h>

#define SCORE_LOOK_AROUND 8 /* tokens in which a verb of winning makes "2-1" a score */

bool rule_percent(const struct context *context, size_t index, struct value *value)
{
    struct cursor cursor = cursor_at(context, index);
    struct amount *amount = &value->amount;
    if (!amount_take(context->language, &cursor, STR("%"), false, amount))
        return false;
    cursor_take_space(&cursor);
    return cursor_take(&cursor, STR("%")) && cursor_cover(&cursor, context, index, value);
}

/* Is this the suffix that English gives the number: "st" to 21 and "th" to 11? */
static bool is_suffix_of(struct str suffix, uint64_t number)
{
    static const char *const endings[] = {"th", "st", "nd", "rd"};
    unsigned last = number / 10 % 10 == 1 || number % 10 > 3 ? 0 : (unsigned)(number % 10);
    return str_equal_caseless(suffix, str_of(endings[last]));
}

bool rule_ordinal(const struct context *context, size_t index, struct value *value)
{
    struct cursor cursor = cursor_at(context, index);
    struct numeral *number = &value->number;
    uint64_t whole;
    if (!cursor_take_numeral(&cursor, number) || number->has_point || number->is_negative || number->denominator)
        return false;
    cursor_take(&cursor, STR("-"));
    return numeral_value(number, &whole) && is_suffix_of(cursor_take_letters(&cursor), whole) &&
           cursor_cover(&cursor, context, index, value);
}

/* "3/4", "¾", "2/4th", "2½" */
bool rule_fraction(const struct context *context, size_t index, struct value *value)
{
    struct cursor cursor = cursor_at(context, index);
    struct numeral *number = &value->number;
    size_t end = fraction_scan(cursor.text, cursor.at, number);
    if (end == cursor.at)
        end = numeral_scan(cursor.text, cursor.at, number);
    cursor.at = end;
    if (!cursor_take_caseless(&cursor, STR("ths")) && !cursor_take_caseless(&cursor, STR("th")))
        cursor_take_caseless(&cursor, STR("rds"));
    return number->denominator > 1 && number->numerator > 0 && cursor_cover(&cursor, context, index, value);
}

/* Any two numbers, and the dash between. */
static bool take_pair(struct cursor *cursor, struct pair *pair)
{
    return cursor_take_numeral(cursor, &pair->low) && cursor_take_dash(cursor) &&
           cursor_take_numeral(cursor, &pair->high) && !pair->high.is_negative;
}

static bool is_rising(const struct pair *pair)
{
    uint64_t low, high;
    return numeral_value(&pair->low, &low) && numeral_value(&pair->high, &high) &&
           (pair->low.is_negative || high > low || (high == low && pair->low.has_point));
}

static bool starts_with_nought(const struct numeral *numeral)
{
    return numeral->whole.length > 1 && numeral->whole.at[0] == '0';
}

/* "10-15": a range rises, or is as small as a vote, "5–4"; "102-98" is a score, said without a word between. */
bool rule_range(const struct context *context, size_t index, struct value *value)
{
    struct cursor cursor = cursor_at(context, index);
    struct pair *pair = &value->pair;
    *pair = (struct pair){.between = "to"};
    if (!take_pair(&cursor, pair) || !cursor_cover(&cursor, context, index, value) ||
        starts_with_nought(&pair->low) || starts_with_nought(&pair->high))
        return false;
    bool spaced = value->tokens > 1, small = pair->low.whole.length <= 2 && pair->high.whole.length <= 2;
    if (!is_rising(pair) && !small)
        pair->between = "";
    return !spaced || is_rising(pair);
}

static bool is_goals(const struct numeral *numeral)
{
    return numeral_is_plain(numeral, 1, 2);
}

bool rule_score(const struct context *context, size_t index, struct value *value)
{
    struct cursor cursor = cursor_at(context, index);
    struct pair *pair = &value->pair;
    *pair = (struct pair){0};
    return take_pair(&cursor, pair) && is_goals(&pair->low) && is_goals(&pair->high) &&
           cursor_cover(&cursor, context, index, value) && value->tokens == 1 &&
           context_near(context, index, SCORE_LOOK_AROUND, context->language->score_cues);
}

/* "10:1", "3.5:1": a minute has two digits, a ratio's second part is one or over 59. */
bool rule_ratio(const struct context *context, size_t index, struct value *value)
{
    struct cursor cursor = cursor_at(context, index);
    struct pair *pair = &value->pair;
    *pair = (struct pair){.between = "to"};
    return cursor_take_numeral(&cursor, &pair->low) && cursor_take_char(&cursor, ":") &&
           cursor_take_numeral(&cursor, &pair->high) && !pair->high.is_negative &&
           cursor_cover(&cursor, context, index, value);
}

/* "2x", "1.5x" times, "2×4", "4x3" by */
bool rule_times(const struct context *context, size_t index, struct value *value)
{
    struct cursor cursor = cursor_at(context, index);
    struct pair *pair = &value->pair;
    *pair = (struct pair){.between = "by"};
    if (!cursor_take_numeral(&cursor, &pair->low))
        return false;
    struct cursor spaced = cursor;
    bool apart =
        cursor_take_space(&spaced) && cursor_take(&spaced, STR("x ")) && cursor_take_numeral(&spaced, &pair->high);
    if (apart)
        return cursor_cover(&spaced, context, index, value);
    if (!cursor_take(&cursor, STR("x")) && !cursor_take(&cursor, STR("\u00d7")))
        return false;
    if (!cursor_take_numeral(&cursor, &pair->high))
        pair->between = "times";
    return cursor_cover(&cursor, context, index, value);
}

/* "#1", "# 14", "№ 5" */
bool rule_number_sign(const struct context *context, size_t index, struct value *value)
{
    struct cursor cursor = cursor_at(context, index);
    if (!cursor_take(&cursor, STR("#")) && !cursor_take(&cursor, STR("\u2116")))
        return false;
    cursor_take_space(&cursor);
    return cursor_take_numeral(&cursor, &value->number) && !value->number.is_negative &&
           cursor_cover(&cursor, context, index, value);
}

/* "2.0.1", "10.0.0.1": numbers with stops between. */
bool rule_version(const struct context *context, size_t index, struct value *value)
{
    struct cursor cursor = cursor_at(context, index);
    size_t start = cursor.at, parts = 0;
    while (cursor_take_digits(&cursor).length && ++parts) {
        struct cursor on = cursor;
        if (!cursor_take_char(&on, ".") || !cursor_take_digits(&on).length)
            break;
        cursor_take_char(&cursor, ".");
    }
    value->written = str_slice(cursor.text, start, cursor.at);
    return parts > 2 && cursor_cover(&cursor, context, index, value);
}

bool rule_decimal(const struct context *context, size_t index, struct value *value)
{
    struct cursor cursor = cursor_at(context, index);
    return cursor_take_numeral(&cursor, &value->number) && value->number.has_point &&
           cursor_cover(&cursor, context, index, value);
}

bool rule_cardinal(const struct context *context, size_t index, struct value *value)
{
    struct cursor cursor = cursor_at(context, index);
    return cursor_take_numeral(&cursor, &value->number) && !value->number.has_point &&
           cursor_cover(&cursor, context, index, value);
}
