#include "items.h"

#include "buf.h"
#include "id.h"
#include "memory.h"

#include <stdlib.h>
#include <string.h>

/* Without "." and "..", and without a slash at the start: nothing may lead out of the output folder. */
static const char *tame(struct nr_arena *arena, const char *name)
{
    struct str rest = str_of(name);
    struct buf tamed = {0};
    while (rest.length) {
        size_t slash = str_find(rest, STR("/"));
        struct str part = str_slice(rest, 0, slash);
        rest = str_slice(rest, slash + 1, rest.length);
        if (!part.length || str_equal(part, STR(".")) || str_equal(part, STR("..")))
            continue;
        if (tamed.length)
            buf_append_char(&tamed, '/');
        buf_append(&tamed, part);
    }
    const char *copy = arena_string(arena, buf_str(&tamed));
    buf_free(&tamed);
    return copy;
}

struct item *items_add(struct items *items, const char *name, const char *path)
{
    void *at = items->at;
    memory_reserve(&at, &items->capacity, items->count + 1, sizeof *items->at);
    items->at = at;
    struct item *item = &items->at[items->count++];
    *item = (struct item){.name = tame(items->arena, name), .path = arena_string(items->arena, str_of(path))};
    item->id = id_of(items->arena, item->name);
    return item;
}

static int compare(const void *a, const void *b)
{
    const struct item *one = a, *two = b;
    int order = strcmp(one->id, two->id);
    return order ? order : (one->line > two->line) - (one->line < two->line);
}

/* Are they two articles under one id? */
static bool clash(const struct item *a, const struct item *b)
{
    return a->line && b->line && a->line != b->line;
}

static void sort(struct items *items)
{
    if (items->count)
        qsort(items->at, items->count, sizeof *items->at, compare);
}

void items_sort(struct items *items)
{
    size_t kept = 0, told_apart = 0;
    sort(items);
    for (size_t i = 0; i < items->count; i++) {
        struct item *item = &items->at[i], *last = kept ? &items->at[kept - 1] : NULL;
        bool same = last && strcmp(last->id, item->id) == 0;
        if (same && !clash(last, item))
            continue;
        items->at[kept] = *item;
        item = &items->at[kept++];
        if (!same)
            continue;
        item->name = arena_printf(items->arena, "%s@%zu", item->name, item->line);
        item->id = arena_printf(items->arena, "%s@%zu", item->id, item->line);
        told_apart++;
    }
    items->count = kept;
    if (told_apart)
        sort(items);
}

const struct item *items_find(const struct items *items, const char *id)
{
    size_t low = 0, high = items->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(id, items->at[middle].id);
        if (order == 0)
            return &items->at[middle];
        *(order < 0 ? &high : &low) = order < 0 ? middle : middle + 1;
    }
    return NULL;
}

void items_free(struct items *items)
{
    free(items->at);
    *items = (struct items){.arena = items->arena};
}
