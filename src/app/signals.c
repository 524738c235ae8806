#include "signals.h"

#include <stddef.h>

static volatile sig_atomic_t caught;

static void remember(int number)
{
    caught = number;
}

const volatile sig_atomic_t *signals_stop(void)
{
    return &caught;
}

void signals_catch(void)
{
    static const int numbers[] = {SIGINT, SIGTERM, SIGHUP};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        struct sigaction old;
        sigaction(numbers[i], NULL, &old);
        /* nohup and background jobs of a plain shell ignore some of them: so do we. */
        if (old.sa_handler == SIG_IGN)
            continue;
        struct sigaction action = {.sa_handler = remember, .sa_flags = (int)SA_RESETHAND};
        sigemptyset(&action.sa_mask);
        sigaction(numbers[i], &action, NULL);
    }
    signal(SIGPIPE, SIG_IGN);
}
