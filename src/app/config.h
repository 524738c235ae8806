/* Values from outside the command line: the config file and the environment. */
#ifndef APP_CONFIG_H
#define APP_CONFIG_H

#include "options.h"

/* Reads $XDG_CONFIG_HOME/narrate/config or ~/.config/narrate/config: lines "long-option = value" for every
 * command, "show.as = spoken" for one, "#" for a comment.  No file is no failure. */
bool config_read_file(struct options *options, struct nr_error *error);

/* Takes NARRATE_LONG_OPTION for the options of the command. */
bool config_read_environment(struct options *options, struct nr_error *error);

#endif
