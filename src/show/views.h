/* The views, for their table. */
#ifndef SHOW_VIEWS_H
#define SHOW_VIEWS_H

#include "narrator/plan.h"

#include <stdio.h>

/* Without a plan: it may be NULL. */
void view_blocks(const struct nr_article *article, const struct nr_plan *plan, FILE *out);
void view_body(const struct nr_article *article, const struct nr_plan *plan, FILE *out);

/* Of the plan. */
void view_sentences(const struct nr_article *article, const struct nr_plan *plan, FILE *out);
void view_spoken(const struct nr_article *article, const struct nr_plan *plan, FILE *out);
void view_explain(const struct nr_article *article, const struct nr_plan *plan, FILE *out);
void view_json(const struct nr_article *article, const struct nr_plan *plan, FILE *out);

#endif
