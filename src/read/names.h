/* The names in bylines. */
#ifndef READ_NAMES_H
#define READ_NAMES_H

#include "str.h"

/* The writer named by a byline such as "By Jane Smith, Political Editor"; empty if `text` is none. */
struct str name_of_writer(struct str text);

/* The name that opens `text` before a comma and the writer's post: "Jane Smith, staff writer"; empty if it is
 * none. */
struct str name_with_post(struct str text);

/* Does `text` end with a writer's post: "Political Editor", "staff writer"? */
bool name_is_post(struct str text);

/* Is `text` a name and a place, "Jane Smith, Matlock, Derbyshire", as letters are signed? */
bool name_with_place(struct str text);

/* The name that is all of `text`, but for a place: "Jane Smith in Paris"; empty if it is none. */
struct str name_alone(struct str text);

#endif
