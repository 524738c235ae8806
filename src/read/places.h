/* Names of countries and parts of the world. */
#ifndef READ_PLACES_H
#define READ_PLACES_H

#include "str.h"

/* Is all of `text` such a name in English, in whatever case?  As ICU has them (CLDR), and some that it has not. */
bool place_is_region(struct str text);

#endif
