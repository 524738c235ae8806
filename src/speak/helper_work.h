/* What a child of the helper does in its short life: one order. */
#ifndef SPEAK_HELPER_WORK_H
#define SPEAK_HELPER_WORK_H

#include "engine.h"

#include <sys/types.h>

/* Speaks the order, puts its frames into its slot and one WIRE_SOUND or more to standard output, and ends the
 * process. Dies with `helper`. */
_Noreturn void work(const struct engine *engine, const struct wire_order *order, unsigned sample_rate,
                    pid_t helper);

#endif
