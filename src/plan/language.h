/* What is known of a language, as data: another language is another directory of tables beside en/. */
#ifndef PLAN_LANGUAGE_H
#define PLAN_LANGUAGE_H

#include "str.h"

/* Where an abbreviation stands, which decides whether its stop ends a sentence. */
enum abbreviation_kind {
    BEFORE_NAME,   /* "Dr. Smith": its stop never ends a sentence that goes on with a name */
    BEFORE_NUMBER, /* "No. 10" */
    INSIDE,        /* "e.g.": never ends a sentence */
    ANYWHERE       /* "Inc.", "etc.": ends one when the next word looks like a start */
};

struct abbreviation {
    const char *written; /* without its last stop */
    const char *spoken;  /* NULL: as written; only its stop is known */
    enum abbreviation_kind kind;
    bool needs_dot; /* a word of its own without the stop: "no", "gen" */
};

struct currency {
    const char *symbol;
    const char *one;
    const char *many;
    const char *minor_one; /* NULL: none */
    const char *minor_many;
};

struct unit {
    const char *symbol;
    const char *one;
    const char *many;
};

/* A suffix that multiplies: "bn". */
struct magnitude {
    const char *suffix;
    const char *word;
};

struct month {
    const char *written; /* lower case, without a stop */
    const char *spoken;
};

/* Rows of one type, each starting with the string that it is found by. */
struct table {
    const void *rows;
    size_t count;
    size_t row_size;
};

#define TABLE(array)                                                                                              \
    {                                                                                                             \
        array, sizeof(array) / sizeof *(array), sizeof *(array)                                                   \
    }

/* Sorted as strcmp() orders, but for currencies (a longer symbol before its tail: "US$", "$"). */
struct language {
    const struct table *abbreviations;
    const struct table *currencies;
    const struct table *units;
    const struct table *magnitudes;
    const struct table *months;
    const struct table *month_names; /* strings, January first */
    /* Sets of lower-case words. */
    const struct table *starters;       /* open a sentence far oftener than they are a name */
    const struct table *year_cues;      /* a four-digit number after one is a year */
    const struct table *score_cues;     /* near one, "2-1" is a score */
    const struct table *determiners;    /* "the £2m deal": money behind one may be an adjective */
    const struct table *exclaimed;      /* names that end in "!" */
    const struct table *clock_tails;    /* go on behind "6 p.m.": zones and days */
    const struct table *numbered;       /* "Chapter IV", "World War II": a Roman numeral behind one is a number */
    const struct table *regnal_names;   /* "Henry VIII": behind one it is "the eighth" */
    const struct table *function_words; /* never the noun of such an adjective */
};

extern const struct language language_en;

/* Whether the set of words holds `word`, whatever the case of its ASCII letters. */
bool language_has(const struct table *set, struct str word);

/* The abbreviation written `word` (exact case), or NULL. */
const struct abbreviation *language_abbreviation(const struct language *language, struct str word);

/* The unit with this symbol (exact case), or NULL. */
const struct unit *language_unit(const struct language *language, struct str symbol);

/* The currency whose symbol `text` starts with, or NULL. */
const struct currency *language_currency(const struct language *language, struct str text);

/* The magnitude written `suffix`, or NULL. */
const struct magnitude *language_magnitude(const struct language *language, struct str suffix);

/* The spoken month written `word`, whatever its case; NULL if it is none. */
const char *language_month(const struct language *language, struct str word);

#endif
