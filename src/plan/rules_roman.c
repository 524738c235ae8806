#include "rules.h"

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

/* A numeral's stop in running text, "Charles V. went", but not a sentence's last one. */
static bool owns_stop(const struct context *context, size_t index)
{
    return context->tokens[index].shape & SHAPE_STOP_BEHIND && index + 1 < context->count;
}

static struct str word_before(const struct context *context, size_t index)
{
    bool next_to = index > 0 && str_equal(context_gap(context, index - 1), STR(" "));
    return next_to ? context_token(context, index - 1) : STR("");
}

bool rule_regnal(const struct context *context, size_t index, struct value *value)
{
    struct str before = word_before(context, index);
    value->roman = (struct roman){roman_number(context_token(context, index)), true};
    value->takes_stop = owns_stop(context, index);
    return value->roman.number && before.length && before.at[0] >= 'A' && before.at[0] <= 'Z' &&
           language_has(context->language->regnal_names, before);
}

/* A numeral that heads its sentence or stands alone in it: "III", "IV. The Storm", "XIII: A Fight". */
static bool is_heading(const struct context *context, size_t index)
{
    struct str gap = context_gap(context, index);
    return index == 0 && (context->count == 1 || (gap.length && gap.at[0] != ' ' && gap.at[0] != ','));
}

/* One letter is a number only behind a word that is numbered; "I" is that rarely enough even so. */
bool rule_roman(const struct context *context, size_t index, struct value *value)
{
    struct str word = context_token(context, index), before = word_before(context, index);
    value->roman = (struct roman){roman_number(word), false};
    if (!value->roman.number)
        return false;
    bool numbered = before.length && language_has(context->language->numbered, before);
    value->takes_stop = owns_stop(context, index);
    return numbered || (word.length > 1 && is_heading(context, index));
}
