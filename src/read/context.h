/* What the blocks around a block say of its role. */
#ifndef READ_CONTEXT_H
#define READ_CONTEXT_H

#include "draft.h"

/* Adds to the evidence of every block what its place in the article shows.  Needs evidence_find() on all. */
void context_find(struct draft *draft);

#endif
