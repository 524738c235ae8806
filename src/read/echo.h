/* Pull quotes: a quotation set apart that the body holds too. */
#ifndef READ_ECHO_H
#define READ_ECHO_H

#include "draft.h"

/* Adds FEATURE_ECHO to the blocks in quotation marks whose words stand in a longer block. */
void echo_find(struct draft *draft);

#endif
