/* Numerals as written, and numbers as words through ICU's spell-out rules. */
#ifndef PLAN_NUMBER_H
#define PLAN_NUMBER_H

#include "arena.h"
#include "buf.h"
#include "narrator/error.h"

#include <stdint.h>

/* "-1,234.50", "2 1/2", "2½": views of the written digits. */
struct numeral {
    struct str whole;    /* with the marks between its groups; empty in ".5" and "1/2" */
    struct str fraction; /* without the point */
    unsigned numerator;
    unsigned denominator; /* 0: no such fraction */
    bool has_point;
    bool is_grouped;
    bool is_negative;
};

/* Scans a numeral at byte `at`; returns where it ends, `at` if there is none. */
size_t numeral_scan(struct str text, size_t at, struct numeral *numeral);

/* Scans "3/4" or "¾" alone in the same way. */
size_t fraction_scan(struct str text, size_t at, struct numeral *numeral);

/* The whole part; false when it has more than 18 digits. */
bool numeral_value(const struct numeral *numeral, uint64_t *value);

/* No more than one of what is counted: "1", "1/2". */
bool numeral_is_one(const struct numeral *numeral);

/* Digits alone, `least` to `most` of them: no sign, point, groups or fraction. */
bool numeral_is_plain(const struct numeral *numeral, size_t least, size_t most);

struct speller;

/* Opens English spelling, British ("one hundred and one") or American; closed with `arena`. */
bool speller_open(struct speller **speller, bool british, struct nr_arena *arena, struct nr_error *error);

/* Each appends words to `out`. */
void spell_numeral(const struct speller *speller, const struct numeral *numeral, struct buf *out);
void spell_cardinal(const struct speller *speller, uint64_t value, struct buf *out);
void spell_ordinal(const struct speller *speller, uint64_t value, struct buf *out);
void spell_year(const struct speller *speller, unsigned year, struct buf *out);

/* "oh five", "fifty-eight": a number under 100 as the end of a year or a time. */
void spell_tail(const struct speller *speller, unsigned number, struct buf *out);

/* "seven forty-three": a number under 1000 in pairs of digits. */
void spell_pairs(const struct speller *speller, unsigned number, struct buf *out);

/* Digits one by one; what is no digit is left out. */
void spell_digits(const struct speller *speller, struct str digits, struct buf *out);

#endif
