#include "verbalise.h"

struct newsreader {
    const struct context *context;
    const struct speller *speller;
    struct buf *out;
};

static void say(const struct newsreader *to, const char *words)
{
    buf_append(to->out, str_of(words));
}

static unsigned whole_of(const struct numeral *numeral)
{
    uint64_t whole = 0;
    numeral_value(numeral, &whole);
    return (unsigned)whole;
}

static void say_number(const struct newsreader *to, const struct value *value)
{
    spell_numeral(to->speller, &value->number, to->out);
}

static void say_ordinal(const struct newsreader *to, const struct value *value)
{
    uint64_t whole = 0;
    numeral_value(&value->number, &whole);
    spell_ordinal(to->speller, whole, to->out);
}

static void say_percent(const struct newsreader *to, const struct value *value)
{
    say_number(to, value);
    say(to, " per cent");
}

static void say_year(const struct newsreader *to, const struct value *value)
{
    spell_year(to->speller, whole_of(&value->number), to->out);
}

/* "nineteen ninety" -> "nineteen nineties", "nineteen ten" -> "nineteen tens" */
static void say_decade(const struct newsreader *to, const struct value *value)
{
    unsigned year = whole_of(&value->number);
    if (year < 100)
        spell_cardinal(to->speller, year, to->out);
    else
        spell_year(to->speller, year, to->out);
    if (str_ends(buf_str(to->out), STR("y"))) {
        to->out->length--;
        say(to, "ie");
    }
    say(to, "s");
}

/* "£1.50": pounds and pence; "£1.5" and "£1.5m" are decimals. */
static bool has_minor(const struct money *money)
{
    return money->amount.has_point && money->amount.fraction.length == 2 && !money->magnitude &&
           money->currency->minor_one;
}

static void say_minor(const struct newsreader *to, const struct money *money)
{
    struct numeral major = money->amount, minor = {.whole = money->amount.fraction};
    uint64_t whole = 0, rest = 0;
    major.has_point = false;
    numeral_value(&major, &whole);
    numeral_value(&minor, &rest);
    if (whole || !rest) {
        spell_numeral(to->speller, &major, to->out);
        say(to, " ");
        say(to, whole == 1 ? money->currency->one : money->currency->many);
    }
    if (!rest)
        return;
    if (whole)
        say(to, " and ");
    spell_cardinal(to->speller, rest, to->out);
    say(to, " ");
    say(to, rest == 1 ? money->currency->minor_one : money->currency->minor_many);
}

static void say_money(const struct newsreader *to, const struct value *value)
{
    const struct money *money = &value->money;
    if (has_minor(money)) {
        say_minor(to, money);
        return;
    }
    spell_numeral(to->speller, &money->amount, to->out);
    say(to, " ");
    if (money->magnitude) {
        say(to, money->magnitude->word);
        say(to, " ");
    }
    bool one = money->is_adjective || (!money->magnitude && numeral_is_one(&money->amount));
    say(to, one ? money->currency->one : money->currency->many);
}

static void say_measure(const struct newsreader *to, const struct value *value)
{
    const struct measure *measure = &value->measure;
    spell_numeral(to->speller, &measure->amount, to->out);
    say(to, " ");
    say(to, measure->is_adjective || numeral_is_one(&measure->amount) ? measure->unit->one : measure->unit->many);
}

static bool behind_the(const struct newsreader *to)
{
    return str_ends(buf_str(to->out), STR("the ")) || str_ends(buf_str(to->out), STR("The "));
}

/* British: "the fifth of May", "May the fifth"; American: "the fifth of May", "May fifth". */
static void say_date(const struct newsreader *to, const struct value *value)
{
    const struct date *date = &value->date;
    if (date->month_first) {
        say(to, date->month);
        say(to, to->context->british ? " the " : " ");
    } else if (!behind_the(to)) {
        say(to, "the ");
    }
    spell_ordinal(to->speller, date->day, to->out);
    if (!date->month_first) {
        say(to, " of ");
        say(to, date->month);
    }
    if (date->year) {
        say(to, " ");
        spell_year(to->speller, date->year, to->out);
    }
}

static void say_time(const struct newsreader *to, const struct value *value)
{
    const struct clock *clock = &value->clock;
    spell_cardinal(to->speller, clock->hour, to->out);
    if (clock->minute) {
        say(to, clock->minute < 10 ? " oh " : " ");
        spell_cardinal(to->speller, clock->minute, to->out);
    } else if (!clock->half) {
        say(to, clock->hour <= 12 && clock->hour > 0 ? " o'clock" : " hundred hours");
    }
    if (clock->half)
        say(to, clock->half == 'a' ? " A M" : " P M");
}

static void say_bound(const struct newsreader *to, const struct numeral *bound, bool year)
{
    if (year && bound->whole.length == 4)
        spell_year(to->speller, whole_of(bound), to->out);
    else
        spell_numeral(to->speller, bound, to->out);
}

static void say_range(const struct newsreader *to, const struct value *value)
{
    say_bound(to, &value->pair.low, value->pair.of_years);
    say(to, " to ");
    say_bound(to, &value->pair.high, value->pair.of_years);
    if (value->pair.of_percent)
        say(to, " per cent");
}

static void say_goals(const struct newsreader *to, const struct numeral *goals)
{
    if (to->context->british && whole_of(goals) == 0)
        say(to, "nil");
    else
        spell_cardinal(to->speller, whole_of(goals), to->out);
}

static void say_score(const struct newsreader *to, const struct value *value)
{
    say_goals(to, &value->pair.low);
    say(to, " ");
    say_goals(to, &value->pair.high);
}

static void say_roman(const struct newsreader *to, const struct value *value)
{
    if (value->roman.is_regnal) {
        say(to, "the ");
        spell_ordinal(to->speller, value->roman.number, to->out);
    } else {
        spell_cardinal(to->speller, value->roman.number, to->out);
    }
}

static void say_words(const struct newsreader *to, const struct value *value)
{
    say(to, value->words);
}

/* Capitals, because an engine takes a lone "a" for the article. */
static void say_letters(const struct newsreader *to, const struct value *value)
{
    for (size_t i = 0; i < value->letters.length; i += 2) {
        char letter = value->letters.at[i];
        if (i)
            say(to, " ");
        buf_append_char(to->out, (char)(letter >= 'a' && letter <= 'z' ? letter - ('a' - 'A') : letter));
    }
}

static void (*const verbalisers[NR_CLASS_COUNT])(const struct newsreader *, const struct value *) = {
    [NR_CLASS_CARDINAL] = say_number,  [NR_CLASS_ORDINAL] = say_ordinal, [NR_CLASS_DECIMAL] = say_number,
    [NR_CLASS_PERCENT] = say_percent,  [NR_CLASS_MONEY] = say_money,     [NR_CLASS_MEASURE] = say_measure,
    [NR_CLASS_DATE] = say_date,        [NR_CLASS_TIME] = say_time,       [NR_CLASS_YEAR] = say_year,
    [NR_CLASS_DECADE] = say_decade,    [NR_CLASS_RANGE] = say_range,     [NR_CLASS_SCORE] = say_score,
    [NR_CLASS_ROMAN] = say_roman,      [NR_CLASS_TITLE] = say_words,     [NR_CLASS_ABBREVIATION] = say_words,
    [NR_CLASS_INITIALS] = say_letters,
};

void verbalise(const struct context *context, const struct speller *speller, const struct value *value,
               struct buf *out)
{
    struct newsreader to = {context, speller, out};
    if (verbalisers[value->class])
        verbalisers[value->class](&to, value);
}
