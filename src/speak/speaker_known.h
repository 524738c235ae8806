/* What was found out about words without an event, so that "of the" is compared once and not a hundred times. */
#ifndef SPEAK_SPEAKER_KNOWN_H
#define SPEAK_SPEAKER_KNOWN_H

#include "wire.h"

#define KNOWN_SLOTS 4096

/* A zeroed struct knows nothing.  What does not fit is forgotten, which costs a comparison. */
struct known {
    uint64_t keys[KNOWN_SLOTS];
};

/* A name for "`order` says all of its text, though it gives no event from byte `offset` on". */
uint64_t known_key(const struct wire_order *order, size_t offset);

bool known_has(const struct known *known, uint64_t key);
void known_add(struct known *known, uint64_t key);

#endif
