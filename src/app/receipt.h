/* What became of an article, in one line of JSON. */
#ifndef APP_RECEIPT_H
#define APP_RECEIPT_H

#include "outputs.h"

/* The time that a piece of work takes: on the clock, and of the processors, with the ended children. */
struct stopwatch {
    double wall;
    double cpu;
};

/* Starts now. */
struct stopwatch stopwatch_start(void);

/* What has passed since. */
struct stopwatch stopwatch_read(const struct stopwatch *started);

/* Prints the receipt of `output` on standard output.  Schema: docs/receipt.md. */
void receipt_print(const struct output *output, const struct nr_recording *recording, const struct nr_proof *proof,
                   struct stopwatch taken);

#endif
