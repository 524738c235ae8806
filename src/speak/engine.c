#include "engine.h"

#define NAME_MAX_LENGTH 30

/* espeak-ng overruns a buffer when this, a plus and the path of the voice's file, such as sit/yue-Latn-jyutping,
 * are more than 39 bytes. */
#define VARIANT_MAX_LENGTH 16

static const struct engine *const engines[] = {&engine_espeak, &engine_tone, &engine_wild, &engine_drop};

static bool is_part(struct str part, size_t most)
{
    for (size_t i = 0; i < part.length; i++) {
        char c = part.at[i];
        if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') && c != '-' && c != '_')
            return false;
    }
    return part.length > 0 && part.length <= most;
}

bool engine_voice_is_plain(struct str voice)
{
    size_t plus = str_find(voice, STR("+"));
    bool variant = plus < voice.length;
    return is_part(str_slice(voice, 0, plus), NAME_MAX_LENGTH) &&
           (!variant || is_part(str_slice(voice, plus + 1, voice.length), VARIANT_MAX_LENGTH));
}

bool engine_variant_is_plain(struct str variant)
{
    return is_part(variant, VARIANT_MAX_LENGTH);
}

const struct engine *engine_find(struct str name)
{
    for (size_t i = 0; i < sizeof engines / sizeof *engines; i++)
        if (str_equal(name, str_of(engines[i]->name)))
            return engines[i];
    return NULL;
}
