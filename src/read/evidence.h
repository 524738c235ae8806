/* What a block says of its own role. */
#ifndef READ_EVIDENCE_H
#define READ_EVIDENCE_H

#include "draft.h"

/* Adds the features of `text`, a block's, to its evidence. */
void evidence_find(struct str text, struct evidence *evidence);

#endif
