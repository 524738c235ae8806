/* Where an engine puts what it says: frames and the starts of words, up to a limit. */
#ifndef SPEAK_ENGINE_SOUND_H
#define SPEAK_ENGINE_SOUND_H

#include "buf.h"

/* A zeroed struct with a limit is empty. */
struct sound {
    size_t frames_max;
    bool full; /* the engine wanted to say more than the limit */
    struct buf frames;
    struct buf events;
};

/* Adds frames; false, now and ever after, when that would be too many. */
bool sound_frames(struct sound *sound, const int16_t *frames, size_t count);

/* A word starts at byte `offset` of the order's text and at `frame`, which may be yet to come. */
void sound_word(struct sound *sound, uint32_t offset, uint32_t frame);

size_t sound_length(const struct sound *sound);

void sound_free(struct sound *sound);

#endif
