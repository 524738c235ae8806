/* Being asked to stop: work ends soon, cleans up, and the exit code tells the signal. */
#ifndef APP_SIGNALS_H
#define APP_SIGNALS_H

#include <signal.h>

/* Catches SIGINT, SIGTERM and SIGHUP once each (a second one kills), and ignores SIGPIPE. */
void signals_catch(void);

/* The signal that was caught; 0 while there is none. */
const volatile sig_atomic_t *signals_stop(void);

#endif
