#include "bracket.h"

#include "memory.h"

#include <stdlib.h>
#include <string.h>

#define DEPTH_MAX 8 /* the oldest that is open is given up: a ":(" is never closed */

struct scanner {
    struct brackets *found;
    size_t open[DEPTH_MAX];
    size_t depth;
};

static void open_bracket(struct scanner *scanner, size_t at)
{
    if (scanner->depth == DEPTH_MAX) {
        memmove(scanner->open, scanner->open + 1, (DEPTH_MAX - 1) * sizeof *scanner->open);
        scanner->depth--;
    }
    scanner->open[scanner->depth++] = at;
}

/* Closes the innermost bracket of that kind; what was left open inside it was none. */
static void close_bracket(struct scanner *scanner, struct str text, size_t at)
{
    struct brackets *found = scanner->found;
    char kind = text.at[at] == ')' ? '(' : '[';
    size_t depth = scanner->depth;
    while (depth > 0 && text.at[scanner->open[depth - 1]] != kind)
        depth--;
    if (!depth)
        return;
    scanner->depth = depth - 1;
    size_t start = scanner->open[depth - 1];
    while (found->count && found->all[found->count - 1].start > start)
        found->count--; /* inside this one */
    void *all = found->all;
    memory_reserve(&all, &found->capacity, found->count + 1, sizeof *found->all);
    found->all = all;
    found->all[found->count++] = (struct bracket){start, at + 1};
}

void brackets_find(struct brackets *brackets, struct str text)
{
    struct scanner scanner = {.found = brackets};
    brackets->count = 0;
    for (size_t at = 0; at < text.length; at++) {
        if (text.at[at] == '(' || text.at[at] == '[')
            open_bracket(&scanner, at);
        else if (text.at[at] == ')' || text.at[at] == ']')
            close_bracket(&scanner, text, at);
    }
}

const struct bracket *brackets_around(const struct brackets *brackets, size_t at)
{
    size_t low = 0, high = brackets->count;
    while (low < high) { /* the first that starts behind `at` */
        size_t middle = low + (high - low) / 2;
        if (brackets->all[middle].start <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low && brackets->all[low - 1].end > at ? &brackets->all[low - 1] : NULL;
}

void brackets_free(struct brackets *brackets)
{
    free(brackets->all);
    *brackets = (struct brackets){0};
}
