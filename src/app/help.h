/* What the options table says to people: help and --print-config. */
#ifndef APP_HELP_H
#define APP_HELP_H

#include "options.h"

/* Prints a command's help: examples first, then its options and their values. */
void help_print(const struct command *command);

/* Prints "name = value<TAB>where it comes from" for every option of the command. */
void help_print_config(const struct options *options);

#endif
