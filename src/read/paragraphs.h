/* Plain text -> blocks, before anything is known of their roles. */
#ifndef READ_PARAGRAPHS_H
#define READ_PARAGRAPHS_H

#include "draft.h"

/* Appends the blocks of `source`.  `marked`: bullets, numbers and ">" count; else they are text.
 * Fails with NR_REFUSED at more than DRAFT_BLOCKS_MAX. */
bool paragraphs_read(struct draft *draft, const char *name, struct str source, bool marked,
                     struct nr_error *error);

#endif
