#include "rules.h"

#include "amount.h"

#include <string.h>

static bool complete(const struct context *context, size_t index, struct cursor *cursor, struct value *value)
{
    struct money *money = &value->money;
    money->per = rate_take(context->language, cursor);
    if (!cursor_cover(cursor, context, index, value))
        return false;
    size_t last = index + value->tokens - 1;
    struct str next = context_token(context, last + 1);
    money->is_rate = str_equal(context_gap(context, last), STR("-")) && str_starts(next, STR("a"));
    bool behind_article = language_has(context->language->determiners, context_before(context, index));
    money->is_adjective =
        !money->per && (amount_is_adjective(context, index, last) || (money->is_rate && behind_article));
    return true;
}

bool rule_money(const struct context *context, size_t index, struct value *value)
{
    struct cursor cursor = cursor_at(context, index);
    bool negative = cursor_take(&cursor, STR("-")) || cursor_take(&cursor, STR("\u2212"));
    struct money *money = &value->money;
    size_t start = cursor.at;
    money->currency = language_currency(context->language, str_slice(cursor.text, start, cursor.text.length));
    if (!money->currency)
        return false;
    struct str symbol = str_of(money->currency->symbol);
    cursor.at += symbol.length;
    struct cursor spaced = cursor;
    if (!amount_take(context->language, &cursor, symbol, MAGNITUDES_LONE, &money->amount)) {
        cursor = spaced;
        if (!cursor_take_space(&cursor) ||
            !amount_take(context->language, &cursor, symbol, MAGNITUDES_LONE, &money->amount) ||
            money->amount.low.is_negative)
            return false;
    }
    money->amount.low.is_negative |= negative;
    return complete(context, index, &cursor, value);
}

/* "CHF 100", "EUR1.2bn" */
bool rule_money_code(const struct context *context, size_t index, struct value *value)
{
    struct cursor cursor = cursor_at(context, index);
    struct str code = cursor_take_letters(&cursor);
    struct money *money = &value->money;
    if (code.length < 2 || code.length > 3)
        return false;
    money->currency = language_code(context->language, code);
    if (code.length == 2)
        cursor_take_char(&cursor, ".");
    cursor_take_space(&cursor);
    return money->currency &&
           amount_take(context->language, &cursor, STR(""), MAGNITUDES_LETTERS, &money->amount) &&
           !money->amount.low.is_negative && complete(context, index, &cursor, value);
}

/* "100 EUR", "100€", "1.2bn USD" */
bool rule_money_behind(const struct context *context, size_t index, struct value *value)
{
    struct cursor cursor = cursor_at(context, index);
    struct money *money = &value->money;
    if (!amount_take(context->language, &cursor, STR(""), MAGNITUDES_LETTERS, &money->amount))
        return false;
    cursor_take_space(&cursor);
    struct cursor letters = cursor;
    struct str code = cursor_take_letters(&letters), rest = str_slice(cursor.text, cursor.at, cursor.text.length);
    money->currency = code.length == 3 ? language_code(context->language, code) : NULL;
    if (money->currency) {
        cursor = letters;
    } else {
        money->currency = language_currency(context->language, rest);
        if (!money->currency || (unsigned char)*money->currency->symbol < 0x80)
            return false;
        cursor.at += strlen(money->currency->symbol);
        if (cursor.at < cursor.text.length && cursor.text.at[cursor.at] >= '0' && cursor.text.at[cursor.at] <= '9')
            return false;
    }
    return complete(context, index, &cursor, value);
}
