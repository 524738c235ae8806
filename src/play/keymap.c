#include "keymap.h"

#include "buf.h"
#include "fail.h"
#include "keys.h"

#include <string.h>

struct binding {
    struct binding *next;
    const char *key;
    const struct control *control; /* NULL: does nothing */
    struct str argument;
};

struct keymap {
    struct nr_arena *arena;
    struct binding *first; /* of several for one key the first holds */
};

static void bind(struct keymap *keymap, const char *key, const struct control *control, struct str argument)
{
    struct binding *binding = arena_alloc(keymap->arena, sizeof *binding);
    *binding = (struct binding){keymap->first, key, control, argument};
    keymap->first = binding;
}

static void bind_usual(struct keymap *keymap, const struct control *control)
{
    struct str rest = str_of(control->keys);
    while (rest.length) {
        size_t end = str_find(rest, STR(" "));
        bind(keymap, arena_string(keymap->arena, str_slice(rest, 0, end)), control, STR(""));
        rest = str_slice(rest, end + 1, rest.length);
    }
}

/* "=" is a key too: of "==faster" the first is it. */
static bool bind_change(struct keymap *keymap, struct str change, struct nr_error *error)
{
    struct str argument = {0};
    size_t equals = change.length ? 1 + str_find(str_slice(change, 1, change.length), STR("=")) : 0;
    const char *key = arena_string(keymap->arena, str_trim(str_slice(change, 0, equals)));
    struct str command = str_trim(str_slice(change, equals + 1, change.length));
    if (equals >= change.length)
        return fail(error, NR_USAGE, "keys: no '=' in '%.*s'; write 'key=command'", (int)change.length, change.at);
    if (!keys_know(key))
        return fail(error, NR_USAGE, "keys: '%s' is no key; write a character, or a name such as space or left",
                    key);
    const struct control *control = control_find(command, &argument);
    if (!control && command.length)
        return fail(error, NR_USAGE, "keys: '%.*s' is no command; 'narrate play --help' lists them",
                    (int)command.length, command.at);
    bind(keymap, key, control, argument);
    return true;
}

bool keymap_make(const char *changes, struct nr_arena *arena, struct keymap **keymap, struct nr_error *error)
{
    struct keymap *made = arena_alloc(arena, sizeof *made);
    struct str rest = str_of(changes ? arena_string(arena, str_of(changes)) : NULL);
    made->arena = arena;
    for (size_t i = 0; control_at(i); i++)
        bind_usual(made, control_at(i));
    while (rest.length) {
        size_t comma = str_find(rest, STR(","));
        if (comma == 0 && rest.length > 1) /* the key "," */
            comma = 1 + str_find(str_slice(rest, 1, rest.length), STR(","));
        struct str change = str_trim(str_slice(rest, 0, comma));
        if (change.length && !bind_change(made, change, error))
            return false;
        rest = str_slice(rest, comma + 1, rest.length);
    }
    *keymap = made;
    return true;
}

static const struct binding *find(const struct keymap *keymap, const char *key)
{
    const struct binding *at = keymap->first;
    while (at && strcmp(at->key, key) != 0)
        at = at->next;
    return at;
}

const struct control *keymap_find(const struct keymap *keymap, const char *key, struct str *argument)
{
    const struct binding *found = find(keymap, key);
    *argument = found ? found->argument : (struct str){0};
    return found ? found->control : NULL;
}

const char *keymap_keys(void *keymap, const struct control *control)
{
    struct keymap *map = keymap;
    struct buf keys = {0};
    for (const struct binding *at = map->first; at; at = at->next) {
        if (at->control != control || at->argument.length || find(map, at->key) != at)
            continue;
        struct buf longer = {0}; /* the last bound comes first */
        buf_printf(&longer, "%s%s%s", at->key, keys.length ? ", " : "", keys.length ? keys.at : "");
        buf_free(&keys);
        keys = longer;
    }
    const char *text = arena_string(map->arena, buf_str(&keys));
    buf_free(&keys);
    return text;
}
