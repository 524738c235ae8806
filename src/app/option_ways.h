/* How each kind of value is written and stored. */
#ifndef APP_OPTION_WAYS_H
#define APP_OPTION_WAYS_H

#include "options.h"

struct option_way {
    bool (*store)(const struct option *option, void *field, const char *value, struct nr_error *error);
    const char *(*choice)(size_t index); /* the permitted values; NULL: any will do */
    char between;                        /* the members of a list, which is repeatable; 0: it is none */
};

extern const struct option_way option_ways[OPTION_KIND_COUNT];

/* Does it add up bits, so that the field has to be emptied first? */
bool option_way_is_set(const struct option *option);

#endif
