/* ICU's charset detector and converters. */
#ifndef READ_CHARSET_ICU_H
#define READ_CHARSET_ICU_H

#include "buf.h"

/* Appends `bytes`, in the charset that ICU calls `charset`, to *text as UTF-8; false, and nothing appended, if
 * they are not in it. */
bool charset_convert(const char *charset, struct str bytes, struct buf *text);

/* The same, with U+FFFD for bytes that are not in it; false only if ICU has no such charset. */
bool charset_convert_damaged(const char *charset, struct str bytes, struct buf *text);

/* The charset that `sample` is most likely in, of those that articles come in; NULL if none is likely. */
const char *charset_guess(struct str sample);

#endif
