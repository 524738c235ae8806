#include "say.h"

#include <string.h>

/* Pence in "50", "5", "500": what the digits behind the point are worth, if that is whole; else 100. */
static unsigned minor_units(struct str fraction)
{
    unsigned minor = 0;
    for (size_t i = 0; i < fraction.length; i++) {
        if (i < 2)
            minor = minor * 10 + (unsigned)(fraction.at[i] - '0');
        else if (fraction.at[i] != '0')
            return 100;
    }
    return fraction.length == 1 ? minor * 10 : minor;
}

/* "£1.50": pounds and pence; "£1.5m" and "£1.505" are decimals. */
static bool has_minor(const struct currency *currency, const struct numeral *numeral,
                      const struct magnitude *magnitude)
{
    return numeral->has_point && !magnitude && currency->minor_one && minor_units(numeral->fraction) < 100;
}

static void say_minor(const struct newsreader *to, const struct currency *currency, const struct numeral *numeral)
{
    struct numeral major = *numeral;
    uint64_t whole = 0;
    unsigned minor = minor_units(numeral->fraction);
    major.has_point = false;
    numeral_value(&major, &whole);
    if (whole || !minor) {
        spell_numeral(to->speller, &major, to->out);
        say(to, " ");
        say(to, whole == 1 ? currency->one : currency->many);
    } else if (numeral->is_negative) {
        say(to, "minus");
    }
    if (!minor)
        return;
    if (whole || numeral->is_negative)
        say(to, " ");
    spell_cardinal(to->speller, minor, to->out);
    if (to->context->british && whole && minor > 9)
        return;
    say(to, " ");
    say(to, minor == 1 ? currency->minor_one : currency->minor_many);
}

/* "$150.25-$250.67": each in full. */
static bool say_coins(const struct newsreader *to, const struct money *money)
{
    const struct amount *amount = &money->amount;
    bool low = has_minor(money->currency, &amount->low, amount->magnitude);
    bool high = amount->is_range && has_minor(money->currency, &amount->high, amount->magnitude);
    if (!low && !high)
        return false;
    if (low || !amount->is_range)
        say_minor(to, money->currency, &amount->low);
    else
        spell_numeral(to->speller, &amount->low, to->out);
    if (!amount->is_range)
        return true;
    say(to, " to ");
    if (high) {
        say_minor(to, money->currency, &amount->high);
    } else {
        spell_numeral(to->speller, &amount->high, to->out);
        say(to, " ");
        say(to, money->currency->many);
    }
    return true;
}

void say_money(const struct newsreader *to, const struct value *value)
{
    const struct money *money = &value->money;
    const struct amount *amount = &money->amount;
    bool single = !amount->magnitude && !amount->is_range && numeral_is_one(&amount->low);
    if (!say_coins(to, money)) {
        if (single && money->is_rate && !amount->low.is_negative)
            say(to, "a");
        else
            say_quantity(to, amount);
        say(to, " ");
        say(to, money->is_adjective || single ? money->currency->one : money->currency->many);
    }
    if (money->per) {
        say(to, " per ");
        say(to, money->per);
    }
}

/* A unit's name, in the spelling of the reader's side of the ocean. */
static void say_name(const struct newsreader *to, const char *name)
{
    struct str rest = str_of(name);
    const struct table *table = to->context->language->american;
    const struct wording *rows = table->rows;
    while (rest.length) {
        size_t i = to->context->british ? table->count : 0;
        while (i < table->count && !str_starts(rest, str_of(rows[i].written)))
            i++;
        say_str(to, i < table->count ? str_of(rows[i].spoken) : str_slice(rest, 0, 1));
        rest = str_slice(rest, i < table->count ? strlen(rows[i].written) : 1, rest.length);
    }
}

void say_unit(const struct newsreader *to, const struct scaled_unit *unit, bool one)
{
    if (unit->power > 1)
        say(to, unit->power == 2 ? "square " : "cubic ");
    if (unit->prefix)
        say(to, unit->prefix->word);
    say_name(to, one ? unit->unit->one : unit->unit->many);
}

/* "five foot ten", "twelve stone four", "one hour twenty minutes" */
static void say_rest(const struct newsreader *to, const struct measure *measure)
{
    bool one = numeral_is_one(&measure->rest);
    say(to, " ");
    spell_numeral(to->speller, &measure->rest, to->out);
    bool named =
        !(measure->unit.unit->ways & UNIT_FOOT) && !str_equal(str_of(measure->unit.unit->one), STR("stone"));
    if (!named)
        return;
    say(to, " ");
    say_name(to, one ? measure->rest_unit->one : measure->rest_unit->many);
}

void say_measure(const struct newsreader *to, const struct value *value)
{
    const struct measure *measure = &value->measure;
    bool one = measure->is_adjective ||
               (!measure->amount.is_range && !measure->amount.magnitude && numeral_is_one(&measure->amount.low));
    say_quantity(to, &measure->amount);
    if (measure->unit.unit) {
        say(to, " ");
        bool foot = measure->rest_unit && measure->unit.unit->ways & UNIT_FOOT;
        say_unit(to, &measure->unit, one || foot);
    }
    if (measure->per.unit) {
        say(to, " per ");
        say_unit(to, &measure->per, true);
    }
    if (measure->rate) {
        say(to, " per ");
        say(to, measure->rate);
    }
    if (measure->rest_unit)
        say_rest(to, measure);
}

void say_unit_name(const struct newsreader *to, const struct value *value)
{
    say_name(to, value->words);
}
