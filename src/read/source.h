/* Bytes -> decoded text, or a clear word on what they are instead. */
#ifndef READ_SOURCE_H
#define READ_SOURCE_H

#include "charset.h"

#include "narrator/article.h"

/* Makes *source the text in `bytes`, without NULs, and *from the way to read it, never NR_INPUT_AUTO.  The caller
 * frees source->converted.  Fails with NR_REFUSED. */
bool source_decode(const char *name, struct str bytes, enum nr_input *from, struct charset *source,
                   struct nr_error *error);

#endif
