/* Amounts and units as written, taken off a cursor. */
#ifndef PLAN_AMOUNT_H
#define PLAN_AMOUNT_H

#include "cursor.h"

/* Which magnitudes may follow a number. */
enum magnitudes {
    MAGNITUDES_WORDS,   /* of two letters or more: "bn", " million" */
    MAGNITUDES_LETTERS, /* one letter right behind it too: "5m" */
    MAGNITUDES_LONE     /* and one behind a space: "30 b" */
};

/* Takes "2.5", "1/2", "10-15", "1.2bn", "2.5 million".  `repeat` may be written with both numbers of a range:
 * "£5-£10", "5%-10%". */
bool amount_take(const struct language *language, struct cursor *cursor, struct str repeat,
                 enum magnitudes magnitudes, struct amount *amount);

/* Takes "km²", "sq ft", "kWh"; false when no unit is written here. */
bool unit_take(const struct language *language, struct cursor *cursor, struct scaled_unit *unit);

/* Takes "/mo", "/day": what it is per; NULL when that is not written here. */
const char *rate_take(const struct language *language, struct cursor *cursor);

/* Is nothing counted but the noun behind it: "a £2m home"?  The amount is tokens first..last. */
bool amount_is_adjective(const struct context *context, size_t first, size_t last);

/* Is `word` what a count counts: a plural noun, or people? */
bool is_counted(const struct language *language, struct str word);

#endif
