#include "footnotes.h"

#include "lines.h"
#include "memory.h"

#include <stdlib.h>
#include <string.h>

#define LABEL_MAX   64
#define INDENT_TEXT 4 /* columns: a block of a list item or a footnote (CommonMark 5.2) */

/* The label of "[^label]" at the start of `text`; empty if it is none. */
static struct str label_of(struct str text)
{
    struct str none = str_slice(text, 0, 0);
    if (!str_starts(text, STR("[^")))
        return none;
    for (size_t i = 2; i < text.length && i < LABEL_MAX; i++) {
        if (text.at[i] == ']')
            return str_slice(text, 2, i);
        if (strchr(" \t\r\n[^", text.at[i]))
            return none;
    }
    return none;
}

/* The bytes of "[^label]:" at the start of `text`; 0 if it is none. */
static size_t definition(struct str text)
{
    size_t end = label_of(text).length + 3;
    return end > 3 && end < text.length && text.at[end] == ':' ? end + 1 : 0;
}

static void add(struct footnotes *notes, struct str label, struct str text)
{
    void *all = notes->all;
    memory_reserve(&all, &notes->capacity, notes->count + 1, sizeof *notes->all);
    notes->all = all;
    notes->all[notes->count++] = (struct footnote){label, text};
}

static void blank(char *copy, size_t start, size_t end)
{
    for (size_t i = start; i < end; i++)
        if (copy[i] != '\n' && copy[i] != '\r')
            copy[i] = ' ';
}

static int compare(const void *a, const void *b)
{
    const struct footnote *first = a, *second = b;
    return str_compare(first->label, second->label);
}

struct finder {
    struct str source;
    char *copy;
    bool open;   /* in a definition */
    bool blank;  /* behind a blank line */
    bool fenced; /* in a block of code */
};

static bool goes_on(const struct finder *finder, const struct line *line)
{
    if (!finder->open)
        return false;
    bool tab = line->indent && finder->source.at[line->start - line->indent] == '\t';
    return !finder->blank || tab || line->indent >= INDENT_TEXT;
}

static void look(struct finder *finder, struct footnotes *notes, const struct line *line, size_t end)
{
    struct str text = str_slice(finder->source, line->start, line->end);
    bool fence = str_starts(text, STR("```")) || str_starts(text, STR("~~~"));
    size_t marked = line->indent < INDENT_TEXT && !finder->fenced ? definition(text) : 0;
    finder->fenced ^= fence && !finder->open;
    if (marked) {
        add(notes, label_of(text), str_slice(text, marked, text.length));
    } else if (goes_on(finder, line)) {
        struct str *last = &notes->all[notes->count - 1].text;
        last->length = (size_t)(text.at + text.length - last->at);
    } else {
        finder->open = false;
        return;
    }
    finder->open = true;
    blank(finder->copy, line->start - line->indent, end);
}

void footnotes_find(struct footnotes *notes, struct str source, char *copy)
{
    struct finder finder = {.source = source, .copy = copy};
    struct line line;
    for (size_t at = 0; line_take(source, &at, &line);) {
        if (!line_is_blank(&line))
            look(&finder, notes, &line, at < source.length ? at : source.length);
        finder.blank = line_is_blank(&line);
    }
    if (notes->count)
        qsort(notes->all, notes->count, sizeof *notes->all, compare);
}

size_t footnotes_reference(const struct footnotes *notes, struct str text)
{
    struct footnote wanted = {.label = label_of(text)};
    bool known = notes->count && wanted.label.length &&
                 bsearch(&wanted, notes->all, notes->count, sizeof *notes->all, compare);
    return known ? wanted.label.length + 3 : 0;
}

static int compare_place(const void *a, const void *b)
{
    const struct footnote *first = a, *second = b;
    return (first->text.at > second->text.at) - (first->text.at < second->text.at);
}

void footnotes_by_place(struct footnotes *notes)
{
    if (notes->count)
        qsort(notes->all, notes->count, sizeof *notes->all, compare_place);
}

void footnotes_free(struct footnotes *notes)
{
    free(notes->all);
    *notes = (struct footnotes){0};
}
