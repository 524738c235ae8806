#include "fail.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

__attribute__((format(printf, 3, 0))) static void fill(struct nr_error *error, enum nr_status status,
                                                       const char *format, va_list args)
{
    error->status = status;
    error->reason = NR_REASON_OTHER;
    vsnprintf(error->message, sizeof error->message, format, args);
}

bool fail(struct nr_error *error, enum nr_status status, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    fill(error, status, format, args);
    va_end(args);
    return false;
}

bool fail_limit(struct nr_error *error, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    fill(error, NR_REFUSED, format, args);
    va_end(args);
    error->reason = NR_REASON_LIMIT;
    return false;
}

static bool is_transient(int number)
{
    static const int numbers[] = {ENOSPC, EDQUOT, EIO,    EMFILE, ENFILE,    ENOMEM,
                                  EAGAIN, EINTR,  ESTALE, EBUSY,  ETIMEDOUT, ENOLCK};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        if (numbers[i] == number)
            return true;
    return false;
}

bool fail_errno(struct nr_error *error, const char *format, ...)
{
    int number = errno;
    char reason[128];
    strerror_r(number, reason, sizeof reason);
    va_list args;
    va_start(args, format);
    fill(error, NR_FAILED, format, args);
    va_end(args);
    size_t used = strlen(error->message);
    snprintf(error->message + used, sizeof error->message - used, ": %s", reason);
    if (is_transient(number))
        error->reason = NR_REASON_TRANSIENT;
    return false;
}

void note(struct nr_notes *notes, struct nr_arena *arena, const char *format, ...)
{
    char message[512];
    va_list args;
    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    struct nr_note *added = arena_alloc(arena, sizeof *added);
    added->message = arena_string(arena, str_of(message));
    if (notes->last)
        notes->last->next = added;
    else
        notes->first = added;
    notes->last = added;
}
