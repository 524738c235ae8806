/* The listener's own voice: speech-dispatcher, a message a sentence. */
#ifndef PLAY_SPEECHD_H
#define PLAY_SPEECHD_H

#include "narrator/error.h"

#include <stdbool.h>
#include <stdint.h>

#define SPEECHD_NAME "speechd"

struct speechd;

enum speechd_event { SPEECHD_NOTHING, SPEECHD_BEGUN, SPEECHD_ENDED };

/* Fails with NR_FAILED if there is none and none can be started. */
bool speechd_open(struct speechd **speechd, struct nr_error *error);

/* Says `text` (UTF-8, NUL-terminated) after what is being said; false when the connection is lost. */
bool speechd_say(struct speechd *speechd, const char *text);

/* Ends what is being said, and forgets what of it was not told yet. */
void speechd_cancel(struct speechd *speechd);

/* Speaks `percent` as fast as the listener's own rate. */
void speechd_set_rate(struct speechd *speechd, unsigned percent);

/* What became of the last message; each event is told once. */
enum speechd_event speechd_next(struct speechd *speechd);

/* Can be read when there is an event. */
int speechd_fd(const struct speechd *speechd);

/* NULL is allowed. */
void speechd_close(struct speechd *speechd);

#endif
