/* Where text is best cut when an engine can't take it whole. */
#ifndef SPEAK_SPEAKER_CUT_H
#define SPEAK_SPEAKER_CUT_H

#include "str.h"

/* The byte where the first part of `text` ends, of at most `code_points`: behind a clause's mark and its space if
 * one is in the second half of that, else behind a space, else anywhere.  text.length when all fits. */
size_t cut_long(struct str text, size_t code_points);

/* The byte behind the space nearest to the middle; 0 when there is none to cut at. */
size_t cut_middle(struct str text);

#endif
