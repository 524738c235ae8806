#include "en.h"

const struct language language_en = {
    .abbreviations = &en_abbreviations,
    .currencies = &en_currencies,
    .units = &en_units,
    .magnitudes = &en_magnitudes,
    .months = &en_months,
    .month_names = &en_month_names,
    .starters = &en_starters,
    .year_cues = &en_year_cues,
    .score_cues = &en_score_cues,
    .determiners = &en_determiners,
    .exclaimed = &en_exclaimed,
    .clock_tails = &en_clock_tails,
    .numbered = &en_numbered,
    .regnal_names = &en_regnal_names,
    .function_words = &en_function_words,
};
