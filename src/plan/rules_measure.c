#include "rules.h"

#include "amount.h"

#include <string.h>

#define QUOTATION_REACH 400 /* bytes in which a quotation mark's other half is looked for */
#define CUE_LOOK_AROUND 6   /* tokens in which "degrees" makes "30C" a temperature */

bool context_near(const struct context *context, size_t index, size_t reach, const struct table *set)
{
    size_t first = index > reach ? index - reach : 0;
    for (size_t i = first; i < context->count && i <= index + reach; i++)
        if (i != index && language_has(set, context_token(context, i)))
            return true;
    return false;
}

/* "10ft", "10 ft", "10-ft" */
enum gap { GAP_NONE, GAP_SPACE, GAP_HYPHEN };

static enum gap take_gap(struct cursor *cursor)
{
    if (cursor_take_space(cursor))
        return GAP_SPACE;
    struct cursor on = *cursor;
    if (!cursor_take_char(&on, "-") || !cursor_take_letters(&on).length)
        return GAP_NONE;
    cursor_take_char(cursor, "-");
    return GAP_HYPHEN;
}

/* A unit that is a word or a code too must touch its number, or have evidence. */
static bool is_plausible(const struct context *context, size_t index, const struct value *value, enum gap gap)
{
    const struct measure *measure = &value->measure;
    bool stopped = value->end > context->tokens[index + value->tokens - 1].end;
    const struct scaled_unit *unit = &measure->unit;
    unsigned ways = unit->prefix || measure->per.unit ? 0 : unit->unit->ways;
    if (ways & UNIT_TOUCHING && gap != GAP_NONE && !stopped)
        return false;
    if (ways & UNIT_VAGUE && (!measure->amount.low.has_point || gap != GAP_NONE))
        return false;
    if (ways & UNIT_COIN && numeral_is_plain(&measure->amount.low, 4, 20))
        return false;
    return !(ways & UNIT_CUED) || context_near(context, index, CUE_LOOK_AROUND, context->language->heat_cues);
}

/* "/s", "/m²" */
static void take_per(const struct language *language, struct cursor *cursor, struct scaled_unit *per)
{
    struct cursor on = *cursor;
    if (cursor_take_char(&on, "/") && unit_take(language, &on, per))
        *cursor = on;
    else
        *per = (struct scaled_unit){0};
}

static bool take_unit(const struct language *language, struct cursor *cursor, struct measure *measure)
{
    static const char *const whole[] = {"km/h", "KM/H", "Mbit/s", "Mb/s", "Gbit/s", "Gb/s"};
    for (size_t i = 0; i < sizeof whole / sizeof *whole; i++) {
        if (cursor_take(cursor, str_of(whole[i]))) {
            measure->unit = (struct scaled_unit){.unit = language_unit(language, str_of(whole[i])), .power = 1};
            return measure->unit.unit != NULL;
        }
    }
    if (cursor_peek(cursor) != '/' && !unit_take(language, cursor, &measure->unit))
        return false;
    take_per(language, cursor, &measure->per);
    if (!measure->per.unit)
        measure->rate = rate_take(language, cursor);
    return measure->unit.unit || measure->per.unit;
}

/* The smaller unit that goes on: "5ft 10in", "1hr 20mins". */
static void take_rest(const struct language *language, struct cursor *cursor, struct measure *measure)
{
    struct cursor on = *cursor;
    struct scaled_unit unit;
    const struct unit *of = measure->unit.unit;
    if (!of || !of->rest || measure->amount.is_range || measure->amount.low.has_point || measure->per.unit)
        return;
    cursor_take_space(&on);
    if (!cursor_take_numeral(&on, &measure->rest) || measure->rest.is_negative)
        return;
    cursor_take_space(&on);
    if (!unit_take(language, &on, &unit) || unit.prefix || unit.power != 1)
        return;
    const struct unit *wanted = language_unit(language, str_of(of->rest));
    bool minutes = str_equal(str_of(of->rest), STR("m")) && str_equal(str_of(unit.unit->one), STR("minute"));
    if (!minutes && !str_equal(str_of(unit.unit->one), str_of(wanted->one)))
        return;
    measure->rest_unit = minutes ? unit.unit : wanted;
    if (str_equal(str_of(unit.unit->symbol), STR("m")) && str_equal(str_of(of->symbol), STR("h")))
        measure->rest_unit = language_unit(language, STR("min"));
    *cursor = on;
}

/* "10km-15km": the unit with both numbers. */
static void take_until(const struct language *language, struct cursor *cursor, struct measure *measure)
{
    struct cursor on = *cursor;
    struct scaled_unit unit;
    struct numeral high;
    if (measure->amount.is_range || !cursor_take_dash(&on) || !cursor_take_numeral(&on, &high) || high.is_negative)
        return;
    cursor_take_space(&on);
    if (!unit_take(language, &on, &unit) || unit.unit != measure->unit.unit || unit.prefix != measure->unit.prefix)
        return;
    measure->amount.high = high;
    measure->amount.is_range = true;
    *cursor = on;
}

/* The stop of a shortened unit where the sentence goes on: "3 ft. long". */
static void take_stop(const struct context *context, struct cursor *cursor)
{
    struct cursor on = *cursor;
    if (!cursor_take_char(&on, ".") || !cursor_take_space(&on) || on.at >= context->text.length)
        return;
    uint32_t next = cursor_peek(&on);
    cursor->at += next >= 'a' && next <= 'z';
}

