/* Pronunciations in espeak-ng's own marks, "[[S'i:]]". */
#ifndef SPEAK_ENGINE_ESPEAK_PHONEMES_H
#define SPEAK_ENGINE_ESPEAK_PHONEMES_H

#include "engine_guard.h"

/* Puts an order's pronunciations in the place of what is written.  One that is no plain mnemonics, or does not lie
 * in the text behind the one before, is left out with all that follow. */
void espeak_pronounce(struct guarded *text, struct str pronunciations);

#endif
