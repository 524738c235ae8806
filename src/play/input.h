/* Keys and lines of --control become commands. */
#ifndef PLAY_INPUT_H
#define PLAY_INPUT_H

#include "player.h"

#define INPUT_POLLS 2

/* Fills `polls` with what is to be waited for; returns how many. */
size_t input_polls(const struct nr_player *player, struct pollfd polls[INPUT_POLLS]);

/* How long a key that is not whole yet may wait for its rest; `most` when there is none. */
int input_patience_ms(const struct nr_player *player, int most);

/* Reads what the polls say is there, and obeys. */
void input_take(struct nr_player *player, const struct pollfd *polls, size_t count);

#endif
