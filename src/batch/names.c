#include "names.h"

#include "hash.h"
#include "memory.h"
#include "path.h"

#include <stdlib.h>
#include <string.h>

/* A file name has 255 bytes at most, and a side file's ending has to fit too. */
#define STEM_BYTES_MAX 225
#define MARK_BYTES     8 /* of the hash that tells shortened names apart */

enum form { FORM_SHORT, FORM_FULL, FORM_MARKED };

/* An item and its name so far, without the recording's extension. */
struct named {
    struct item *item;
    enum form form;
    const char *stem;
};

static const char *mark(struct nr_arena *arena, const struct item *item, struct str stem)
{
    struct key key = hash_of(str_of(item->id));
    size_t last = (size_t)(path_name(item->name) - item->name);
    size_t end = last + STEM_BYTES_MAX - MARK_BYTES - 1;
    if (end >= stem.length)
        end = stem.length;
    else
        while (end > last && ((unsigned char)stem.at[end] & 0xC0) == 0x80)
            end--;
    return arena_printf(arena, "%.*s~%.*s", (int)end, stem.at, MARK_BYTES, key.text);
}

static const char *stem_of(struct nr_arena *arena, const struct named *named)
{
    const char *name = named->item->name;
    struct str stem = str_of(name), extension = path_extension(name);
    bool dotted = extension.at > path_name(name) + 1 && extension.at[-1] == '.';
    if (named->form == FORM_SHORT && dotted && !named->item->line)
        stem.length -= extension.length + 1;
    size_t last = stem.length - (size_t)(path_name(name) - name);
    if (named->form == FORM_MARKED || last > STEM_BYTES_MAX)
        return mark(arena, named->item, stem);
    return arena_string(arena, stem);
}

/* Folders are synced to telephones and memory cards, whose file systems know no case. */
static int compare(const void *a, const void *b)
{
    const unsigned char *one = (const unsigned char *)((const struct named *)a)->stem;
    const unsigned char *two = (const unsigned char *)((const struct named *)b)->stem;
    for (;; one++, two++) {
        int first = *one >= 'A' && *one <= 'Z' ? *one + 32 : *one;
        int second = *two >= 'A' && *two <= 'Z' ? *two + 32 : *two;
        if (first != second || !first)
            return first - second;
    }
}

/* Makes the shortest of equal names longer; false when all are as long as can be. */
static bool lengthen_equal(struct named *first, size_t count)
{
    enum form shortest = FORM_MARKED;
    for (size_t i = 0; i < count; i++)
        shortest = first[i].form < shortest ? first[i].form : shortest;
    for (size_t i = 0; shortest < FORM_MARKED && i < count; i++)
        if (first[i].form == shortest)
            first[i].form++;
    return shortest < FORM_MARKED;
}

/* Makes names longer that others have too; true if there were any. */
static bool lengthen(struct nr_arena *arena, struct named *all, size_t count)
{
    bool changed = false;
    for (size_t start = 0, end; start < count; start = end) {
        for (end = start + 1; end < count && compare(&all[start], &all[end]) == 0; end++)
            ;
        changed |= end - start > 1 && lengthen_equal(&all[start], end - start);
    }
    for (size_t i = 0; changed && i < count; i++)
        all[i].stem = stem_of(arena, &all[i]);
    return changed;
}

void names_assign(struct items *items, const char *extension)
{
    struct named *all = items->count ? memory_alloc(items->count * sizeof *all) : NULL;
    for (size_t i = 0; i < items->count; i++) {
        all[i].item = &items->at[i];
        all[i].stem = stem_of(items->arena, &all[i]);
    }
    if (!items->count)
        return;
    do
        qsort(all, items->count, sizeof *all, compare);
    while (lengthen(items->arena, all, items->count));
    for (size_t i = 0; i < items->count; i++)
        all[i].item->output = arena_printf(items->arena, "%s.%s", all[i].stem, extension);
    free(all);
}
