/* Those who sign a text or a letter in it, and what is said of its writer at the end. */
#ifndef READ_PEOPLE_H
#define READ_PEOPLE_H

#include "draft.h"

/* Adds FEATURE_SIGNATURE; `body` and `last` are the first and the last paragraph. */
void people_find(struct draft *draft, size_t body, size_t last);

/* Adds FEATURE_SITE to notes on the writer whom the lines above `body` name, where nothing but a website's
 * lines follow. */
void people_find_notes(struct draft *draft, size_t body);

/* Adds FEATURE_QUOTED_LINE to the line below a quotation that says whose it is. */
void people_find_attributions(struct draft *draft, size_t body);

/* Adds FEATURE_WRITER to such a note right below the byline. */
void people_find_note_above(struct draft *draft);

#endif
