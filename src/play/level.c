#include "level.h"

/* Of files' rules, docs and src/write have them too: the target (LUFS) and the highest peak (dB).  ACX asks for
 * RMS, which for speech is near to its LUFS. */
static const struct {
    double target;
    double ceiling;
} rules[] = {
    [NR_LOUDNESS_PODCAST] = {-19, -3},
    [NR_LOUDNESS_ACX] = {-20, -3},
    [NR_LOUDNESS_EBUR128] = {-23, -1},
    [NR_LOUDNESS_LUFS] = {0, -3},
};

#define GAIN_MAX_DB 30.0

struct limiter level_of(const struct nr_settings *settings, const struct nr_voice *voice, unsigned sample_rate)
{
    struct limiter limiter = limiter_of(sample_rate);
    if (settings->loudness == NR_LOUDNESS_NONE)
        return limiter;
    bool told = settings->loudness == NR_LOUDNESS_LUFS;
    double gain = (told ? settings->lufs : rules[settings->loudness].target) - voice->loudness_lufs;
    limiter_set(&limiter, gain < GAIN_MAX_DB ? gain : GAIN_MAX_DB, rules[settings->loudness].ceiling);
    return limiter;
}
