/* What verbalisers share: each says one kind of value.  verbalise.c has the table. */
#ifndef PLAN_SAY_H
#define PLAN_SAY_H

#include "spell.h"
#include "value.h"

struct newsreader {
    const struct context *context;
    const struct speller *speller;
    struct buf *out;
    size_t start; /* where in `out` the value's words start */
};

void say(const struct newsreader *to, const char *words);
void say_str(const struct newsreader *to, struct str words);

/* A space, unless the value's words end in one or have not begun. */
void say_space(const struct newsreader *to);

/* say_number.c */
void say_number(const struct newsreader *to, const struct value *value);
void say_numbered(const struct newsreader *to, const struct value *value);
void say_ordinal(const struct newsreader *to, const struct value *value);
void say_percent(const struct newsreader *to, const struct value *value);
void say_amount(const struct newsreader *to, const struct value *value);
void say_pair(const struct newsreader *to, const struct value *value);
void say_score(const struct newsreader *to, const struct value *value);
void say_roman(const struct newsreader *to, const struct value *value);

/* say_amount.c */
void say_money(const struct newsreader *to, const struct value *value);
void say_measure(const struct newsreader *to, const struct value *value);
void say_unit_name(const struct newsreader *to, const struct value *value);

/* say_time.c */
void say_date(const struct newsreader *to, const struct value *value);
void say_weekdays(const struct newsreader *to, const struct value *value);
void say_period(const struct newsreader *to, const struct value *value);
void say_time(const struct newsreader *to, const struct value *value);
void say_hours(const struct newsreader *to, const struct value *value);
void say_zone(const struct newsreader *to, const struct value *value);
void say_year(const struct newsreader *to, const struct value *value);
void say_house(const struct newsreader *to, const struct value *value);

/* say_text.c */
void say_words(const struct newsreader *to, const struct value *value);
void say_as_written(const struct newsreader *to, const struct value *value);
void say_letters(const struct newsreader *to, const struct value *value);
void say_telephone(const struct newsreader *to, const struct value *value);
void say_digits(const struct newsreader *to, const struct value *value);
void say_version(const struct newsreader *to, const struct value *value);
void say_emoji(const struct newsreader *to, const struct value *value);

/* say_net.c */
void say_net(const struct newsreader *to, const struct value *value);
void say_handle(const struct newsreader *to, const struct value *value);

/* say_code.c */
void say_code(const struct newsreader *to, const struct value *value);
void say_sum(const struct newsreader *to, const struct value *value);
void say_power(const struct newsreader *to, const struct value *value);

/* "2.5 million", "ten to fifteen" */
void say_quantity(const struct newsreader *to, const struct amount *amount);

/* "square kilometres"; `one`: "square kilometre" */
void say_unit(const struct newsreader *to, const struct scaled_unit *unit, bool one);

/* Digits that name: "three eighty", "four one four", "nineteen". */
void say_naming_number(const struct newsreader *to, struct str digits);

/* "twenty" -> "twenties", "seven" -> "sevens": the plural of the last word said. */
void say_plural(const struct newsreader *to);

#endif
