#include "say.h"

static void say_year_number(const struct newsreader *to, unsigned year, bool is_short)
{
    if (is_short)
        spell_tail(to->speller, year, to->out);
    else if (year >= 2100 && year % 100)
        spell_pairs(to->speller, year, to->out);
    else
        spell_year(to->speller, year, to->out);
}

static bool behind_the(const struct newsreader *to)
{
    return str_ends(buf_str(to->out), STR("the ")) || str_ends(buf_str(to->out), STR("The "));
}

static void say_days(const struct newsreader *to, const struct date *date)
{
    spell_ordinal(to->speller, date->day, to->out);
    if (!date->last_day)
        return;
    say(to, to->context->british || !date->month_first ? " to the " : " to ");
    spell_ordinal(to->speller, date->last_day, to->out);
}

/* British: "the fifth of May", "May the fifth"; American: "the fifth of May", "May fifth". */
static void say_one_date(const struct newsreader *to, const struct date *date)
{
    if (date->weekday) {
        say(to, date->weekday);
        say(to, " ");
    }
    if (date->month_first) {
        say(to, date->month);
        say(to, to->context->british ? " the " : " ");
    } else if (!date->has_of && !behind_the(to)) {
        say(to, "the ");
    }
    say_days(to, date);
    if (!date->month_first) {
        say(to, " of ");
        say(to, date->month);
    }
    if (date->year || date->short_year) {
        say(to, " ");
        say_year_number(to, date->year, date->short_year);
    }
}

void say_date(const struct newsreader *to, const struct value *value)
{
    say_one_date(to, &value->dates.from);
    if (value->dates.is_range) {
        say(to, " to ");
        say_one_date(to, &value->dates.until);
    }
}

void say_weekdays(const struct newsreader *to, const struct value *value)
{
    say(to, value->weekdays.from);
    say(to, " to ");
    say(to, value->weekdays.until);
}

/* "the third quarter of twenty twenty-two", "financial year twenty-four" */
void say_period(const struct newsreader *to, const struct value *value)
{
    const struct period *period = &value->period;
    if (period->has_article && !behind_the(to))
        say(to, "the ");
    if (period->number) {
        spell_ordinal(to->speller, period->number, to->out);
        say(to, " ");
    }
    say(to, period->name);
    if (period->year || period->short_year) {
        say(to, period->number ? " of " : " ");
        say_year_number(to, period->year, period->short_year);
    }
}

static void say_count(const struct newsreader *to, unsigned count, const char *noun)
{
    spell_cardinal(to->speller, count, to->out);
    say(to, " ");
    say(to, noun);
    if (count != 1)
        say(to, "s");
}

static void say_clock(const struct newsreader *to, const struct clock *clock, bool in_range)
{
    if (clock->has_second) {
        say_count(to, clock->hour, "hour");
        say(to, " ");
        say_count(to, clock->minute, "minute");
        say(to, " and ");
        say_count(to, clock->second, "second");
    } else {
        spell_cardinal(to->speller, clock->hour, to->out);
        if (clock->minute) {
            say(to, " ");
            spell_tail(to->speller, clock->minute, to->out);
        } else if (!clock->half && !in_range) {
            say(to, clock->hour <= 12 && clock->hour > 0 ? " o'clock" : " hundred hours");
        } else if (!clock->half && clock->hour > 12) {
            say(to, " hundred");
        }
    }
    if (clock->half)
        say(to, clock->half == 'a' ? " AM" : " PM");
}

/* "oh eight thirty", "nineteen hundred": the hours of the services. */
void say_hours(const struct newsreader *to, const struct value *value)
{
    const struct clock *clock = &value->times.from;
    spell_tail(to->speller, clock->hour, to->out);
    say(to, " ");
    if (clock->minute)
        spell_tail(to->speller, clock->minute, to->out);
    else
        say(to, "hundred");
}

void say_zone(const struct newsreader *to, const struct value *value)
{
    for (size_t i = 0; i < value->written.length; i++)
        if (value->written.at[i] != '.')
            buf_append_char(to->out, (char)(value->written.at[i] & ~32));
}

void say_time(const struct newsreader *to, const struct value *value)
{
    const struct times *times = &value->times;
    say_clock(to, &times->from, times->is_range);
    if (times->is_range) {
        say(to, " to ");
        say_clock(to, &times->until, true);
    }
}

/* "nineteen ninety" -> "nineteen nineties", "nineteen ten" -> "nineteen tens", "’00s" -> "noughties" */
static void say_decade(const struct newsreader *to, unsigned year, bool is_short)
{
    if (!year && is_short) {
        say(to, to->context->british ? "noughties" : "two thousands");
        return;
    }
    if (year < 100)
        spell_cardinal(to->speller, year, to->out);
    else
        spell_year(to->speller, year, to->out);
    say_plural(to);
}

void say_year(const struct newsreader *to, const struct value *value)
{
    const struct years *years = &value->years;
    if (years->is_decade) {
        say_decade(to, years->year, years->is_short);
        if (years->until) {
            say(to, " to ");
            say_decade(to, years->until, false);
        }
    } else if (years->is_early) {
        spell_pairs(to->speller, years->year, to->out);
    } else {
        say_year_number(to, years->year, years->is_short);
    }
}

void say_house(const struct newsreader *to, const struct value *value)
{
    spell_pairs(to->speller, value->years.year, to->out);
}
