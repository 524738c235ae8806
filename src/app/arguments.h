/* The command line, taken apart: command word, operands, and options in order. */
#ifndef APP_ARGUMENTS_H
#define APP_ARGUMENTS_H

#include "options.h"

struct given {
    const struct option *option;
    const char *place; /* "--rate" or "-r", as written */
    const char *value;
};

struct arguments {
    const struct command *command;
    const char **operands;
    size_t operand_count;
    struct given *given;
    size_t given_count;
};

/* Takes argv apart; what it makes lives in `arena`.  Fails with NR_USAGE on what is no option of the command. */
bool arguments_parse(char *const *argv, struct nr_arena *arena, struct arguments *arguments,
                     struct nr_error *error);

/* Was the flag of that name given? */
bool arguments_have(const struct arguments *arguments, const char *name);

/* Sets the options that were given, with the rank of flags. */
bool arguments_apply(const struct arguments *arguments, struct options *options, struct nr_error *error);

#endif
