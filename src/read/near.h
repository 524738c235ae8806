/* A block's features and those of its neighbours, for what stands around it to be told.  Any index may be asked.
 */
#ifndef READ_NEAR_H
#define READ_NEAR_H

#include "draft.h"

#include <stdbool.h>

/* What can't be running text. */
#define NEAR_APART                                                                                                \
    (FEATURE_BIT(BULLETED) | FEATURE_BIT(QUOTED_LINE) | FEATURE_BIT(SITE) | FEATURE_BIT(CREDIT) |                 \
     FEATURE_BIT(WRITER) | FEATURE_BIT(DATE) | FEATURE_BIT(NO_WORDS) | FEATURE_BIT(NUMERAL))
#define NEAR_BYLINES (FEATURE_BIT(WRITER) | FEATURE_BIT(DATE) | FEATURE_BIT(POSTED))

/* Has block `index` one of the features? */
bool near_has(const struct draft *draft, size_t index, uint64_t features);

void near_add(struct draft *draft, size_t index, uint64_t features);

/* A block that can only be running text. */
bool near_is_paragraph(const struct draft *draft, size_t index);

/* A paragraph that has nothing of a website. */
bool near_is_text(const struct draft *draft, size_t index);

/* Words of block `index`; 0 behind the last. */
unsigned near_words(const struct draft *draft, size_t index);

#endif