bool rule_measure(const struct context *context, size_t index, struct value *value)
{
    struct cursor cursor = cursor_at(context, index);
    struct measure *measure = &value->measure;
    *measure = (struct measure){0};
    if (!amount_take(context->language, &cursor, STR(""), MAGNITUDES_WORDS, &measure->amount))
        return false;
    enum gap gap = take_gap(&cursor);
    if (!take_unit(context->language, &cursor, measure))
        return false;
    take_until(context->language, &cursor, measure);
    take_rest(context->language, &cursor, measure);
    take_stop(context, &cursor);
    if (!cursor_cover(&cursor, context, index, value) ||
        (measure->unit.unit && !is_plausible(context, index, value, gap)))
        return false;
    struct str last = context_token(context, index + value->tokens - 1);
    bool stopped = value->end > context->tokens[index + value->tokens - 1].end;
    if (gap == GAP_SPACE && !stopped && !measure->rest_unit &&
        language_has(context->language->function_words, last))
        return false;
    measure->is_adjective = gap == GAP_HYPHEN || amount_is_adjective(context, index, index + value->tokens - 1);
    return true;
}

/* Could the mark behind token `index` close a quotation: is there one that stands behind no digit? */
static bool closes_quotation(const struct context *context, size_t index)
{
    size_t at = context->tokens[index].start;
    struct str text = str_slice(context->text, 0, at + QUOTATION_REACH);
    for (size_t i = at > QUOTATION_REACH ? at - QUOTATION_REACH : 0; i < text.length; i++)
        if (text.at[i] == '"' && (i == 0 || text.at[i - 1] < '0' || text.at[i - 1] > '9'))
            return true;
    struct str before = str_slice(text, at > QUOTATION_REACH ? at - QUOTATION_REACH : 0, at);
    return str_find(before, STR("\u201c")) < before.length;
}

/* "6' tall": feet alone only before what is measured in them. */
static bool is_height(const struct context *context, const struct cursor *cursor)
{
    struct cursor on = *cursor;
    return cursor_take_space(&on) && language_has(context->language->extents, cursor_take_letters(&on));
}

/* 5'10", 6', 16": feet and inches, where no quotation is open that the mark could close. */
bool rule_feet(const struct context *context, size_t index, struct value *value)
{
    struct cursor cursor = cursor_at(context, index);
    struct measure *measure = &value->measure;
    struct numeral first;
    if (!cursor_take_numeral(&cursor, &first) || first.is_negative || first.is_grouped)
        return false;
    *measure = (struct measure){.amount = {.low = first}};
    bool feet = cursor_take(&cursor, STR("'")) || cursor_take(&cursor, STR("\u2032")) ||
                cursor_take(&cursor, STR("\u2019"));
    bool rest = feet && cursor_take_numeral(&cursor, &measure->rest);
    bool inches = (!feet || rest) && (cursor_take(&cursor, STR("\"")) || cursor_take(&cursor, STR("\u2033")) ||
                                      cursor_take(&cursor, STR("\u201d")));
    if (feet && !inches && !rest ? !is_height(context, &cursor) : !inches || closes_quotation(context, index))
        return false;
    measure->unit.unit = language_unit(context->language, feet ? STR("\u2032") : STR("\u2033"));
    measure->unit.power = 1;
    measure->rest_unit = rest ? language_unit(context->language, STR("in")) : NULL;
    if (!cursor_cover(&cursor, context, index, value))
        return false;
    struct cursor on = cursor;
    bool noun = cursor_take_space(&on) && context->tokens[index].start > 0;
    measure->is_adjective =
        noun && language_has(context->language->determiners, context_before(context, index)) &&
        !language_has(context->language->function_words, context_token(context, index + value->tokens));
    return true;
}

/* "kg" without a number: "what is it in lbs?" */
bool rule_unit(const struct context *context, size_t index, struct value *value)
{
    struct str word = context_token(context, index);
    const struct unit *unit = word.length >= 3 && word.length <= 4 ? language_unit(context->language, word) : NULL;
    if (!unit || !(unit->ways & UNIT_ALONE))
        return false;
    value->words = unit->many;
    return true;
}

/* "100m high", "400m finals" */
static bool is_extent(const struct language *language, struct str word)
{
    struct str one = str_ends(word, STR("s")) ? str_slice(word, 0, word.length - 1) : word;
    return language_has(language->extents, word) || language_has(language->extents, one);
}

/* "5m people", "1.2bn users": where "m" could be metres, what is counted follows. */
bool rule_quantity(const struct context *context, size_t index, struct value *value)
{
    struct cursor cursor = cursor_at(context, index);
    if (!amount_take(context->language, &cursor, STR(""), MAGNITUDES_LETTERS, &value->amount) ||
        !value->amount.magnitude || !cursor_cover(&cursor, context, index, value))
        return false;
    size_t letters = cursor.at;
    while (letters > 0 && ((cursor.text.at[letters - 1] | 32) >= 'a' && (cursor.text.at[letters - 1] | 32) <= 'z'))
        letters--;
    struct cursor on = cursor;
    struct scaled_unit unit;
    bool measured = cursor_take_space(&on) && unit_take(context->language, &on, &unit);
    size_t behind = index + value->tokens;
    bool plus = str_equal(context_token(context, behind), STR("+")) && !context_gap(context, behind - 1).length;
    struct str next = plus ? context_token(context, behind + 1) : context_behind(context, index, value);
    if (measured && !language_has(context->language->function_words, next) && next.length > 1)
        return false;
    bool strong = str_equal(context_gap(context, index + value->tokens - 1), STR("-")) &&
                  str_equal(context_token(context, index + value->tokens), STR("strong"));
    return cursor.at - letters >= 2 || strong ||
           (is_counted(context->language, next) && !is_extent(context->language, next));
}
