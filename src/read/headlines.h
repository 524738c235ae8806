/* The headlines, and the section or publication that stands above them. */
#ifndef READ_HEADLINES_H
#define READ_HEADLINES_H

#include "draft.h"

/* `start` is where the article begins, `body` its first paragraph; 0 if there is none. */
void headlines_find(struct draft *draft, size_t start, size_t body);

#endif
