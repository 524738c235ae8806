/* A place in a sentence that a rule reads on from, over as many tokens as its writing takes. */
#ifndef PLAN_CURSOR_H
#define PLAN_CURSOR_H

#include "value.h"

#include <stdint.h>

struct cursor {
    struct str text; /* to the end of the sentence, or some thousand bytes on */
    size_t at;
};

/* A cursor at the start of token `index`. */
struct cursor cursor_at(const struct context *context, size_t index);

/* Makes `value` take the text up to the cursor; false when that is inside a token.  A possessive's "’s" is left
 * over to value->suffix. */
bool cursor_cover(const struct cursor *cursor, const struct context *context, size_t index, struct value *value);

/* Each takes what it names off the text and moves on, or returns false, 0 or an empty view and stays. */
bool cursor_take(struct cursor *cursor, struct str literal);
bool cursor_take_caseless(struct cursor *cursor, struct str literal);
bool cursor_take_char(struct cursor *cursor, const char *choice);
bool cursor_take_space(struct cursor *cursor); /* one; no-break and thin ones too */
bool cursor_take_dash(struct cursor *cursor);  /* a hyphen, an en or em dash or a minus sign, spaced or not */
bool cursor_take_apostrophe(struct cursor *cursor);
bool cursor_take_numeral(struct cursor *cursor, struct numeral *numeral);
struct str cursor_take_digits(struct cursor *cursor);
struct str cursor_take_letters(struct cursor *cursor); /* of ASCII */
unsigned cursor_take_number(struct cursor *cursor, size_t digits_min, size_t digits_max, bool *taken);

/* The code point here, 0 at the end. */
uint32_t cursor_peek(const struct cursor *cursor);

#endif
