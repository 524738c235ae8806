/* What the speaker is asked for: sentences of the article, and those said between, at the listener's rate. */
#ifndef PLAY_SCRIPT_H
#define PLAY_SCRIPT_H

#include "player.h"

/* The id that the cursor's sound has in `generation`. */
uint64_t script_id(const struct nr_player *player, struct cursor cursor, uint32_t generation);

/* Asks for the sound at `from` and those behind it. */
bool script_want(struct nr_player *player, struct cursor from, struct nr_error *error);

/* What is said at the cursor. */
struct str script_text(const struct nr_player *player, struct cursor cursor);

/* Frames of silence behind the cursor's sound. */
size_t script_pause(const struct nr_player *player, struct cursor cursor);

/* Cuts deck.say into sentences to be said from now on. */
void script_aside(struct nr_player *player);

#endif
