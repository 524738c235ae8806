#include "rules.h"

#include "cursor.h"

#include <string.h>

#define ROMAN_MAX 3999

static const struct {
    const char *letters;
    unsigned value;
} steps[] = {{"M", 1000}, {"CM", 900}, {"D", 500}, {"CD", 400}, {"C", 100}, {"XC", 90}, {"L", 50},
             {"XL", 40},  {"X", 10},   {"IX", 9},  {"V", 5},    {"IV", 4},  {"I", 1}};

/* Takes as many of one step's letters as a canonical numeral has: one of "CM" or "D", three of "C". */
static void take_step(struct str *rest, size_t step, unsigned *number)
{
    struct str letters = str_of(steps[step].letters);
    unsigned most = letters.length == 2 || step % 4 == 2 ? 1 : 3;
    for (unsigned i = 0; i < most && str_starts(*rest, letters); i++) {
        *number += steps[step].value;
        *rest = str_slice(*rest, letters.length, rest->length);
    }
}

/* A canonical numeral in capitals; 0 if it is none. */
static unsigned roman_number(struct str word)
{
    unsigned number = 0;
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
        take_step(&word, i, &number);
    return word.length || number > ROMAN_MAX ? 0 : number;
}

/* "VIII", "VIII's" here; 0 if it is none. */
static unsigned take_roman(const struct context *context, size_t index, struct value *value)
{
    struct cursor cursor = cursor_at(context, index);
    if (!strchr("IVXLCDM", context->text.at[cursor.at]))
        return 0;
    unsigned number = roman_number(cursor_take_letters(&cursor));
    if (number && cursor_cover(&cursor, context, index, value) && value->tokens == 1)
        return number;
    return 0;
}

/* A numeral's stop in running text, "Charles V. went", but not a sentence's last one. */
static void take_stop(const struct context *context, size_t index, struct value *value)
{
    bool owned = context->tokens[index].shape & SHAPE_STOP_BEHIND && index + 1 < context->count;
    value->end += owned && !value->suffix.length;
}

/* One letter: "I", "V" and "X" only, and no initial: "John V. Smith". */
static bool is_likely(const struct context *context, size_t index)
{
    struct str word = context_token(context, index);
    bool single = word.length == 1 || !(word.at[1] >= 'A' && word.at[1] <= 'Z');
    if (!single)
        return true;
    bool initial =
        context->tokens[index].shape & SHAPE_STOP_BEHIND && context_has(context, index + 1, SHAPE_CAPITAL);
    return !initial && (word.at[0] == 'I' || word.at[0] == 'V' || word.at[0] == 'X');
}

bool rule_regnal(const struct context *context, size_t index, struct value *value)
{
    value->roman = (struct roman){take_roman(context, index, value), true, false};
    if (!value->roman.number || !is_likely(context, index))
        return false;
    struct str before = context_before(context, index);
    take_stop(context, index, value);
    return before.length && before.at[0] >= 'A' && before.at[0] <= 'Z' &&
           language_has(context->language->regnal_names, before);
}

/* A numeral that heads its sentence or stands alone in it: "III", "IV. The Storm", "XIII: A Fight". */
static bool is_heading(const struct context *context, size_t index)
{
    struct str gap = context_gap(context, index);
    return index == 0 && (context->count == 1 || (gap.length && gap.at[0] != ' ' && gap.at[0] != ','));
}

/* Two letters and more that are nothing else, behind a name: "Rocky III", not "MI", "CD", "XL". */
static bool is_sequel(const struct context *context, size_t index)
{
    struct str word = context_token(context, index), before = context_before(context, index);
    size_t letters = 0;
    for (; letters < word.length && word.at[letters] <= 'X' && word.at[letters] >= 'A'; letters++)
        if (!strchr("IVX", word.at[letters]))
            return false;
    bool certain = letters > 2 || str_starts(word, STR("II"));
    bool name = before.length > 2 && context_has(context, index - 1, SHAPE_CAPITAL) &&
                !context_has(context, index - 1, SHAPE_CAPITALS | SHAPE_DIGIT);
    return certain && letters >= 2 && (name || index == 0 || (index > 0 && str_equal(before, STR(""))));
}

/* "the XXXII Olympiad", "the XIX century": between the article and what is counted. */
static bool is_counted_so(const struct context *context, size_t index)
{
    struct str word = context_token(context, index), next = context_token(context, index + 1);
    for (size_t i = 0; i < word.length; i++)
        if (!strchr("IVX", word.at[i]))
            return false;
    return word.length > 1 && !str_equal(word, STR("IV")) && next.length > 3 &&
           str_equal(context_gap(context, index), STR(" ")) &&
           str_equal_caseless(context_before(context, index), STR("the"));
}

/* One letter is a number only behind a word that is numbered; "I" is that rarely enough even so. */
bool rule_roman(const struct context *context, size_t index, struct value *value)
{
    struct str word = context_token(context, index), before = context_before(context, index);
    value->roman = (struct roman){.number = take_roman(context, index, value)};
    if (!value->roman.number)
        return false;
    value->roman.is_ordinal = is_counted_so(context, index);
    take_stop(context, index, value);
    bool numbered =
        before.length && language_has(context->language->numbered, before) && is_likely(context, index);
    if (value->roman.is_ordinal && word.length > 1)
        return true;
    value->roman.is_ordinal = false;
    return numbered || (word.length > 1 && is_heading(context, index)) || is_sequel(context, index);
}
