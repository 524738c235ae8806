/* How an utterance is spoken: the voice's style for its role, shifted for a quotation, in the text's language. */
#ifndef PLAN_STYLE_H
#define PLAN_STYLE_H

#include "narrator/voice.h"

struct styles;

/* Styles of `voice` with body text at `rate_wpm` (0: the voice's own); in `arena`. */
struct styles *styles_new(struct nr_arena *arena, const struct nr_voice *voice, unsigned rate_wpm);

/* The style for a block's role.  `language`: the engine's name of another language than the voice's, or NULL. */
const struct nr_style *styles_get(struct styles *styles, enum nr_role role, bool quoted, const char *language);

/* A pause given for 175 words a minute, at the body's rate. */
unsigned styles_pause_ms(const struct styles *styles, unsigned pause_ms, unsigned least_ms);

#endif
