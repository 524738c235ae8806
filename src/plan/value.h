/* A classified token: its semiotic class and the typed parts that a verbaliser needs. */
#ifndef PLAN_VALUE_H
#define PLAN_VALUE_H

#include "language.h"
#include "narrator/plan.h"
#include "number.h"
#include "token.h"

/* A sentence's tokens, and the language that they are read in. */
struct context {
    const struct language *language;
    bool british; /* "the fifth of May", "nil"; else American */
    struct str text;
    const struct token *tokens;
    size_t count;
};

/* "US$2.5bn" */
struct money {
    const struct currency *currency;
    struct numeral amount;
    const struct magnitude *magnitude; /* or NULL */
    bool is_adjective;                 /* "a £2m home" */
};

/* "30°C" */
struct measure {
    const struct unit *unit;
    struct numeral amount;
    bool is_adjective; /* "a 5km run" */
};

/* "24 September 2022", "Sept. 24" */
struct date {
    const char *month;
    unsigned day;
    unsigned year; /* 0: none */
    bool month_first;
};

/* "8.30pm" */
struct clock {
    unsigned hour;
    unsigned minute;
    char half; /* 'a', 'p' or 0 */
};

/* "2-1", "10-15", "1914-18" */
struct pair {
    struct numeral low;
    struct numeral high;
    bool of_years;
    bool of_percent;
};

/* "Henry VIII", "Chapter IV" */
struct roman {
    unsigned number;
    bool is_regnal; /* "the eighth" */
};

struct value {
    enum nr_class class;
    const char *rule;
    size_t tokens;   /* how many written tokens it takes, at least 1 */
    bool takes_stop; /* the '.' behind the last one belongs to it */
    union {
        struct numeral number; /* cardinal, decimal, percent, ordinal, year, decade */
        struct money money;
        struct measure measure;
        struct date date;
        struct clock clock;
        struct pair pair;
        struct roman roman;
        struct str letters; /* initials */
        const char *words;  /* title, abbreviation */
    };
};

/* The written text of token `index`; empty outside the sentence. */
struct str context_token(const struct context *context, size_t index);

/* What stands between token `index` and the next one; empty outside. */
struct str context_gap(const struct context *context, size_t index);

#endif
