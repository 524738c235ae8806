/* Bytes -> decoded text, or a clear word on what they are instead. */
#ifndef READ_SOURCE_H
#define READ_SOURCE_H

#include "str.h"

#include "narrator/article.h"

/* Makes *source the text in `bytes`: UTF-8 without its byte order mark, no NULs.  Fails with NR_REFUSED. */
bool source_decode(const char *name, struct str bytes, enum nr_input from, struct str *source,
                   struct nr_error *error);

#endif
