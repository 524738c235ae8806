/* Numbers as English words, through ICU's spell-out rules. */
#ifndef PLAN_SPELL_H
#define PLAN_SPELL_H

#include "arena.h"
#include "buf.h"
#include "narrator/error.h"
#include "numeral.h"

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
