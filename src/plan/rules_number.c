#include "rules.h"

#include <string.h>

#define SCORE_LOOK_AROUND 8 /* tokens in which a verb of winning makes "2-1" a score */

/* Takes a numeral off the front of *rest. */
static bool take_numeral(struct str *rest, struct numeral *numeral)
{
    size_t end = numeral_scan(*rest, 0, numeral);
    *rest = str_slice(*rest, end, rest->length);
    return end > 0;
}

static bool take(struct str *rest, struct str prefix)
{
    if (!str_starts(*rest, prefix))
        return false;
    *rest = str_slice(*rest, prefix.length, rest->length);
    return true;
}

/* "10-15" and what stands behind it. */
static bool take_pair(struct str *rest, struct pair *pair)
{
    return take_numeral(rest, &pair->low) && (take(rest, STR("-")) || take(rest, STR("\u2013"))) &&
           take_numeral(rest, &pair->high) && !pair->high.is_negative;
}

static bool fits_whole(const struct context *context, size_t index, struct numeral *numeral)
{
    struct str rest = context_token(context, index);
    return take_numeral(&rest, numeral) && !rest.length;
}

bool is_year_like(const struct numeral *numeral)
{
    uint64_t value;
    return numeral->whole.length == 4 && !numeral->has_point && !numeral->is_negative &&
           numeral_value(numeral, &value) && value >= 1000 && value < 2100;
}

bool rule_percent(const struct context *context, size_t index, struct value *value)
{
    struct str rest = context_token(context, index);
    if (!take_numeral(&rest, &value->number))
        return false;
    if (str_equal(rest, STR("%")))
        return true;
    value->tokens = 2;
    return !rest.length && str_equal(context_token(context, index + 1), STR("%")) &&
           str_equal(context_gap(context, index), STR(" "));
}

bool rule_ordinal(const struct context *context, size_t index, struct value *value)
{
    struct str rest = context_token(context, index);
    if (!take_numeral(&rest, &value->number) || value->number.has_point || value->number.is_negative)
        return false;
    uint64_t whole;
    return numeral_value(&value->number, &whole) &&
           (str_equal_caseless(rest, STR("st")) || str_equal_caseless(rest, STR("nd")) ||
            str_equal_caseless(rest, STR("rd")) || str_equal_caseless(rest, STR("th")));
}

/* "1914-18", "1939-1945": the second number is a later year, in full or by its last two digits. */
static bool is_year_pair(const struct pair *pair)
{
    uint64_t low, high;
    if (!is_year_like(&pair->low) || !numeral_value(&pair->low, &low) || !numeral_value(&pair->high, &high))
        return false;
    return is_year_like(&pair->high) ? high > low : pair->high.whole.length == 2 && high > low % 100;
}

bool rule_range(const struct context *context, size_t index, struct value *value)
{
    struct str rest = context_token(context, index);
    struct pair *pair = &value->pair;
    if (!take_pair(&rest, pair))
        return false;
    pair->of_percent = take(&rest, STR("%"));
    pair->of_years = !pair->of_percent && is_year_pair(pair);
    return !rest.length;
}

static bool is_goals(const struct numeral *numeral)
{
    return numeral->whole.length >= 1 && numeral->whole.length <= 2 && !numeral->has_point &&
           !numeral->is_negative;
}

static bool near_score_cue(const struct context *context, size_t index)
{
    size_t first = index > SCORE_LOOK_AROUND ? index - SCORE_LOOK_AROUND : 0;
    for (size_t i = first; i < context->count && i <= index + SCORE_LOOK_AROUND; i++)
        if (language_has(context->language->score_cues, context_token(context, i)))
            return true;
    return false;
}

bool rule_score(const struct context *context, size_t index, struct value *value)
{
    struct str rest = context_token(context, index);
    return take_pair(&rest, &value->pair) && !rest.length && is_goals(&value->pair.low) &&
           is_goals(&value->pair.high) && near_score_cue(context, index);
}

bool rule_decimal(const struct context *context, size_t index, struct value *value)
{
    return fits_whole(context, index, &value->number) && value->number.has_point;
}

bool rule_cardinal(const struct context *context, size_t index, struct value *value)
{
    return fits_whole(context, index, &value->number) && !value->number.has_point;
}
