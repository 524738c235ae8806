#include "rules.h"

#include "cursor.h"
#include "figure.h"

#include <string.h>

#define POWER_DIGITS_MAX 5 /* a longer one is a number behind "to the power of" */

static bool is_operand_char(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == ')' || c == '(';
}

/* A number or a single letter ends at `at`, or starts there. */
static bool is_operand(struct str text, size_t at, bool before)
{
    if (before && at > 0 && text.at[at - 1] == ' ')
        at--;
    if (!before && at < text.length && text.at[at] == ' ')
        at++;
    if (before ? at == 0 : at >= text.length)
        return false;
    char c = text.at[before ? at - 1 : at];
    if (c >= '0' && c <= '9')
        return true;
    size_t next = before ? at - 2 : at + 1;
    bool alone = before ? at < 2 || !is_operand_char(text.at[next])
                        : next >= text.length || !is_operand_char(text.at[next]);
    return is_operand_char(c) && (alone || c == ')' || c == '(');
}

/* "1+1", "13+5+9=27", "0/0": operands and signs in one run. */
bool rule_sum(const struct context *context, size_t index, struct value *value)
{
    struct cursor cursor = cursor_at(context, index);
    size_t start = cursor.at, operators = 0;
    for (;;) {
        struct numeral numeral;
        if (!cursor_take_numeral(&cursor, &numeral) || numeral.is_negative)
            return false;
        struct cursor on = cursor;
        bool sign =
            cursor_take_char(&on, "+=*/") || cursor_take(&on, STR("\u00d7")) || cursor_take(&on, STR("\u00f7"));
        struct cursor digits = on;
        if (!sign || !cursor_take_digits(&digits).length)
            break;
        cursor = on;
        operators++;
    }
    value->written = str_slice(cursor.text, start, cursor.at);
    return operators > 0 && cursor_cover(&cursor, context, index, value);
}

/* "A*": a mark beyond the best. */
static bool is_star(const struct context *context, size_t index)
{
    struct str before = index > 0 ? context_token(context, index - 1) : STR("");
    return str_equal(context_token(context, index), STR("*")) && str_equal(before, STR("A")) &&
           !context_gap(context, index - 1).length;
}

/* "> 5", "<10": a bound without a first operand. */
static const char *bound_of(const struct context *context, size_t index)
{
    struct str word = context_token(context, index), gap = context_gap(context, index);
    bool number = context_has(context, index + 1, SHAPE_DIGIT) && (!gap.length || str_equal(gap, STR(" ")));
    if (!number)
        return NULL;
    return str_equal(word, STR(">")) ? "more than" : str_equal(word, STR("<")) ? "less than" : NULL;
}

/* "x^2", "2^39", "10^-6", "mc^2": the sign and the power behind it. */
bool rule_caret(const struct context *context, size_t index, struct value *value)
{
    struct cursor cursor = cursor_at(context, index);
    size_t start = cursor.at;
    bool base = index > 0 && !context_gap(context, index - 1).length && context_token(context, index - 1).length <= 3;
    if (!cursor_take(&cursor, STR("^")) || !(base || is_operand(context->text, start, true)))
        return false;
    cursor_take_char(&cursor, "-");
    size_t digits = cursor_take_digits(&cursor).length;
    if (!digits || digits > POWER_DIGITS_MAX)
        return false;
    value->written = str_slice(cursor.text, start, cursor.at);
    return cursor_cover(&cursor, context, index, value);
}

/* "x", "*", "-" between operands: what the sign stands for there. */
bool rule_operator(const struct context *context, size_t index, struct value *value)
{
    static const struct wording signs[] = {{"*", "times"},     {"+", "plus"},         {"=", "equals"},
                                           {"<", "less than"}, {">", "greater than"}, {"^", "to the power of"}};
    struct str word = context_token(context, index);
    const struct token *token = &context->tokens[index];
    bool before = is_operand(context->text, token->start, true),
         behind = is_operand(context->text, token->end, false);
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        if (!str_equal(word, str_of(signs[i].written)))
            continue;
        value->words = is_star(context, index) ? "star" : signs[i].spoken;
        if (is_star(context, index) || (before && behind))
            return true;
        bool equation = str_equal(word, STR("=")) && index > 0 && context_has(context, index + 1, SHAPE_LETTER);
        if (!equation)
            value->words = bound_of(context, index);
        return value->words != NULL;
    }
    return false;
}

/* "1- 2 = 5", "y = x - 1": a hyphen is a minus sign where an equals sign is near. */
bool rule_minus(const struct context *context, size_t index, struct value *value)
{
    struct cursor cursor = cursor_at(context, index);
    bool equation = false;
    value->pair = (struct pair){.between = "minus"};
    for (size_t i = index; i < context->count && i < index + 8; i++)
        equation |= str_equal(context_token(context, i), STR("="));
    if (!equation || !cursor_take_numeral(&cursor, &value->pair.low) || value->pair.low.has_point)
        return false;
    if (!cursor_take_dash(&cursor)) {
        cursor_take_space(&cursor);
        if (!cursor_take_char(&cursor, "-"))
            return false;
        cursor_take_space(&cursor);
    }
    return cursor_take_numeral(&cursor, &value->pair.high) && cursor_cover(&cursor, context, index, value);
}

/* "10m x 5m": the sign between two sizes. */
bool rule_by(const struct context *context, size_t index, struct value *value)
{
    struct str word = context_token(context, index);
    value->words = "by";
    return (str_equal(word, STR("x")) || str_equal(word, STR("\u00d7"))) && index > 0 &&
           context_has(context, index - 1, SHAPE_DIGIT) && context_has(context, index + 1, SHAPE_DIGIT);
}

/* "~5": about */
bool rule_about(const struct context *context, size_t index, struct value *value)
{
    struct cursor cursor = cursor_at(context, index);
    if (!cursor_take(&cursor, STR("~")))
        return false;
    cursor_take_space(&cursor);
    uint32_t next = cursor_peek(&cursor);
    value->words = "about";
    return (next >= '0' && next <= '9') || next >= 0x80 || next == '$';
}

/* "x²", "10⁶", "E=mc²" is "=" and "mc²": a power. */
bool rule_power(const struct context *context, size_t index, struct value *value)
{
    struct str word = context_token(context, index);
    struct cursor cursor = {word, 0};
    struct str base = cursor_take_digits(&cursor);
    if (!base.length)
        base = cursor_take_letters(&cursor);
    struct str power = str_slice(word, cursor.at, word.length);
    value->written = word;
    return base.length && base.length <= 3 && is_superscript(power);
}

/* A sign that is read as a word wherever it stands: "&", "§". */
bool rule_symbol(const struct context *context, size_t index, struct value *value)
{
    struct str word = context_token(context, index);
    value->words = language_wording(context->language->symbols, word);
    bool ascii = word.length == 1 && strchr("*<>=~^#", word.at[0]);
    return value->words && !ascii;
}
