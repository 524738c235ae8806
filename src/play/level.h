/* How loud playback is: an article can't be measured before it is spoken, its voice was. */
#ifndef PLAY_LEVEL_H
#define PLAY_LEVEL_H

#include "limiter.h"
#include "narrator/settings.h"
#include "narrator/voice.h"

/* The limiter that brings `voice` to the loudness of the settings. */
struct limiter level_of(const struct nr_settings *settings, const struct nr_voice *voice, unsigned sample_rate);

#endif
