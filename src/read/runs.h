/* Lines in a row, or at intervals, that are alike and take one role: items of a list, questions. */
#ifndef READ_RUNS_H
#define READ_RUNS_H

#include "draft.h"

/* Adds FEATURE_ITEMS, FEATURE_INTERVIEW and FEATURE_FAQ; `body` and `last` are the first and the last paragraph.
 */
void runs_find(struct draft *draft, size_t body, size_t last);

#endif
