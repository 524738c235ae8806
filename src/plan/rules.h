/* The rules of classify.c, by topic.  Each returns false, leaving *value undefined, when it does not fit;
 * class and rule name are set by the table, value->tokens is 1 unless a rule sets more. */
#ifndef PLAN_RULES_H
#define PLAN_RULES_H

#include "value.h"

/* rules_number.c */
bool rule_percent(const struct context *context, size_t index, struct value *value);
bool rule_ordinal(const struct context *context, size_t index, struct value *value);
bool rule_range(const struct context *context, size_t index, struct value *value);
bool rule_score(const struct context *context, size_t index, struct value *value);
bool rule_decimal(const struct context *context, size_t index, struct value *value);
bool rule_cardinal(const struct context *context, size_t index, struct value *value);

/* rules_amount.c */
bool rule_money(const struct context *context, size_t index, struct value *value);
bool rule_measure(const struct context *context, size_t index, struct value *value);

/* rules_date.c */
bool rule_date(const struct context *context, size_t index, struct value *value);
bool rule_numeric_date(const struct context *context, size_t index, struct value *value);
bool rule_month(const struct context *context, size_t index, struct value *value);
bool rule_time(const struct context *context, size_t index, struct value *value);
bool rule_decade(const struct context *context, size_t index, struct value *value);
bool rule_year(const struct context *context, size_t index, struct value *value);

/* rules_word.c */
bool rule_title(const struct context *context, size_t index, struct value *value);
bool rule_street(const struct context *context, size_t index, struct value *value);
bool rule_numbered(const struct context *context, size_t index, struct value *value);
bool rule_abbreviation(const struct context *context, size_t index, struct value *value);
bool rule_initials(const struct context *context, size_t index, struct value *value);

/* rules_roman.c */
bool rule_roman(const struct context *context, size_t index, struct value *value);
bool rule_regnal(const struct context *context, size_t index, struct value *value);

/* "1905" and its like: four digits, no comma, 1000 to 2099. */
bool is_year_like(const struct numeral *numeral);

#endif
