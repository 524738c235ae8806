#include "command.h"

#include "options.h"

#include <stdio.h>

static void print(void *context, const struct nr_voice *voice)
{
    (void)context;
    printf("%s\t%s\t%s\n", voice->name, voice->language, voice->description);
}

bool command_voices(const struct options *options, struct nr_error *error)
{
    struct nr_settings settings = options_settings(options);
    return nr_voice_list(&settings, print, NULL, error);
}
