/* A run as a report in the form of JUnit's, which build servers show. */
#ifndef BATCH_JUNIT_H
#define BATCH_JUNIT_H

#include "run.h"

/* Writes the report to the batch's file. */
bool junit_write(const struct run *run, struct nr_error *error);

#endif
