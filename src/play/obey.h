/* A command is done: the deck decides, the player follows. */
#ifndef PLAY_OBEY_H
#define PLAY_OBEY_H

#include "player.h"

/* Does the command; returns its effects. */
unsigned obey(struct nr_player *player, const struct control *control, struct str argument);

/* Says what deck.say holds, then goes on. */
void obey_say(struct nr_player *player);

/* What was said between has been heard: goes on reading. */
void obey_aside_over(struct nr_player *player);

/* Keeps the place; that it can't is told once. */
void obey_keep(struct nr_player *player, bool finished, bool to_disk);

#endif
