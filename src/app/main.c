/* The command: choose, run, say once what went wrong, and make that the exit code. */
#include "arguments.h"
#include "config.h"
#include "fail.h"
#include "help.h"
#include "messages.h"
#include "signals.h"

#include <fcntl.h>
#include <stdio.h>

/* A file opened under the number of a closed standard stream would be written to by accident. */
static void guard_streams(void)
{
    for (int fd = 0; fd <= 2; fd++) {
        if (fcntl(fd, F_GETFD) < 0)
            (void)open("/dev/null", O_RDONLY);
    }
}

static bool check_operands(const struct options *options, struct nr_error *error)
{
    const struct command *command = options->command;
    if (command->operand && options->operand_count == 0)
        return fail(error, NR_USAGE, "no %s given; try 'narrate --help'", command->operand);
    if (options->operand_count > command->operands_max)
        return fail(error, NR_USAGE, "'%s' is too much; usage: %s", options->operands[command->operands_max],
                    command->usage);
    return true;
}

static bool run(struct options *options, const struct arguments *arguments, struct nr_error *error)
{
    if (!config_read_file(options, error) || !config_read_environment(options, error) ||
        !arguments_apply(arguments, options, error))
        return false;
    if (options->print_config) {
        help_print_config(options);
        return true;
    }
    return check_operands(options, error) && options->command->run(options, error);
}

static bool start(char *const *argv, struct nr_arena *arena, struct nr_error *error)
{
    struct arguments arguments;
    if (!arguments_parse(argv, arena, &arguments, error))
        return false;
    if (arguments_have(&arguments, "help")) {
        help_print(arguments.command);
        return true;
    }
    if (arguments_have(&arguments, "version")) {
        printf("narrate %s\n", NR_VERSION);
        return true;
    }
    struct options options = {.arena = arena,
                              .command = arguments.command,
                              .operands = arguments.operands,
                              .operand_count = arguments.operand_count};
    return run(&options, &arguments, error);
}

/* 128 + signal is how shells tell that a signal ended a program. */
static int exit_code(const struct nr_error *error)
{
    if (error->status == NR_STOPPED)
        return 128 + (int)*signals_stop();
    if (error->status != NR_OK)
        message("%s", error->message);
    return (int)error->status;
}

int main(int argc, char **argv)
{
    (void)argc;
    struct nr_error error = {.status = NR_OK};
    guard_streams();
    signals_catch();
    struct nr_arena *arena = arena_new();
    bool done = start(argv, arena, &error) && stdout_flush(&error);
    arena_free(arena);
    return done ? 0 : exit_code(&error);
}
