/* Numerals as written, and numbers as words through ICU's spell-out rules. */
#ifndef PLAN_NUMBER_H
#define PLAN_NUMBER_H

#include "arena.h"
#include "buf.h"
#include "narrator/error.h"

#include <stdint.h>

/* "-1,234.50": views of the written digits. */
struct numeral {
    struct str whole;    /* with its commas; empty in ".5" */
    struct str fraction; /* without the point */
    bool has_point;
    bool is_grouped;
    bool is_negative;
};

/* Scans a numeral at byte `at`; returns where it ends, `at` if there is none. */
size_t numeral_scan(struct str text, size_t at, struct numeral *numeral);

/* The whole part; false when it has more than 18 digits. */
bool numeral_value(const struct numeral *numeral, uint64_t *value);

/* Exactly one, written "1". */
bool numeral_is_one(const struct numeral *numeral);

struct speller;

/* Opens English spelling, British ("one hundred and one") or American; closed with `arena`. */
bool speller_open(struct speller **speller, bool british, struct nr_arena *arena, struct nr_error *error);

/* Each appends words to `out`. */
void spell_numeral(const struct speller *speller, const struct numeral *numeral, struct buf *out);
void spell_cardinal(const struct speller *speller, uint64_t value, struct buf *out);
void spell_ordinal(const struct speller *speller, uint64_t value, struct buf *out);
void spell_year(const struct speller *speller, unsigned year, struct buf *out);

/* Digits one by one; what is no digit is left out. */
void spell_digits(const struct speller *speller, struct str digits, struct buf *out);

#endif
