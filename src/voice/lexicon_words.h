/* Text -> words as a lexicon sees them: runs of letters and digits, whatever their case. */
#ifndef VOICE_LEXICON_WORDS_H
#define VOICE_LEXICON_WORDS_H

#include "str.h"

/* No word is longer (bytes, as a key). */
#define WORD_KEY_MAX 64

/* Where the word that starts at byte `at` ends; `at` itself when none starts there.  A word that is far too long for a
 * key ends anywhere. */
size_t word_end(struct str text, size_t at);

/* Where the word starts that ends at byte `end`; `end` itself when none ends there. */
size_t word_start(struct str text, size_t end);

/* Behind the space or hyphen at byte `at`, which may stand between the words of a phrase; `at` itself when there
 * is none. */
size_t word_separator(struct str text, size_t at);

/* The start of the space or hyphen that ends at byte `end`; `end` itself when there is none. */
size_t word_separator_before(struct str text, size_t end);

/* The word with small letters and straight apostrophes; returns its bytes, 0 when it is too long. */
size_t word_fold(struct str word, char key[WORD_KEY_MAX]);

/* Has the text a capital letter; has it a small one? */
bool word_has_capital(struct str text);
bool word_has_small(struct str text);

/* Equal letter for letter, but for the kind of apostrophe, space and hyphen. */
bool words_equal(struct str a, struct str b);

#endif
