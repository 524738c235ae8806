/* What a short line is for, by its form: a chapter's number, a time, a counter of the site. */
#ifndef READ_LABEL_H
#define READ_LABEL_H

#include "str.h"

#include <stdint.h>

/* The features that the form of `text`, of so many words, stands for. */
uint64_t label_features(struct str text, unsigned words);

/* "TOGETHER WITH PINELOFT": who paid for what stands below. */
bool label_sponsors(struct str text);

/* "3 comments", "112 View comments", "5 min read". */
bool label_counts(struct str text);

#endif
