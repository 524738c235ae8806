/* Digits, pictures and scripts beyond ASCII: what Unicode knows of a character. */
#ifndef PLAN_FIGURE_H
#define PLAN_FIGURE_H

#include "buf.h"

#include <stdint.h>

enum figure { FIGURE_NONE, FIGURE_DIGIT, FIGURE_NUMBER, FIGURE_SUPERSCRIPT, FIGURE_SUBSCRIPT };

/* What the character at byte `at` counts: a digit of another script, a number ("Ⅷ", "①"), a raised or lowered
 * digit; ASCII digits are none of these.  Sets its bytes and its value. */
enum figure figure_at(struct str text, size_t at, size_t *length, unsigned *number);

/* Nothing but raised digits, at least one, and a raised minus before them. */
bool is_superscript(struct str text);

/* Appends the name of the emoji at byte `at`, or nothing when it has none; sets the bytes of its whole sequence.
 */
void emoji_name(struct str text, size_t at, size_t *length, struct buf *name);

#endif
