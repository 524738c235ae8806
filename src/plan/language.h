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

/* How a unit's symbol may stand. */
enum unit_ways {
    UNIT_SI = 1,       /* takes the SI's prefixes */
    UNIT_LENGTH = 2,   /* "m2", "m3" are its square and cube */
    UNIT_TOUCHING = 4, /* a word or a letter of its own: only right behind its number */
    UNIT_VAGUE = 8,    /* too little behind a whole number: "5A" is a flat */
    UNIT_CUED = 16,    /* of temperature, where one of the cues is near: "30C" */
    UNIT_ALONE = 32,   /* no other word looks like it: said without a number too */
    UNIT_COIN = 128,   /* "1080p" is no amount of money */
    UNIT_FOOT = 64     /* said as one before a rest: "five foot ten" */
};

struct unit {
    const char *symbol;
    const char *one;
    const char *many;
    unsigned ways;    /* bits of enum unit_ways */
    const char *rest; /* the smaller unit that may follow: "5ft 10in"; NULL: none */
};

/* A prefix of the SI: "k", "kilo". */
struct prefix {
    const char *symbol;
    const char *word;
};

/* Writing that stands for words: "24/7", "NY", "&". */
struct wording {
    const char *written;
    const char *spoken;
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

/* A word that sounds otherwise than the engine says it where its neighbours are these.  A list, "a|b", holds for one
 * of its words, "!a|b" for any other; in "-a|@" the first is barred and "@" is any word with a capital; "." is none at
 * all: the sentence or a clause ends.  NULL holds always. */
struct heteronym {
    const char *word;     /* small letters */
    const char *british;  /* phonemes */
    const char *american; /* NULL: the same */
    bool only_british;
    bool only_small;         /* not where it has a capital, as all words of some headlines have */
    const char *before_that; /* the word before the one before */
    const char *before;
    const char *after;
    const char *somewhere; /* in the sentence; a plain list */
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
    const struct table *codes; /* of ISO 4217, as currencies */
    const struct table *units;
    const struct table *prefixes;
    const struct table *magnitudes;
    const struct table *months;
    const struct table *month_names; /* strings, January first */
    const struct table *weekdays;
    /* Wordings. */
    const struct table *idioms;     /* "24/7" */
    const struct table *symbols;    /* "+" */
    const struct table *marks;      /* in an address of the net: "." */
    const struct table *states;     /* "NY" */
    const struct table *streets;    /* "Blvd" */
    const struct table *directions; /* "NW" */
    const struct table *acronyms;   /* read wrong as they stand: "UNESCO" */
    const struct table *periods;    /* "Q": "quarter" */
    const struct table *rates;      /* "$20/mo" */
    const struct table *american;   /* British spelling in a unit's name, and American */
    const struct table *emoji;      /* whose Unicode name is not what people say */
    /* Sets of lower-case words. */
    const struct table *starters;       /* open a sentence far oftener than they are a name */
    const struct table *year_cues;      /* a four-digit number after one is a year */
    const struct table *score_cues;     /* near one, "2-1" is a score */
    const struct table *determiners;    /* "the £2m deal": money behind one may be an adjective */
    const struct table *exclaimed;      /* names that end in "!" */
    const struct table *clock_tails;    /* go on behind "6 p.m.": zones and days */
    const struct table *numbered;       /* "Chapter IV", "World War II": a Roman numeral behind one is a number */
    const struct table *regnal_names;   /* "Henry VIII": behind one it is "the eighth" */
    const struct table *heteronyms;     /* several rows for a word may follow each other */
    const struct table *function_words; /* never the noun of such an adjective */
    const struct table *uncounted;      /* end in "s" and are no plural: "upwards" */
    const struct table *code_cues;      /* "Boeing 747": the number behind one is read by its digits */
    const struct table *phone_cues;     /* "call 999" */
    const struct table *heat_cues;      /* near one, "30C" is a temperature */
    const struct table *clock_cues;     /* "at 10.15" */
    const struct table *clock_words;    /* near one, "at 10.15" is a time */
    const struct table *rating_cues;    /* near one, "8/10" is out of ten */
    const struct table *odds_cues;      /* near one, "7/2" is a bet */
    const struct table *date_cues;      /* "on 3/4" */
    const struct table *extents;        /* "100m high": behind one metre, not a million */
    const struct table *domains;        /* top-level, that no sentence's end looks like */
    const struct table *zones;          /* of time */
    const struct table *initialisms;    /* said letter by letter, kept when capitals are undone */
    const struct table *captions;       /* "(pictured)": said of a picture, not to a listener */
    const struct table *amount_verbs;   /* verbs behind which a number is an amount: "costs" */
};

extern const struct language language_en;

/* Whether the set of words holds `word`, whatever the case of its ASCII letters. */
bool language_has(const struct table *set, struct str word);

/* The abbreviation written `word` (exact case), or NULL. */
const struct abbreviation *language_abbreviation(const struct language *language, struct str word);

/* The unit with this symbol (exact case), or NULL. */
const struct unit *language_unit(const struct language *language, struct str symbol);

/* The currency with this ISO code, or NULL. */
const struct currency *language_code(const struct language *language, struct str code);

/* What `written` (exact case, or any with `caseless`: the table is lower case then) stands for, or NULL. */
const char *language_wording(const struct table *wordings, struct str written);
const char *language_wording_caseless(const struct table *wordings, struct str written);

/* The currency whose symbol `text` starts with, or NULL. */
const struct currency *language_currency(const struct language *language, struct str text);

/* The magnitude written `suffix`, or NULL. */
const struct magnitude *language_magnitude(const struct language *language, struct str suffix);

/* The spoken month written `word`, whatever its case; NULL if it is none. */
const char *language_month(const struct language *language, struct str word);

#endif
