#include "rules.h"

#include <string.h>

static bool is_content_word(const struct context *context, size_t index)
{
    struct str word = context_token(context, index);
    return word.length && word.at[0] >= 'a' && word.at[0] <= 'z' &&
           !language_has(context->language->function_words, word) && !str_ends(word, STR("ed"));
}

/* "a £2m home", "the 5km run": an amount between a determiner and a noun is an adjective. */
static bool is_adjective(const struct context *context, size_t first, size_t last)
{
    if (str_equal(context_gap(context, last), STR("-")))
        return true;
    return first > 0 && language_has(context->language->determiners, context_token(context, first - 1)) &&
           str_equal(context_gap(context, first - 1), STR(" ")) &&
           str_equal(context_gap(context, last), STR(" ")) && is_content_word(context, last + 1);
}

/* The magnitude that follows as a word: "$2.5 billion", "£3 bn"; a lone letter is too little. */
static const struct magnitude *next_magnitude(const struct context *context, size_t index)
{
    struct str word = context_token(context, index + 1);
    if (word.length < 2 || !str_equal(context_gap(context, index), STR(" ")))
        return NULL;
    return language_magnitude(context->language, word);
}

bool rule_money(const struct context *context, size_t index, struct value *value)
{
    struct str token = context_token(context, index);
    struct money *money = &value->money;
    bool negative = str_starts(token, STR("-"));
    if (negative)
        token = str_slice(token, 1, token.length);
    money->currency = language_currency(context->language, token);
    if (!money->currency)
        return false;
    size_t start = strlen(money->currency->symbol), end = numeral_scan(token, start, &money->amount);
    if (end == start)
        return false;
    money->amount.is_negative |= negative;
    struct str suffix = str_slice(token, end, token.length);
    if (suffix.length) {
        money->magnitude = language_magnitude(context->language, suffix);
        if (!money->magnitude)
            return false;
    } else if ((money->magnitude = next_magnitude(context, index))) {
        value->tokens = 2;
    }
    money->is_adjective = is_adjective(context, index, index + value->tokens - 1);
    return true;
}

/* A unit that is a word of the language too ("in") must touch its number. */
static const struct unit *next_unit(const struct context *context, size_t index, bool *tied)
{
    struct str symbol = context_token(context, index + 1), gap = context_gap(context, index);
    *tied = str_equal(gap, STR("-"));
    if (!*tied && !str_equal(gap, STR(" ")) && !str_equal(gap, STR("\u00a0")))
        return NULL;
    if (symbol.length < 2 || language_has(context->language->function_words, symbol))
        return NULL;
    return language_unit(context->language, symbol);
}

bool rule_measure(const struct context *context, size_t index, struct value *value)
{
    struct str token = context_token(context, index);
    struct measure *measure = &value->measure;
    size_t end = numeral_scan(token, 0, &measure->amount);
    if (!end)
        return false;
    struct str suffix = str_slice(token, end, token.length);
    bool tied = false;
    if (suffix.length) {
        measure->unit = language_unit(context->language, suffix);
    } else if ((measure->unit = next_unit(context, index, &tied))) {
        value->tokens = 2;
    }
    measure->is_adjective = tied || is_adjective(context, index, index + value->tokens - 1);
    return measure->unit != NULL;
}
