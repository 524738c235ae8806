/* Speech faster than the engine speaks: time is squeezed, pitch stays. */
#ifndef PLAY_STRETCH_H
#define PLAY_STRETCH_H

#include <stddef.h>
#include <stdint.h>

/* Squeezes `count` frames to about count / speed, at most count of them and in place; returns how many. */
size_t stretch_apply(int16_t *frames, size_t count, unsigned sample_rate, double speed);

#endif
