/* What was given to the device and is not heard yet: tells which frame of what is being heard. */
#ifndef PLAY_TAPE_H
#define PLAY_TAPE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define TAPE_PIECES_MAX 64

/* A frame of a sound, pause included. */
struct cursor {
    bool aside;     /* something said between; else of the article */
    uint32_t index; /* utterance, or sentence of what is said between */
    uint64_t frame;
};

struct tape {
    struct tape_piece {
        struct cursor start;
        size_t count;
    } pieces[TAPE_PIECES_MAX]; /* oldest first */
    size_t piece_count;
};

/* Notes `count` frames from `start`. */
void tape_push(struct tape *tape, struct cursor start, size_t count);

/* Finds the frame that comes next when `pending` frames are not heard yet; false when the tape is empty.  At most
 * one piece is let go at a call, so that none is missed. */
bool tape_heard(struct tape *tape, size_t pending, struct cursor *heard);

void tape_clear(struct tape *tape);

#endif
