/* Which language a text is in, when nobody says: by its script, else by its commonest words. */
#ifndef PLAN_TONGUE_H
#define PLAN_TONGUE_H

#include "str.h"

/* A language that an engine can speak. */
struct tongue {
    const char *tag;   /* BCP 47: "de" */
    const char *voice; /* the engine's name for it */
};

/* The tongue of an article or a sentence; NULL: not sure, or one that is not known. */
const struct tongue *tongue_of_text(struct str text);

/* The tongue of a sentence in a script other than Latin, when most of its letters are; NULL otherwise. */
const struct tongue *tongue_of_script(struct str text);

/* The tongue of a language tag ("de-AT"); NULL: not known. */
const struct tongue *tongue_of_tag(struct str tag);

#endif
