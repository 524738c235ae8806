/* Front matter: what stands above a Markdown text between lines of "---" or "+++". */
#ifndef READ_FRONT_H
#define READ_FRONT_H

#include "draft.h"

/* Appends title, subtitle, writers and date as blocks, and takes over language, site and image.  Returns where the
 * text behind begins; 0 if there is no front matter. */
size_t front_read(struct draft *draft, struct str source);

#endif
