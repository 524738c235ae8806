/* What a terminal sends, told apart into keys. */
#ifndef PLAY_KEYS_H
#define PLAY_KEYS_H

#include <stdbool.h>
#include <stddef.h>

#define KEY_NAME_MAX 16

/* Escape by itself looks like the start of an arrow key: after this long it is Escape. */
#define KEYS_ESCAPE_MS 40

/* Bytes that are no whole key yet; a zeroed struct is empty. */
struct keys {
    char bytes[64];
    size_t count;
};

/* Adds what was read; what does not fit is of no use. */
void keys_add(struct keys *keys, const char *bytes, size_t count);

/* Takes the next key: the character itself, or "space", "left", "ctrl-d" ...; "" when it is one without a name.
 * False when there is no whole key; with `complete` what is there is all that comes. */
bool keys_take(struct keys *keys, bool complete, char name[KEY_NAME_MAX]);

/* Is `name` one that keys_take() gives? */
bool keys_know(const char *name);

#endif
