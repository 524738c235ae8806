/* UTF-8 (RFC 3629): decoding, checking, and the few properties needed without ICU. */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include "str.h"

#include <stdint.h>

#define UTF8_BYTES_MAX 4
#define UTF8_BAD       0xFFFFFFFFu /* no code point: the bytes are not UTF-8 */

/* Decodes the code point at byte `at` and sets *length to its bytes; at least 1, also for UTF8_BAD.
 * At or past the end: 0 with length 0. */
uint32_t utf8_at(struct str text, size_t at, size_t *length);

/* Decodes the code point that ends at byte `end`; 0 with length 0 at the start. */
uint32_t utf8_before(struct str text, size_t end, size_t *length);

/* Writes `code` (a scalar value) to `at`, 1 to 4 bytes; returns how many. */
size_t utf8_encode(uint32_t code, char *at);

/* Where the first byte stands that is not UTF-8; text.length when all is. */
size_t utf8_invalid(struct str text);

/* Code points in valid UTF-8. */
size_t utf8_count(struct str text);

/* The byte offset of code point `index`, at most text.length. */
size_t utf8_offset(struct str text, size_t index);

/* White_Space of the Unicode Character Database. */
bool utf8_is_space(uint32_t code);

/* Opening or closing quotation marks, curly, straight or pointed. */
bool utf8_is_quote(uint32_t code);

/* Without white space, U+00A0 included, at both ends. */
struct str utf8_trim(struct str text);

#endif
