/* From the sounds to the device, and what of them has been heard. */
#ifndef PLAY_FEED_H
#define PLAY_FEED_H

#include "player.h"

/* Silence at once; then it goes on at deck.at if it is playing, with what is said between first. */
void feed_seek(struct nr_player *player);

/* Gives what the device holds once more, at another volume. */
void feed_again(struct nr_player *player);

/* Is there something to give to the device? */
bool feed_is_ready(const struct nr_player *player);

/* Asks for sounds and gives the device what it takes; never waits.  Fails as the speaker does; a device that is
 * gone makes player.lost. */
bool feed_work(struct nr_player *player, struct nr_error *error);

/* Brings deck.at up to what has been heard; true when another sentence has started. */
bool feed_hear(struct nr_player *player);

/* Has the last frame of the article, or of what was said between, been heard? */
bool feed_is_over(const struct nr_player *player);

/* While it is paused: keeps the device awake for a while, then lets it sleep. */
void feed_idle(struct nr_player *player);

#endif
