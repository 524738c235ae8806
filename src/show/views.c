#include "views.h"
#include "narrator/show.h"

#include <string.h>

static const struct nr_view views[] = {
    {"blocks", "each block under its role", false, view_blocks},
    {"body", "the text of the article alone", false, view_body},
    {"sentences", "a sentence a line, as written", true, view_sentences},
    {"spoken", "a sentence a line, as it would be spoken", true, view_spoken},
    {"explain", "what was changed, where, and by which rule", true, view_explain},
    {"json", "the plan as JSON lines, for programs", true, view_json},
};

const struct nr_view *nr_view_at(size_t index)
{
    return index < sizeof views / sizeof *views ? &views[index] : NULL;
}

const struct nr_view *nr_view_find(const char *name)
{
    for (size_t i = 0; i < sizeof views / sizeof *views; i++) {
        if (strcmp(views[i].name, name) == 0)
            return &views[i];
    }
    return NULL;
}
