/* A classified token: its semiotic class and the typed parts that a verbaliser needs. */
#ifndef PLAN_VALUE_H
#define PLAN_VALUE_H

#include "language.h"
#include "narrator/plan.h"
#include "numeral.h"
#include "token.h"

/* A sentence's tokens, and how they are read. */
struct context {
    const struct language *language;
    bool british;          /* "the fifth of May", "nil"; else American */
    const bool *rules_off; /* by the rule's index: not asked; NULL: all are */
    struct str text;
    const struct token *tokens;
    size_t count;
};

/* "2.5", "10-15", "1.2bn", "2 1/2" */
struct amount {
    struct numeral low; /* the only one, but in a range */
    struct numeral high;
    bool is_range;
    const struct magnitude *low_magnitude; /* "£1m-£2bn"; NULL: as the high one's */
    const struct magnitude *magnitude;     /* or NULL */
};

/* "US$2.5bn" */
struct money {
    const struct currency *currency;
    struct amount amount;
    const char *per;   /* "$20/mo": "month"; or NULL */
    bool is_adjective; /* "a £2m home" */
    bool is_rate;      /* "$1-a-day" */
};

/* "km²": a prefix or NULL, a unit, a power of 1 to 3.  A zeroed struct is none. */
struct scaled_unit {
    const struct prefix *prefix;
    const struct unit *unit;
    unsigned power;
};

/* "30°C", "4 g/m²", "5ft 10in" */
struct measure {
    struct amount amount;
    struct scaled_unit unit; /* none in "142/km²" */
    struct scaled_unit per;
    const char *rate;    /* "12 hrs/day": "day"; or NULL */
    struct numeral rest; /* of the smaller unit that follows */
    const struct unit *rest_unit;
    bool is_adjective; /* "a 5km run" */
};

/* "24 September 2022", "Sept. 24", "Tues 5-7 May" */
struct date {
    const char *weekday; /* or NULL */
    const char *month;
    unsigned day;
    unsigned last_day; /* 0: one day */
    unsigned year;     /* 0: none */
    bool short_year;   /* "98" */
    bool month_first;
    bool has_of; /* "9th of April": said as it stands */
};

/* "28 June-2 July" */
struct dates {
    struct date from;
    struct date until;
    bool is_range;
};

/* "Mon-Fri" */
struct weekdays {
    const char *from;
    const char *until;
};

/* "8.30pm", "21:51:31" */
struct clock {
    unsigned hour;
    unsigned minute;
    unsigned second;
    bool has_second;
    char half; /* 'a', 'p' or 0 */
};

/* "10am-5pm" */
struct times {
    struct clock from;
    struct clock until;
    bool is_range;
};

/* "2-1", "1914-18", "10:1" */
struct pair {
    struct numeral low;
    struct numeral high;
    bool of_years;
    const char *between;     /* the word said between them, or NULL */
    struct scaled_unit unit; /* of both, or none */
};

/* "1999", "1990s", "’58", "1980s-90s" */
struct years {
    unsigned year;
    unsigned until; /* 0: one */
    bool is_decade;
    bool is_short; /* "’58" */
    bool is_early; /* before or after Christ is said: pairs of digits from 101 on */
};

/* "Q3 2022", "1H23", "FY24" */
struct period {
    const char *name; /* "quarter", "half", "financial year" */
    unsigned number;  /* 0: none */
    unsigned year;    /* 0: none */
    bool short_year;
    bool has_article; /* "the third quarter" */
};

/* "Henry VIII", "Chapter IV" */
struct roman {
    unsigned number;
    bool is_regnal;  /* "the eighth" */
    bool is_ordinal; /* "the XXXII Olympiad": the article is there */
};

/* Which member of a value is set, and how it is said. */
enum kind {
    KIND_WORDS,      /* words; "" is silent */
    KIND_EMOJI,      /* written */
    KIND_NET,        /* written: an address, "/" said */
    KIND_HANDLE,     /* written: a name in one piece */
    KIND_MONEY,      /* money */
    KIND_NUMBERED,   /* number, behind "number" */
    KIND_TIMES,      /* times */
    KIND_ZONE,       /* written */
    KIND_HOURS,      /* times: "oh eight thirty" */
    KIND_DATE,       /* date */
    KIND_WEEKDAYS,   /* weekdays */
    KIND_TELEPHONE,  /* written */
    KIND_DIGITS,     /* written: its digits one by one */
    KIND_VERSION,    /* written */
    KIND_PAIRS,      /* years: a house number */
    KIND_YEARS,      /* years */
    KIND_PAIR,       /* pair */
    KIND_PERIOD,     /* period */
    KIND_CODE,       /* written */
    KIND_PERCENT,    /* amount */
    KIND_ORDINAL,    /* number */
    KIND_MEASURE,    /* measure */
    KIND_AMOUNT,     /* amount */
    KIND_SCORE,      /* pair */
    KIND_NUMBER,     /* number */
    KIND_SUM,        /* written */
    KIND_POWER,      /* written */
    KIND_AS_WRITTEN, /* written */
    KIND_UNIT_NAME,  /* words */
    KIND_ROMAN,      /* roman */
    KIND_INITIALS,   /* written */
    KIND_COUNT
};

struct value {
    enum nr_class class;
    enum kind kind;
    const char *rule;
    size_t tokens;     /* how many written tokens it takes, at least 1 */
    size_t end;        /* of the text that it takes; 0: where its last token ends */
    struct str suffix; /* said behind it as it stands: "’s" */
    bool in_brackets;  /* the bracket before it goes too */
    union {
        struct numeral number; /* cardinal, decimal, fraction, ordinal */
        struct amount amount;  /* cardinal with a magnitude, percent */
        struct money money;
        struct measure measure;
        struct dates dates;
        struct times times;
        struct weekdays weekdays;
        struct pair pair;
        struct years years;
        struct period period;
        struct roman roman;
        struct str written; /* initials, telephone, electronic, code, mathematics: walked by its verbaliser */
        const char *words;  /* title, abbreviation, symbol, acronym; "" is silent */
    };
};

/* The written text of token `index`; empty outside the sentence. */
struct str context_token(const struct context *context, size_t index);

/* What stands between token `index` and the next one; empty outside. */
struct str context_gap(const struct context *context, size_t index);

/* Is there a token `index` with one of the bits of `shape`? */
bool context_has(const struct context *context, size_t index, unsigned shape);

/* The token before, or the one behind the value's last, when only a space parts them; else empty. */
struct str context_before(const struct context *context, size_t index);
struct str context_behind(const struct context *context, size_t index, const struct value *value);

#endif
