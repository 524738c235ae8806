/* What the commands do, and what they share. */
#ifndef PLAY_DECK_ACTIONS_H
#define PLAY_DECK_ACTIONS_H

#include "deck.h"
#include "words.h"

unsigned do_next_sentence(struct deck *deck, struct str argument);
unsigned do_next_paragraph(struct deck *deck, struct str argument);
unsigned do_next_section(struct deck *deck, struct str argument);
unsigned do_previous_sentence(struct deck *deck, struct str argument);
unsigned do_previous_paragraph(struct deck *deck, struct str argument);
unsigned do_previous_section(struct deck *deck, struct str argument);
unsigned do_repeat_sentence(struct deck *deck, struct str argument);
unsigned do_repeat_paragraph(struct deck *deck, struct str argument);
unsigned do_skip_block(struct deck *deck, struct str argument);
unsigned do_go_start(struct deck *deck, struct str argument);
unsigned do_go_end(struct deck *deck, struct str argument);
unsigned do_go_percent(struct deck *deck, struct str argument);
unsigned do_find_text(struct deck *deck, struct str argument);
unsigned do_bookmark(struct deck *deck, struct str argument);
unsigned do_next_bookmark(struct deck *deck, struct str argument);
unsigned do_hold(struct deck *deck, struct str argument);
unsigned do_resume(struct deck *deck, struct str argument);
unsigned do_toggle(struct deck *deck, struct str argument);
unsigned do_faster(struct deck *deck, struct str argument);
unsigned do_slower(struct deck *deck, struct str argument);
unsigned do_usual_rate(struct deck *deck, struct str argument);
unsigned do_rate(struct deck *deck, struct str argument);
unsigned do_longer_pauses(struct deck *deck, struct str argument);
unsigned do_shorter_pauses(struct deck *deck, struct str argument);
unsigned do_pauses(struct deck *deck, struct str argument);
unsigned do_louder(struct deck *deck, struct str argument);
unsigned do_softer(struct deck *deck, struct str argument);
unsigned do_volume(struct deck *deck, struct str argument);
unsigned do_mute(struct deck *deck, struct str argument);
unsigned do_next_verbosity(struct deck *deck, struct str argument);
unsigned do_next_punctuation(struct deck *deck, struct str argument);
unsigned do_next_capitals(struct deck *deck, struct str argument);
unsigned do_verbosity(struct deck *deck, struct str argument);
unsigned do_punctuation(struct deck *deck, struct str argument);
unsigned do_capitals(struct deck *deck, struct str argument);
unsigned do_spell_word(struct deck *deck, struct str argument);
unsigned do_spell_sentence(struct deck *deck, struct str argument);
unsigned do_links(struct deck *deck, struct str argument);
unsigned do_show_links(struct deck *deck, struct str argument);
unsigned do_where(struct deck *deck, struct str argument);
unsigned do_list_bookmarks(struct deck *deck, struct str argument);
unsigned do_next_line(struct deck *deck, struct str argument);
unsigned do_note_word(struct deck *deck, struct str argument);
unsigned do_help(struct deck *deck, struct str argument);
unsigned do_describe(struct deck *deck, struct str argument);
unsigned do_next_article(struct deck *deck, struct str argument);
unsigned do_previous_article(struct deck *deck, struct str argument);
unsigned do_quit(struct deck *deck, struct str argument);
unsigned do_abandon(struct deck *deck, struct str argument);

/* Has `words` said. */
unsigned deck_say(struct deck *deck, enum words words);

/* Writes a number to `text` and returns it. */
const char *deck_number(char text[24], uint64_t value);

/* Reads a number from `least` to `most`; false if it is none. */
bool deck_read_number(struct str text, unsigned least, unsigned most, unsigned *value);

#endif
