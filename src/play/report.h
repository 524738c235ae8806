/* What is told to people and to programs while it plays: lines, each whole or not at all. */
#ifndef PLAY_REPORT_H
#define PLAY_REPORT_H

#include "player.h"

/* The answer to a command of --control: what was done, and where we are. */
void report_answer(const struct nr_player *player, const char *command, unsigned effects);

/* Something happened: "sentence", "finished", "lost", "back"; `text` is NULL if there is none. */
void report_event(const struct nr_player *player, const char *event, const char *text);

/* A line for people, on standard output; with --control it is an event "said". */
void report_text(const struct nr_player *player, struct str text);

/* Something is wrong and it goes on: a line on standard error, and an event "trouble". */
void report_trouble(const struct nr_player *player, const char *text);

#endif
