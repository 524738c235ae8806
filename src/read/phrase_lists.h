/* The set phrases themselves, by what they are of. */
#ifndef READ_PHRASE_LISTS_H
#define READ_PHRASE_LISTS_H

#include "feature.h"

#include <stddef.h>

enum where { STARTS, ENDS, HOLDS, IS };

/* Small letters, straight apostrophes.  A phrase ends at a word's end. */
struct phrase {
    enum where where;
    const char *words;
    enum feature feature;
};

struct phrase_list {
    const struct phrase *phrases;
    size_t count;
};

extern const struct phrase_list phrases_of_sites; /* adverts, buttons, pleas */
extern const struct phrase_list phrases_of_notes; /* forms, consents, corrections, rules for comments */
extern const struct phrase_list phrases_of_links; /* headings of links to other articles */
extern const struct phrase_list phrases_of_pages; /* pictures, letters, dates */

#endif
