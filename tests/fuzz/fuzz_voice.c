/* Any bytes as a voice profile: a profile in range or one error line. */
#include "narrator/voice.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct nr_voice *voice;
    struct nr_error error = {0};
    if (!nr_voice_parse("fuzz.voice", (const char *)data, size, &voice, &error)) {
        if (error.status != NR_FAILED || strncmp(error.message, "fuzz.voice:", 11) != 0)
            abort();
        return 0;
    }
    for (int role = 0; role < NR_ROLE_COUNT; role++) {
        const struct nr_style *style = &voice->styles[role];
        if (style->rate_wpm < 80 || style->rate_wpm > 449 || style->pitch > 99 || !style->engine_voice[0])
            abort();
    }
    nr_voice_free(voice);
    return 0;
}
