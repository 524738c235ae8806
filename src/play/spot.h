/* A place in what is read. */
#ifndef PLAY_SPOT_H
#define PLAY_SPOT_H

#include "narrator/plan.h"
#include "narrator/speaker.h"

struct spot {
    uint32_t utterance;
    uint32_t word; /* of its spoken words; their count: behind the last */
    double part;   /* of the word that has been heard, 0..1 */
};

/* The words of an utterance are its tokens that became words.  The count; with `words` not NULL, where they lie.
 */
size_t spot_words(const struct nr_plan *plan, uint32_t utterance, struct nr_unit_word *words);

/* The token of the utterance's word, its last when there are fewer; for what is announced before a sentence its first
 * word.  NULL if it has none. */
const struct nr_token *spot_token(const struct nr_plan *plan, uint32_t utterance, uint32_t word);

/* The place's frame in a sound of `count` frames whose words start at `marks`, and the other way round. */
uint64_t spot_frame(struct spot spot, const uint32_t *marks, size_t mark_count, size_t count);
struct spot spot_at(uint32_t utterance, uint64_t frame, const uint32_t *marks, size_t mark_count, size_t count);

#endif
