/* "role<TAB>text" a line, as the view `blocks` prints: structure that somebody has found already. */
#ifndef READ_BLOCKS_H
#define READ_BLOCKS_H

#include "draft.h"

/* Appends the blocks of `source`.  Fails with NR_REFUSED at NAME:LINE on any other line that is not blank. */
bool blocks_read(struct draft *draft, const char *name, struct str source, struct nr_error *error);

#endif
