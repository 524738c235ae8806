/* A profile and those that it inherits from. */
#ifndef VOICE_INHERIT_H
#define VOICE_INHERIT_H

#include "find.h"
#include "narrator/voice.h"

/* Reads the profile in `text`, found in `file`, onto the ones that it inherits from. */
bool inherit_parse(const struct found *file, struct str text, const struct nr_settings *settings,
                   struct nr_voice **voice, struct nr_error *error);

#endif
