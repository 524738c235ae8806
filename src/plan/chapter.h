/* Chapters: the title, "Summary", then each crosshead's text, "Article" for body before the first one. */
#ifndef PLAN_CHAPTER_H
#define PLAN_CHAPTER_H

#include "narrator/plan.h"

/* Makes the chapters of a plan whose utterances are complete; *count of them, in the article's arena. */
const struct nr_chapter *chapters_make(const struct nr_article *article, const struct nr_utterance *utterances,
                                       size_t utterance_count, size_t *count);

#endif
