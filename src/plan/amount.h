/* Amounts and units as written, taken off a cursor. */
#ifndef PLAN_AMOUNT_H
#define PLAN_AMOUNT_H

#include "cursor.h"

/* Takes "2.5", "1/2", "10-15", "1.2bn", "2.5 million"; with `lone_letters` also "30 b".  `repeat` may be written
 * before the second number of a range too: "£5-£10". */
bool amount_take(const struct language *language, struct cursor *cursor, struct str repeat, bool lone_letters,
                 struct amount *amount);

/* Takes "km²", "sq ft", "kWh"; false when no unit is written here. */
bool unit_take(const struct language *language, struct cursor *cursor, struct scaled_unit *unit);

/* Is nothing counted but the noun behind it: "a £2m home"?  The amount is tokens first..last. */
bool amount_is_adjective(const struct context *context, size_t first, size_t last);

/* Is `word` what a count counts: a plural noun, or people? */
bool is_counted(const struct language *language, struct str word);

#endif
