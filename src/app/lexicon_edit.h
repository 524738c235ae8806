/* Adding an entry to a lexicon's file. */
#ifndef APP_LEXICON_EDIT_H
#define APP_LEXICON_EDIT_H

#include "options.h"

/* The user's own lexicon, whose folder it makes; NULL with *error filled when there is no place for one. */
const char *lexicon_edit_own(const struct options *options, struct nr_error *error);

/* Appends the entry to the file, which is replaced as a whole or left as it was.  Refuses what the file says
 * already, and what would contradict it. */
bool lexicon_edit_add(const char *path, const char *written, const char *spoken, struct nr_error *error);

#endif
