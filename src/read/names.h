/* The names in bylines. */
#ifndef READ_NAMES_H
#define READ_NAMES_H

#include "str.h"

/* The writer named by a byline such as "By Jane Smith, Political Editor"; empty if `text` is none. */
struct str name_of_writer(struct str text);

/* The name that is all of `text`, but for a place: "Jane Smith in Paris"; empty if it is none. */
struct str name_alone(struct str text);

#endif
