/* Views of article and plan, for people and programs. */
#ifndef NARRATOR_SHOW_H
#define NARRATOR_SHOW_H

#include "narrator/plan.h"

#include <stdio.h>

/* A way to print an article or its plan. */
struct nr_view {
    const char *name;  /* "blocks" */
    const char *about; /* one line, for help */
    bool needs_plan;   /* print() wants a plan, not NULL */
    void (*print)(const struct nr_article *article, const struct nr_plan *plan, FILE *out);
};

/* Finds a view by name; NULL if there is none. */
NR_API const struct nr_view *nr_view_find(const char *name);

/* The view at `index`, NULL past the last: for lists in help. */
NR_API const struct nr_view *nr_view_at(size_t index);

#endif
