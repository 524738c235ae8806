/* Where an engine puts what it says: frames and the starts of words, up to a limit. */
#ifndef SPEAK_ENGINE_SOUND_H
#define SPEAK_ENGINE_SOUND_H

#include "buf.h"

/* A struct with a limit is empty. */
struct sound {
    int fd;        /* a file for the frames; -1: they are kept */
    uint64_t next; /* where in the file the next go */
    size_t frames_max;
    size_t frame_count;
    bool full;         /* the engine wanted to say more than the limit */
    bool failed;       /* the file takes no more */
    struct buf frames; /* not yet in the file */
    struct buf events;
};

/* Adds frames; false, now and ever after, when that would be too many. */
bool sound_frames(struct sound *sound, const int16_t *frames, size_t count);

/* A word starts at byte `offset` of the order's text and at `frame`, which may be yet to come. */
void sound_word(struct sound *sound, uint32_t offset, uint32_t frame);

/* Has all frames in the file; false when they are not. */
bool sound_flush(struct sound *sound);

void sound_free(struct sound *sound);

#endif
