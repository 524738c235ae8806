#include "command.h"

#include "buf.h"
#include "fail.h"
#include "phrase.h"

#define NAME "phrase"

/* What was written with and without quotation marks for the shell is one text. */
static const char *join(const struct options *options)
{
    struct buf text = {0};
    for (size_t i = 0; i < options->operand_count; i++)
        buf_printf(&text, "%s%s", i > 0 ? " " : "", options->operands[i]);
    const char *joined = arena_string(options->arena, buf_str(&text));
    buf_free(&text);
    return joined;
}

bool command_say(const struct options *options, struct nr_error *error)
{
    static const char *const names[] = {NAME};
    struct phrase phrase = {NAME, join(options), options->respelling, options->voice};
    const struct output *output;
    if (!options->output && options_setting(options, "format")->origin == ORIGIN_FLAG)
        return fail(error, NR_USAGE, "--format is for a file; give --output FILE");
    if (!options->output)
        return phrase_play(&phrase, options, error);
    struct options named = *options;
    named.operands = (const char **)names;
    named.operand_count = 1;
    struct source source = {.path = named.operands[0]};
    struct sources sources = {.all = &source, .count = 1};
    return outputs_plan(&named, &sources, &output, error) && phrase_write(&phrase, options, output, error);
}
