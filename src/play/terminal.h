/* A terminal whose keys are read one by one, and which is always given back as it was. */
#ifndef PLAY_TERMINAL_H
#define PLAY_TERMINAL_H

#include <stdbool.h>

/* Takes the terminal; false when it is none, or another job has it.  One at a time. */
bool terminal_take(int fd);

/* Gives it back; may be called at any time. */
void terminal_give_back(void);

/* Was Ctrl-Z pressed?  Then terminal_stop() gives the terminal back and stops this process until it is continued;
 * true when it has the terminal again. */
bool terminal_wants_stop(void);
bool terminal_stop(void);

#endif
