#include "arguments.h"

#include "fail.h"

#include <string.h>

/* What is still to be read. */
struct reading {
    char *const *next;
    struct nr_arena *arena;
    struct arguments *to;
};

static bool unknown(const char *written, struct nr_error *error)
{
    return fail(error, NR_USAGE, "unknown option '%s'; see 'narrate --help'", written);
}

/* Adds an option with `value`, the next argument when that is NULL. */
static bool give(struct reading *reading, const struct option *option, const char *place, const char *value,
                 struct nr_error *error)
{
    if (!value && !option->argument)
        value = "yes";
    if (!value && !*reading->next)
        return fail(error, NR_USAGE, "%s needs a value: %s", place, option->argument);
    if (!value)
        value = *reading->next++;
    reading->to->given[reading->to->given_count++] = (struct given){option, place, value};
    return true;
}

/* --name, --name=value, --name value */
static bool read_long(struct reading *reading, const char *written, struct nr_error *error)
{
    struct str all = str_of(written);
    size_t equals = str_find(all, STR("="));
    const struct option *option = option_find(str_slice(all, 2, equals));
    if (!option)
        return unknown(written, error);
    const char *place = arena_string(reading->arena, str_slice(all, 0, equals));
    return give(reading, option, place, equals < all.length ? written + equals + 1 : NULL, error);
}

/* -o, -oVALUE, -o VALUE */
static bool read_short(struct reading *reading, const char *written, struct nr_error *error)
{
    const struct option *option = option_find_letter(written[1]);
    bool attached = written[2] != '\0';
    if (!option || (attached && !option->argument))
        return unknown(written, error);
    const char *place = arena_printf(reading->arena, "-%c", option->letter);
    return give(reading, option, place, attached ? written + 2 : NULL, error);
}

static void read_operand(struct reading *reading, const char *written, bool may_be_command)
{
    struct arguments *to = reading->to;
    const struct command *command = may_be_command ? command_find(str_of(written)) : NULL;
    if (command && !to->command && to->operand_count == 0)
        to->command = command;
    else
        to->operands[to->operand_count++] = written;
}

static bool read_all(struct reading *reading, struct nr_error *error)
{
    bool done = true, only_operands = false;
    while (done && *reading->next) {
        const char *written = *reading->next++;
        if (only_operands || written[0] != '-' || written[1] == '\0')
            read_operand(reading, written, !only_operands);
        else if (strcmp(written, "--") == 0)
            only_operands = true;
        else if (written[1] == '-')
            done = read_long(reading, written, error);
        else
            done = read_short(reading, written, error);
    }
    return done;
}

/* Only now is it sure which command's the option is. */
static bool belongs(const struct arguments *arguments, struct given *given, struct nr_error *error)
{
    const struct option *own = option_find_for(given->option, arguments->command);
    if (own) {
        given->option = own;
        return true;
    }
    bool plain = arguments->command == command_at(0);
    const char *name = plain ? "" : arguments->command->name;
    return fail(error, NR_USAGE, "%s is no option of this command; see 'narrate %s%s--help'", given->place, name,
                plain ? "" : " ");
}

bool arguments_have(const struct arguments *arguments, const char *name)
{
    for (size_t i = 0; i < arguments->given_count; i++) {
        if (strcmp(arguments->given[i].option->name, name) == 0)
            return true;
    }
    return false;
}

bool arguments_apply(const struct arguments *arguments, struct options *options, struct nr_error *error)
{
    for (size_t i = 0; i < arguments->given_count; i++) {
        const struct given *given = &arguments->given[i];
        struct setting setting = {ORIGIN_FLAG, given->place, given->value};
        if (!options_set(options, given->option, setting, error))
            return false;
    }
    return true;
}

bool arguments_parse(char *const *argv, struct nr_arena *arena, struct arguments *arguments,
                     struct nr_error *error)
{
    size_t count = 0;
    while (argv[count])
        count++;
    *arguments = (struct arguments){
        .operands = arena_alloc(arena, (count + 1) * sizeof *arguments->operands),
        .given = arena_alloc(arena, (count + 1) * sizeof *arguments->given),
    };
    struct reading reading = {argv + (count > 0), arena, arguments};
    if (!read_all(&reading, error))
        return false;
    if (!arguments->command)
        arguments->command = command_at(0);
    for (size_t i = 0; i < arguments->given_count; i++) {
        if (!belongs(arguments, &arguments->given[i], error))
            return false;
    }
    return true;
}
