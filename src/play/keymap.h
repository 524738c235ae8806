/* Which key does what: the usual keys, and what the listener made of them. */
#ifndef PLAY_KEYMAP_H
#define PLAY_KEYMAP_H

#include "arena.h"
#include "deck.h"

struct keymap;

/* The usual keys, changed by "KEY=COMMAND, KEY=COMMAND ..."; a key of no command does nothing.  In `arena`.  Fails
 * with NR_USAGE on a key or a command that does not exist. */
bool keymap_make(const char *changes, struct nr_arena *arena, struct keymap **keymap, struct nr_error *error);

/* The command of a key, NULL if it has none, and what is given to it. */
const struct control *keymap_find(const struct keymap *keymap, const char *key, struct str *argument);

/* The keys of a command that is given nothing, as people read them; "" when it has none.  `keymap` is a struct
 * keymap. */
const char *keymap_keys(void *keymap, const struct control *control);

#endif
