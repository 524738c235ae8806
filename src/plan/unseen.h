/* Starts of sentences that UAX 29 does not see: behind footnote marks glued to a stop ("... martyr.[1] The ..."),
 * at a dash ("Who? - Nobody."), behind a full-width stop or an ellipsis, and where the space was forgotten ("It
 * rained.The ...").
 */
#ifndef PLAN_UNSEEN_H
#define PLAN_UNSEEN_H

#include "language.h"

/* The first such start from byte `from` on; text.length when there is none.  `language` may be NULL. */
size_t unseen_next_start(struct str text, size_t from, const struct language *language);

#endif
