/* Reading modes are the plan's work: for other modes there is another plan, read on from the same word. */
#ifndef PLAY_MODES_H
#define PLAY_MODES_H

#include "player.h"

/* Takes `plan`, made with the player's settings, or another if the listener chose other modes before. */
void modes_open(struct nr_player *player, const struct nr_plan *plan);

/* Goes on with a plan for deck.modes; false, with deck.modes as they were, if nothing would be spoken. */
bool modes_change(struct nr_player *player);

/* The deck as it would be without names of marks and capitals, for what is to be known of the word itself. */
struct deck modes_plain(struct nr_player *player);

#endif
