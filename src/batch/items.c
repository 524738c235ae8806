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
    return strcmp(((const struct item *)a)->id, ((const struct item *)b)->id);
}

void items_sort(struct items *items)
{
    size_t kept = 0;
    if (items->count)
        qsort(items->at, items->count, sizeof *items->at, compare);
    for (size_t i = 0; i < items->count; i++)
        if (!kept || compare(&items->at[kept - 1], &items->at[i]) != 0)
            items->at[kept++] = items->at[i];
    items->count = kept;
}

const struct item *items_find(const struct items *items, const char *id)
{
    struct item wanted = {.id = id};
    return items->count ? bsearch(&wanted, items->at, items->count, sizeof *items->at, compare) : NULL;
}

void items_free(struct items *items)
{
    free(items->at);
    *items = (struct items){.arena = items->arena};
}
