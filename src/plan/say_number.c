#include "say.h"

static unsigned whole_of(const struct numeral *numeral)
{
    uint64_t whole = 0;
    numeral_value(numeral, &whole);
    return (unsigned)whole;
}

void say_number(const struct newsreader *to, const struct value *value)
{
    spell_numeral(to->speller, &value->number, to->out);
}

void say_numbered(const struct newsreader *to, const struct value *value)
{
    say(to, "number ");
    say_number(to, value);
}

void say_amount(const struct newsreader *to, const struct value *value)
{
    say_quantity(to, &value->amount);
}

void say_ordinal(const struct newsreader *to, const struct value *value)
{
    uint64_t whole = 0;
    numeral_value(&value->number, &whole);
    spell_ordinal(to->speller, whole, to->out);
}

void say_quantity(const struct newsreader *to, const struct amount *amount)
{
    spell_numeral(to->speller, &amount->low, to->out);
    if (amount->low_magnitude) {
        say(to, " ");
        say(to, amount->low_magnitude->word);
    }
    if (amount->is_range) {
        say(to, " to ");
        spell_numeral(to->speller, &amount->high, to->out);
    }
    if (amount->magnitude) {
        say(to, " ");
        say(to, amount->magnitude->word);
    }
}

void say_percent(const struct newsreader *to, const struct value *value)
{
    say_quantity(to, &value->amount);
    say(to, " per cent");
}

static void say_bound(const struct newsreader *to, const struct numeral *bound, bool year)
{
    if (year && bound->whole.length == 4)
        spell_year(to->speller, whole_of(bound), to->out);
    else if (year && bound->whole.length == 2)
        spell_tail(to->speller, whole_of(bound), to->out);
    else
        spell_numeral(to->speller, bound, to->out);
}

void say_pair(const struct newsreader *to, const struct value *value)
{
    const struct pair *pair = &value->pair;
    say_bound(to, &pair->low, pair->of_years);
    say(to, " ");
    say(to, pair->between);
    if (!pair->high.whole.length && !pair->high.has_point)
        return;
    if (*pair->between)
        say(to, " ");
    say_bound(to, &pair->high, pair->of_years);
    if (pair->unit.unit) {
        say(to, " ");
        say_unit(to, &pair->unit, false);
    }
}

static void say_goals(const struct newsreader *to, const struct numeral *goals)
{
    if (to->context->british && whole_of(goals) == 0)
        say(to, "nil");
    else
        spell_cardinal(to->speller, whole_of(goals), to->out);
}

void say_score(const struct newsreader *to, const struct value *value)
{
    say_goals(to, &value->pair.low);
    say(to, " ");
    say_goals(to, &value->pair.high);
}

void say_roman(const struct newsreader *to, const struct value *value)
{
    if (value->roman.is_regnal || value->roman.is_ordinal) {
        say(to, value->roman.is_regnal ? "the " : "");
        spell_ordinal(to->speller, value->roman.number, to->out);
    } else {
        spell_cardinal(to->speller, value->roman.number, to->out);
    }
}
