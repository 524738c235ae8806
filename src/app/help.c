#include "help.h"

#include "narrator/playback.h"

#include <stdio.h>
#include <string.h>

#define COLUMNS 98

static void print_commands(void)
{
    const struct command *command;
    printf("\nCommands ('narrate COMMAND --help' tells more):\n");
    for (size_t i = 1; (command = command_at(i)); i++)
        printf("  %-12s %s\n", command->name, command->about);
}

static void print_option(const struct option *option)
{
    char letter[] = {'-', option->letter, ',', ' ', '\0'};
    int used = printf("  %s--%s%s%s", option->letter ? letter : "    ", option->name, option->argument ? " " : "",
                      option->argument ? option->argument : "");
    printf("%*s%s\n", used < 24 ? 24 - used : 1, "", option->help);
}

static void print_choices(const struct option *option)
{
    if (!option_choice(option, 0))
        return;
    int column = printf("\n  --%s:", option->name);
    for (size_t i = 0; option_choice(option, i); i++) {
        if (column + (int)strlen(option_choice(option, i)) >= COLUMNS)
            column = printf("\n   ");
        column += printf(" %s", option_choice(option, i));
    }
}

static void print_options(const struct command *command, void (*print)(const struct option *option))
{
    const struct option *option;
    for (size_t i = 0; (option = option_at(i)); i++) {
        if (option->commands & command->bit)
            print(option);
    }
}

void help_print_config(const struct options *options)
{
    const struct option *option;
    for (size_t i = 0; (option = option_at(i)); i++) {
        const struct setting *setting = &options->settings[i];
        if (option->line_only || !(option->commands & options->command->bit))
            continue;
        bool set = setting->origin != ORIGIN_DEFAULT;
        printf("%s = %s\t%s\n", option->name, set ? setting->value : option->fallback,
               set ? setting->place : "default");
    }
}

static void print_keys(void)
{
    struct nr_play_command command;
    printf("\nKeys, and the words for --keys and --control:\n");
    for (size_t i = 0; nr_play_command_at(i, &command); i++)
        printf("  %-16s %s%s%-*s %s\n", command.keys, command.words, command.argument ? " " : "",
               (int)(19 - strlen(command.words) - (command.argument ? 1 : 0)),
               command.argument ? command.argument : "", command.about);
}

void help_print(const struct command *command)
{
    printf("Examples:\n%s\nUsage: %s\n%s\n", command->examples, command->usage, command->about);
    if (command == command_at(0))
        print_commands();
    if (command->bit == FOR_PLAY)
        print_keys();
    printf("\nOptions:\n");
    print_options(command, print_option);
    printf("\nValues:");
    print_options(command, print_choices);
    printf("\n\nA long option may stand in ~/.config/narrate/config as 'option = value', or in the\n"
           "environment as NARRATE_OPTION.  --flag=no switches a flag off that is on there.\n");
}
