/* Text that repeats itself, as broken exports and jokes do: an engine may stumble over it, and a listener will. */
#ifndef RECORD_REPETITION_H
#define RECORD_REPETITION_H

#include "str.h"

/* What has a letter, at most 16 bytes, and stands at least 20 times in a row in `text`, and how often; empty: nothing
 * does.  Linear in the length. */
struct str repetition_in(struct str text, size_t *times);

#endif
