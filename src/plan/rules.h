/* The rules of classify.c, by topic.  Each returns false, leaving *value undefined, when it does not fit;
 * class and rule name are set by the table, value->tokens is 1 unless a rule sets more. */
#ifndef PLAN_RULES_H
#define PLAN_RULES_H

#include "value.h"

/* rules_number.c */
bool rule_percent(const struct context *context, size_t index, struct value *value);
bool rule_ordinal(const struct context *context, size_t index, struct value *value);
bool rule_fraction(const struct context *context, size_t index, struct value *value);
bool rule_range(const struct context *context, size_t index, struct value *value);
bool rule_score(const struct context *context, size_t index, struct value *value);
bool rule_rating(const struct context *context, size_t index, struct value *value);
bool rule_share(const struct context *context, size_t index, struct value *value);
bool rule_ratio(const struct context *context, size_t index, struct value *value);
bool rule_times(const struct context *context, size_t index, struct value *value);
bool rule_number_sign(const struct context *context, size_t index, struct value *value);
bool rule_version(const struct context *context, size_t index, struct value *value);
bool rule_decimal(const struct context *context, size_t index, struct value *value);
bool rule_cardinal(const struct context *context, size_t index, struct value *value);

/* rules_money.c */
bool rule_money(const struct context *context, size_t index, struct value *value);
bool rule_money_code(const struct context *context, size_t index, struct value *value);
bool rule_money_behind(const struct context *context, size_t index, struct value *value);

/* rules_measure.c */
bool rule_measure(const struct context *context, size_t index, struct value *value);
bool rule_feet(const struct context *context, size_t index, struct value *value);
bool rule_unit(const struct context *context, size_t index, struct value *value);
bool rule_quantity(const struct context *context, size_t index, struct value *value);

/* rules_date.c */
bool rule_date(const struct context *context, size_t index, struct value *value);
bool rule_numeric_date(const struct context *context, size_t index, struct value *value);
bool rule_day_slash_month(const struct context *context, size_t index, struct value *value);
bool rule_month(const struct context *context, size_t index, struct value *value);
bool rule_weekdays(const struct context *context, size_t index, struct value *value);
bool rule_weekday(const struct context *context, size_t index, struct value *value);

/* rules_time.c */
bool rule_time(const struct context *context, size_t index, struct value *value);
bool rule_military_time(const struct context *context, size_t index, struct value *value);
bool rule_zone(const struct context *context, size_t index, struct value *value);

/* rules_year.c */
bool rule_year(const struct context *context, size_t index, struct value *value);
bool rule_early_year(const struct context *context, size_t index, struct value *value);
bool rule_short_year(const struct context *context, size_t index, struct value *value);
bool rule_decade(const struct context *context, size_t index, struct value *value);
bool rule_years(const struct context *context, size_t index, struct value *value);
bool rule_quarter(const struct context *context, size_t index, struct value *value);
bool rule_financial_year(const struct context *context, size_t index, struct value *value);

/* rules_phone.c */
bool rule_telephone(const struct context *context, size_t index, struct value *value);
bool rule_vanity_number(const struct context *context, size_t index, struct value *value);
bool rule_short_number(const struct context *context, size_t index, struct value *value);
bool rule_digits(const struct context *context, size_t index, struct value *value);

/* rules_net.c */
bool rule_url(const struct context *context, size_t index, struct value *value);
bool rule_email(const struct context *context, size_t index, struct value *value);
bool rule_handle(const struct context *context, size_t index, struct value *value);
bool rule_identifier(const struct context *context, size_t index, struct value *value);

/* rules_math.c */
bool rule_sum(const struct context *context, size_t index, struct value *value);
bool rule_operator(const struct context *context, size_t index, struct value *value);
bool rule_minus(const struct context *context, size_t index, struct value *value);
bool rule_by(const struct context *context, size_t index, struct value *value);
bool rule_about(const struct context *context, size_t index, struct value *value);
bool rule_power(const struct context *context, size_t index, struct value *value);
bool rule_caret(const struct context *context, size_t index, struct value *value);
bool rule_symbol(const struct context *context, size_t index, struct value *value);

/* rules_code.c */
bool rule_model(const struct context *context, size_t index, struct value *value);
bool rule_code(const struct context *context, size_t index, struct value *value);
bool rule_other_digits(const struct context *context, size_t index, struct value *value);
bool rule_raised_note(const struct context *context, size_t index, struct value *value);

/* rules_address.c */
bool rule_house(const struct context *context, size_t index, struct value *value);
bool rule_street(const struct context *context, size_t index, struct value *value);
bool rule_direction(const struct context *context, size_t index, struct value *value);
bool rule_state(const struct context *context, size_t index, struct value *value);
bool rule_zip(const struct context *context, size_t index, struct value *value);

/* rules_word.c */
bool rule_title(const struct context *context, size_t index, struct value *value);
bool rule_numbered(const struct context *context, size_t index, struct value *value);
bool rule_abbreviation(const struct context *context, size_t index, struct value *value);
bool rule_initials(const struct context *context, size_t index, struct value *value);
bool rule_versus(const struct context *context, size_t index, struct value *value);
bool rule_idiom(const struct context *context, size_t index, struct value *value);
bool rule_acronym(const struct context *context, size_t index, struct value *value);
bool rule_stroke(const struct context *context, size_t index, struct value *value);

/* rules_roman.c */
bool rule_regnal(const struct context *context, size_t index, struct value *value);
bool rule_roman(const struct context *context, size_t index, struct value *value);

/* rules_silent.c */
bool rule_reference(const struct context *context, size_t index, struct value *value);
bool rule_aside(const struct context *context, size_t index, struct value *value);
bool rule_markup(const struct context *context, size_t index, struct value *value);
bool rule_emoji(const struct context *context, size_t index, struct value *value);

/* "1905" and its like: four digits, no comma, 1000 to 2099. */
bool is_year_like(const struct numeral *numeral);

/* Is a word of `set` within `reach` tokens? */
bool context_near(const struct context *context, size_t index, size_t reach, const struct table *set);

#endif
