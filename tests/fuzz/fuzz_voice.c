/* Any bytes as a voice profile: a profile in range or one error line. */
#include "narrator/voice.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* In a folder that does not exist, so that no profile inherits from a file that happens to lie about. */
#define NAME "/nowhere/fuzz.voice"

static void check(const struct nr_style *style)
{
    size_t length = strspn(style->engine_voice, "abcdefghijklmnopqrstuvwxyz0123456789-_+");
    if (style->rate_wpm < 80 || style->rate_wpm > 449 || style->pitch > 99 || style->range > 100 ||
        style->volume > 200 || !length || length > 47 || style->engine_voice[length])
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct nr_voice *voice;
    struct nr_error error = {0};
    if (!nr_voice_parse(NAME, (const char *)data, size, &voice, &error)) {
        if (error.status != NR_FAILED || strncmp(error.message, NAME ":", strlen(NAME) + 1) != 0)
            abort();
        return 0;
    }
    check(&voice->quotation);
    for (int role = 0; role < NR_ROLE_COUNT; role++)
        check(&voice->styles[role]);
    nr_voice_free(voice);
    return 0;
}
