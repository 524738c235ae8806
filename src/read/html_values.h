/* Facts as pages state them -> as people write them. */
#ifndef READ_HTML_VALUES_H
#define READ_HTML_VALUES_H

#include "html_meta.h"

/* The value without what is around it (white space, "By", the hour), character references resolved; empty if it is
 * none: a user's name for a writer, a date before printing. */
struct str html_value_clean(struct nr_arena *arena, enum html_fact fact, struct str value);

#endif
