/* English as data.  Tables that are searched by halves are sorted as strcmp() orders. */
#ifndef PLAN_EN_H
#define PLAN_EN_H

#include "../language.h"

extern const struct table en_abbreviations;
extern const struct table en_units;
extern const struct table en_currencies;
extern const struct table en_magnitudes;
extern const struct table en_months;
extern const struct table en_month_names;
extern const struct table en_starters;
extern const struct table en_exclaimed;
extern const struct table en_year_cues;
extern const struct table en_score_cues;
extern const struct table en_determiners;
extern const struct table en_clock_tails;
extern const struct table en_numbered;
extern const struct table en_regnal_names;
extern const struct table en_function_words;

#endif
