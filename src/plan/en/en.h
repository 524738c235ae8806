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
extern const struct table en_heteronyms;
extern const struct table en_codes;
extern const struct table en_prefixes;
extern const struct table en_weekdays;
extern const struct table en_idioms;
extern const struct table en_symbols;
extern const struct table en_marks;
extern const struct table en_states;
extern const struct table en_streets;
extern const struct table en_directions;
extern const struct table en_acronyms;
extern const struct table en_periods;
extern const struct table en_rates;
extern const struct table en_american;
extern const struct table en_emoji;
extern const struct table en_uncounted;
extern const struct table en_code_cues;
extern const struct table en_phone_cues;
extern const struct table en_heat_cues;
extern const struct table en_clock_cues;
extern const struct table en_clock_words;
extern const struct table en_rating_cues;
extern const struct table en_odds_cues;
extern const struct table en_date_cues;
extern const struct table en_extents;
extern const struct table en_domains;
extern const struct table en_zones;
extern const struct table en_initialisms;
extern const struct table en_captions;
extern const struct table en_amount_verbs;

#endif
