#include "config.h"

#include "buf.h"
#include "fail.h"

#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

/* XDG Base Directory Specification: a relative path is to be ignored. */
static const char *find_file(struct nr_arena *arena)
{
    const char *xdg = getenv("XDG_CONFIG_HOME");
    const char *home = getenv("HOME");
    if (xdg && *xdg == '/')
        return arena_printf(arena, "%s/narrate/config", xdg);
    return home && *home ? arena_printf(arena, "%s/.config/narrate/config", home) : NULL;
}

static bool read_bytes(FILE *file, const char *path, struct buf *text, struct nr_error *error)
{
    char bytes[4096];
    size_t count;
    while ((count = fread(bytes, 1, sizeof bytes, file)) > 0)
        buf_append(text, (struct str){bytes, count});
    return !ferror(file) || fail_errno(error, "%s: can't read the config file", path);
}

static bool read_file(const char *path, struct buf *text, struct nr_error *error)
{
    FILE *file = fopen(path, "r");
    if (!file && (errno == ENOENT || errno == ENOTDIR))
        return true;
    if (!file)
        return fail_errno(error, "%s: can't open the config file", path);
    bool done = read_bytes(file, path, text, error);
    fclose(file);
    return done;
}

/* "show.as" -> show, as; "rate" -> no command, rate. */
static const struct command *split_key(struct str *key)
{
    size_t dot = str_find(*key, STR("."));
    const struct command *command = command_find(str_slice(*key, 0, dot));
    if (dot == key->length || !command)
        return NULL;
    *key = str_slice(*key, dot + 1, key->length);
    return command;
}

static bool set_key(struct options *options, struct str key, struct setting setting, struct nr_error *error)
{
    struct str name = key;
    const struct command *command = split_key(&name);
    const struct option *option = option_find(name);
    if (option && command && option_find_for(option, command))
        option = option_find_for(option, command);
    if (!option || option->line_only || (command && !(option->commands & command->bit)))
        return fail(error, NR_USAGE, "%s: unknown option '%.*s'; 'narrate --print-config' lists them",
                    setting.place, (int)key.length, key.at);
    bool for_another = command && command != options->command;
    if (command)
        setting.origin = ORIGIN_CONFIG_COMMAND;
    struct options other = {.arena = options->arena, .command = command};
    return options_set(for_another ? &other : options, option, setting, error);
}

static bool read_line(struct options *options, struct str line, const char *place, struct nr_error *error)
{
    line = str_trim(line);
    if (line.length == 0 || line.at[0] == '#')
        return true;
    size_t equals = str_find(line, STR("="));
    if (equals == line.length)
        return fail(error, NR_USAGE, "%s: no '=' in '%.*s'; write 'long-option = value'", place, (int)line.length,
                    line.at);
    struct str value = str_trim(str_slice(line, equals + 1, line.length));
    struct setting setting = {ORIGIN_CONFIG, place, arena_string(options->arena, value)};
    return set_key(options, str_trim(str_slice(line, 0, equals)), setting, error);
}

bool config_read_file(struct options *options, struct nr_error *error)
{
    const char *path = find_file(options->arena);
    struct buf text = {0};
    bool done = !path || read_file(path, &text, error);
    struct str rest = buf_str(&text), line;
    for (unsigned number = 1; done && str_take_line(&rest, &line); number++)
        done = read_line(options, line, arena_printf(options->arena, "%s:%u", path, number), error);
    buf_free(&text);
    return done;
}

static const char *variable_name(const struct option *option, struct nr_arena *arena)
{
    char *name = arena_printf(arena, "NARRATE_%s", option->name);
    for (char *at = name; *at; at++)
        *at = *at == '-' ? '_' : (char)toupper((unsigned char)*at);
    return name;
}

bool config_read_environment(struct options *options, struct nr_error *error)
{
    const struct option *option;
    bool done = true;
    for (size_t i = 0; done && (option = option_at(i)); i++) {
        const char *name = variable_name(option, options->arena);
        const char *value = getenv(name);
        if (value && *value && !option->line_only)
            done = options_set(options, option, (struct setting){ORIGIN_ENVIRONMENT, name, value}, error);
    }
    return done;
}
