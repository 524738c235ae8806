/* Headings of links to other articles, as they are built: "Most read in Europe", "More from Jane Smith", "Tags".
 */
#ifndef READ_HEADS_H
#define READ_HEADS_H

#include "str.h"

#include <stdbool.h>

/* May `text` head links?  An article can have such a heading of its own, over text. */
bool heads_may_link(struct str text);

/* Does it head a list of what stands below it, "In this article"? */
bool heads_contents(struct str text);

#endif
