/* What makes the article heard: our own sound, or another program's voice. */
#ifndef PLAY_FEED_H
#define PLAY_FEED_H

#include "player.h"

struct feed {
    void (*seek)(struct nr_player *player);
    void (*again)(struct nr_player *player);
    bool (*is_ready)(const struct nr_player *player);
    bool (*work)(struct nr_player *player, struct nr_error *error);
    bool (*hear)(struct nr_player *player);
    bool (*is_over)(const struct nr_player *player);
    void (*idle)(struct nr_player *player);
};

extern const struct feed feed_sound;
extern const struct feed feed_speechd;

/* Silence at once; then it goes on at deck.at if it is playing, with what is said between first. */
static inline void feed_seek(struct nr_player *player)
{
    player->feed->seek(player);
}

/* Gives what the device holds once more, at another volume. */
static inline void feed_again(struct nr_player *player)
{
    player->feed->again(player);
}

/* Is there something to give to the device? */
static inline bool feed_is_ready(const struct nr_player *player)
{
    return player->feed->is_ready(player);
}

/* Asks for sounds and gives the device what it takes; never waits.  Fails as the speaker does; a device that is
 * gone makes player.lost. */
static inline bool feed_work(struct nr_player *player, struct nr_error *error)
{
    return player->feed->work(player, error);
}

/* Brings deck.at up to what has been heard; true when another sentence has started. */
static inline bool feed_hear(struct nr_player *player)
{
    return player->feed->hear(player);
}

/* Has the last frame of the article, or of what was said between, been heard? */
static inline bool feed_is_over(const struct nr_player *player)
{
    return player->feed->is_over(player);
}

/* While it is paused: keeps the device awake for a while, then lets it sleep. */
static inline void feed_idle(struct nr_player *player)
{
    player->feed->idle(player);
}

#endif
