/* What a website asks of its reader: a button, a plea, a note on the article itself. */
#ifndef READ_ASKS_H
#define READ_ASKS_H

#include "str.h"

#include <stdbool.h>

/* "Save recipe", "Enjoyed this interview? ...", "This column was first published ...". */
bool asks_reader(struct str text);

/* "Got a problem? Email dot@crier.example": words that end an article's page, but may stand in an article. */
bool asks_for_more(struct str text);

#endif
