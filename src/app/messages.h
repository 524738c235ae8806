/* What the command says on standard error, and the care for standard output. */
#ifndef APP_MESSAGES_H
#define APP_MESSAGES_H

#include "message.h"
#include "narrator/plan.h"

/* Prints what was noted about the article so far. */
void message_notes(const struct nr_article *article);

/* Prints what of the article is not spoken, and how to have it spoken; nothing if all is. */
void message_unspoken(const struct nr_plan *plan, const struct nr_settings *settings);

/* Sends what was printed on its way.  False with NR_OK when the reader has gone, which is no fault. */
bool stdout_flush(struct nr_error *error);

/* True when standard output is a pipe that nobody reads any more. */
bool stdout_is_gone(void);

#endif
