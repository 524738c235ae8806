/* Numerals as they are written. */
#ifndef PLAN_NUMERAL_H
#define PLAN_NUMERAL_H

#include "str.h"

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

#endif
