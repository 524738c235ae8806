/* All that the player says and prints of its own, in one table. */
#ifndef PLAY_WORDS_H
#define PLAY_WORDS_H

#include "buf.h"

enum words {
    WORDS_NONE,
    WORDS_WHERE, /* sentence, sentences, percent, time left */
    WORDS_WHERE_SECTION,
    WORDS_MINUTES_LEFT,
    WORDS_MINUTE_LEFT,
    WORDS_NO_TIME_LEFT,
    WORDS_LAST_SENTENCE,
    WORDS_LAST_PARAGRAPH,
    WORDS_LAST_SECTION,
    WORDS_LAST_BLOCK,
    WORDS_BOOKMARK_SET,
    WORDS_BOOKMARK_GONE,
    WORDS_BOOKMARKS_FULL,
    WORDS_BOOKMARKS_NONE,
    WORDS_BOOKMARKS_COUNT,
    WORDS_BOOKMARK,
    WORDS_NOT_FOUND,
    WORDS_FIND_WHAT,
    WORDS_GO_WHERE,
    WORDS_WHICH_RATE,
    WORDS_WHICH_VOLUME,
    WORDS_NEEDS,
    WORDS_NO_COMMAND,
    WORDS_LINE,
    WORDS_ROW,
    WORDS_EMPTY_LINE,
    WORDS_NO_LINES,
    WORDS_LINES_END,
    WORDS_NOTED,
    WORDS_NOT_NOTED,
    WORDS_RATE_LIMIT,
    WORDS_BAD_RATE,
    WORDS_BAD_VOLUME,
    WORDS_BAD_PERCENT,
    WORDS_WHICH_PAUSES,
    WORDS_BAD_PAUSES,
    WORDS_PAUSES,
    WORDS_CAPITAL,
    WORDS_KEYS,
    WORDS_KEY_FREE,
    WORDS_KEY_WHICH,
    WORDS_NEAR,
    WORDS_VERBOSITY,
    WORDS_PUNCTUATION,
    WORDS_CAPITALS,
    WORDS_WHICH_LEVEL,
    WORDS_BAD_LEVEL,
    WORDS_NO_PLAN,
    WORDS_LINK,
    WORDS_LINKS,
    WORDS_LINK_TO,
    WORDS_NO_LINKS,
    WORDS_LINK_SHOWN,
    WORDS_LINKS_SHOWN,
    WORDS_TO_THIS_PAGE,
    WORDS_TO_THIS_SITE,
    WORDS_TO_MAIL,
    WORDS_TO_TELEPHONE,
    WORDS_DEVICE_LOST,
    WORDS_DEVICE_BACK,
    WORDS_COUNT
};

/* Appends the words, with `first` and those behind it up to a NULL in the places of {1}, {2} ... */
void words_add(struct buf *to, enum words words, const char *first, ...) __attribute__((sentinel));

/* Appends the name of a letter, digit or mark as it is spelled, or as the spelling alphabet has it; one that has
 * none stands for itself. */
void words_spell(struct buf *to, struct str character, bool alphabet);

/* Appends keys as keymap_keys() has them, "q, ctrl-c", so that each is heard: "queue, control see". */
void words_keys(struct buf *to, struct str keys);

#endif
