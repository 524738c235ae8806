/* Names of any kind, apart by NUL: each article gets a recording of its own, inside the folder, that a file system
 * takes; and its id leads back to it. */
#include "batch/id.h"
#include "batch/names.h"
#include "buf.h"
#include "path.h"
#include "utf8.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define ITEMS_MAX 64

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(bool holds)
{
    if (!holds)
        abort();
}

static bool stays_inside(const char *name)
{
    struct str rest = str_of(name);
    while (rest.length) {
        size_t slash = str_find(rest, STR("/"));
        struct str part = str_slice(rest, 0, slash);
        if (!part.length || str_equal(part, STR("..")) || str_equal(part, STR(".")))
            return false;
        rest = str_slice(rest, slash + 1, rest.length);
    }
    return *name != '/';
}

static void check_item(const struct items *items, const struct item *item)
{
    check(stays_inside(item->output));
    check(utf8_invalid(str_of(item->id)) == strlen(item->id));
    check(strcmp(id_path(items->arena, item->id), item->name) == 0);
    for (size_t i = 0; i < items->count; i++)
        check(&items->at[i] == item || strcmp(items->at[i].output, item->output) != 0);
    size_t last = strlen(path_name(item->name));
    check(last > 255 || strlen(path_name(item->output)) <= 255);
    check(items_find(items, item->id) == item);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct items items = {.arena = arena_new()};
    struct str rest = {(const char *)data, size};
    while (rest.length && items.count < ITEMS_MAX) {
        size_t end = str_find(rest, (struct str){"\0", 1});
        const char *name = arena_string(items.arena, str_slice(rest, 0, end));
        if (*items_add(&items, name, name)->name == '\0')
            items.count--; /* what leads nowhere is no file */
        rest = str_slice(rest, end + 1, rest.length);
    }
    items_sort(&items);
    names_assign(&items, "ogg");
    for (size_t i = 0; i < items.count; i++)
        check_item(&items, &items.at[i]);
    arena_free(items.arena);
    items_free(&items);
    return 0;
}
