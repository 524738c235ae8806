/* Filling nr_error and nr_notes. */
#ifndef BASE_FAIL_H
#define BASE_FAIL_H

#include "arena.h"
#include "narrator/error.h"

/* Fills *error and returns false, so that a function can `return fail(...)`. */
bool fail(struct nr_error *error, enum nr_status status, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* As fail() with NR_REFUSED: the input is over a limit. */
bool fail_limit(struct nr_error *error, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* As fail() with NR_FAILED, ": " and what errno says behind the text. */
bool fail_errno(struct nr_error *error, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Appends a note, copied into `arena`. */
void note(struct nr_notes *notes, struct nr_arena *arena, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

#endif
