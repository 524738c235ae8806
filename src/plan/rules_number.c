#include "rules.h"

#include "amount.h"

#include <string.h>

#define SCORE_LOOK_AROUND 8 /* tokens in which a verb of winning makes "2-1" a score */

bool rule_percent(const struct context *context, size_t index, struct value *value)
{
    struct cursor cursor = cursor_at(context, index);
    struct amount *amount = &value->amount;
    if (!amount_take(context->language, &cursor, STR("%"), MAGNITUDES_WORDS, amount))
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
    return number->denominator > 1 && number->numerator > 0 && cursor_peek(&cursor) != '=' &&
           cursor_cover(&cursor, context, index, value);
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

/* "10-15", "5–4": over a spaced dash only where it rises. */
bool rule_range(const struct context *context, size_t index, struct value *value)
{
    struct cursor cursor = cursor_at(context, index);
    struct pair *pair = &value->pair;
    *pair = (struct pair){.between = "to"};
    if (!take_pair(&cursor, pair) || !cursor_cover(&cursor, context, index, value) ||
        starts_with_nought(&pair->low) || starts_with_nought(&pair->high))
        return false;
    bool spaced = value->tokens > 1;
    return !spaced || is_rising(pair);
}

static bool is_goals(const struct numeral *numeral)
{
    return numeral_is_plain(numeral, 1, 2);
}

/* "2-1" near a verb of winning; "2-0" and "2-2", which are no range, anywhere. */
bool rule_score(const struct context *context, size_t index, struct value *value)
{
    struct cursor cursor = cursor_at(context, index);
    struct pair *pair = &value->pair;
    *pair = (struct pair){0};
    if (!take_pair(&cursor, pair) || !is_goals(&pair->low) || !is_goals(&pair->high) ||
        !cursor_cover(&cursor, context, index, value))
        return false;
    bool none = str_equal(pair->high.whole, STR("0")) || str_equal(pair->high.whole, pair->low.whole);
    return (none && value->tokens == 1) ||
           context_near(context, index, SCORE_LOOK_AROUND, context->language->score_cues);
}

/* "8/10" of a review, "7/2" of a bookmaker, "60/40" of a hundred */
bool rule_share(const struct context *context, size_t index, struct value *value)
{
    struct cursor cursor = cursor_at(context, index);
    struct pair *pair = &value->pair;
    uint64_t low, high;
    *pair = (struct pair){.between = ""};
    if (!cursor_take_numeral(&cursor, &pair->low) || !cursor_take_char(&cursor, "/") ||
        !cursor_take_numeral(&cursor, &pair->high) || pair->high.has_point || pair->low.is_negative ||
        pair->low.denominator || !numeral_value(&pair->low, &low) || !numeral_value(&pair->high, &high) ||
        !cursor_cover(&cursor, context, index, value))
        return false;
    bool rating = (high == 5 || high == 10 || high == 100) && low <= high &&
                  context_near(context, index, SCORE_LOOK_AROUND, context->language->rating_cues);
    bool odds = high <= 9 && high > 0 && low < 200 &&
                context_near(context, index, SCORE_LOOK_AROUND, context->language->odds_cues);
    if (rating || odds)
        pair->between = rating ? "out of" : "to";
    return rating || odds || (low + high == 100 && low % 10 == 0 && low);
}

/* Takes the signs, in any order. */
static unsigned take_signs(struct cursor *cursor, const char *const *signs)
{
    unsigned count = 0;
    for (size_t i = 0; signs[i];) {
        struct str sign = str_of(signs[i]);
        bool found = str_starts(str_slice(cursor->text, cursor->at, cursor->text.length), sign);
        cursor->at += found ? sign.length : 0;
        count += found;
        i = found ? 0 : i + 1;
    }
    return count;
}

/* "★★★★☆", "★★★½": what a reviewer gives.  A star alone is a sign. */
bool rule_rating(const struct context *context, size_t index, struct value *value)
{
    static const char *const full[] = {"★", "⭐\ufe0f", "⭐", NULL}, *const empty[] = {"☆", NULL},
                             *const half[] = {"½", NULL};
    static const char *const numbers[] = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"};
    struct cursor cursor = cursor_at(context, index);
    unsigned given = take_signs(&cursor, full), halves = take_signs(&cursor, half);
    unsigned missed = take_signs(&cursor, empty), all = given + halves + missed;
    if (!given || halves > 1 || all < 2 || all > 10 || !cursor_cover(&cursor, context, index, value))
        return false;
    bool one = given == 1 && !halves;
    value->pair = (struct pair){.between = missed ? one ? "star out of" : "stars out of" : one ? "star" : "stars"};
    value->pair.low =
        (struct numeral){.whole = str_of(numbers[given]), .numerator = halves, .denominator = 2 * halves};
    value->pair.high.whole = str_of(missed ? numbers[all] : "");
    return true;
}

/* "10:1", "3.5:1": a minute has two digits, a ratio's second part is one or over 59; "3:43.13" is a lap. */
bool rule_ratio(const struct context *context, size_t index, struct value *value)
{
    struct cursor cursor = cursor_at(context, index);
    struct pair *pair = &value->pair;
    *pair = (struct pair){.between = "to"};
    if (!cursor_take_numeral(&cursor, &pair->low) || !cursor_take_char(&cursor, ":") ||
        !cursor_take_numeral(&cursor, &pair->high) || pair->high.is_negative)
        return false;
    if (pair->high.whole.length == 2 && pair->high.has_point)
        pair->between = "";
    return cursor_cover(&cursor, context, index, value);
}

static bool take_by(struct cursor *cursor)
{
    struct cursor on = *cursor;
    bool spaced = cursor_take_space(&on);
    if ((!cursor_take(&on, STR("x")) && !cursor_take(&on, STR("\u00d7"))) || (spaced && !cursor_take_space(&on)))
        return false;
    *cursor = on;
    return true;
}

/* "2x", "1.5x" times, "2×4", "4 x 3" by, with what it measures: "4x100m" */
bool rule_times(const struct context *context, size_t index, struct value *value)
{
    struct cursor cursor = cursor_at(context, index), on;
    struct pair *pair = &value->pair;
    *pair = (struct pair){.between = "by"};
    if (!cursor_take_numeral(&cursor, &pair->low) || pair->low.is_negative || !take_by(&cursor))
        return false;
    if (!cursor_take_numeral(&cursor, &pair->high)) {
        pair->between = "times";
        return cursor_cover(&cursor, context, index, value) && value->tokens == 1;
    }
    on = cursor;
    if (cursor_take_space(&on) && cursor_take(&on, STR("="))) {
        pair->between = "times";
        return cursor_cover(&cursor, context, index, value);
    }
    on = cursor;
    if (unit_take(context->language, &on, &pair->unit) && cursor_cover(&on, context, index, value))
        return true;
    pair->unit = (struct scaled_unit){0};
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
