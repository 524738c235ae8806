#include "loudness.h"

#include "fail.h"
#include "meter.h"

#include <math.h>
#include <stddef.h>

/* What the rule sets ask for.  The limiter sees the frames alone; the wave between them, and the codecs, go up to
 * 0.4 dB higher. */
#define BETWEEN_FRAMES_DB 0.4

static const struct rule {
    const char *unit;
    size_t measure; /* offset in struct level */
    double target;  /* a preset's own; else it stands in the settings */
    double ceiling; /* dB below full scale */
} rules[] = {
    [NR_LOUDNESS_PODCAST] = {"LUFS", offsetof(struct level, lufs), -19, -3},
    /* ACX: RMS from -23 to -18 dB, peaks to -3 dB, a noise floor below -60 dB, which silence has. */
    [NR_LOUDNESS_ACX] = {"dB RMS", offsetof(struct level, rms), -20, -3},
    [NR_LOUDNESS_EBUR128] = {"LUFS", offsetof(struct level, lufs), -23, -1}, /* EBU R 128: true peaks to -1 dB */
    [NR_LOUDNESS_LUFS] = {"LUFS", offsetof(struct level, lufs), 0, -3},
};

#define CLOSE_ENOUGH 0.2 /* the promise is 0.3, and lossy codecs add to it */
#define ROUNDS_MAX   8u
#define GAIN_MAX_DB  30.0

static double value_of(const struct level *level, const struct rule *rule)
{
    return *(const double *)(const void *)((const char *)level + rule->measure);
}

/* Limiting takes loudness away, so what is missing is added until it is there. */
static bool settle(const struct output *output, struct master *master, const struct rule *rule, double target,
                   const struct level *raw, double *miss, struct nr_error *error)
{
    double gain = target - value_of(raw, rule);
    double ceiling = rule->ceiling - BETWEEN_FRAMES_DB;
    *miss = 0;
    for (unsigned round = 0; round < ROUNDS_MAX; round++) {
        struct level level;
        gain = gain < GAIN_MAX_DB ? gain : GAIN_MAX_DB;
        master_set(master, gain, ceiling);
        *miss = target - (value_of(raw, rule) + gain);
        if (raw->peak + gain <= ceiling)
            return true;
        if (!meter_measure(output, &level, error))
            return false;
        *miss = target - value_of(&level, rule);
        if (fabs(*miss) <= CLOSE_ENOUGH || gain >= GAIN_MAX_DB)
            return true;
        gain += *miss * 1.5;
    }
    return true;
}

static void note_miss(const struct output *output, const struct rule *rule, double target, double miss)
{
    const struct nr_article *article = output->recording->plan->article;
    if (fabs(miss) > CLOSE_ENOUGH && article->notes)
        note(article->notes, article->arena,
             "%s: the loudness is %.1f %s, not %.1f, since peaks stay below %.0f dB; ask for less", article->name,
             target - miss, rule->unit, target, rule->ceiling);
}

bool loudness_settle(const struct output *output, struct master *master, struct nr_error *error)
{
    const struct nr_settings *settings = output->settings;
    if (settings->loudness == NR_LOUDNESS_NONE)
        return true;
    const struct rule *rule = &rules[settings->loudness];
    double target = settings->loudness == NR_LOUDNESS_LUFS ? settings->lufs : rule->target, miss;
    struct level raw;
    if (!meter_measure(output, &raw, error))
        return false;
    if (value_of(&raw, rule) == -HUGE_VAL)
        return true;
    if (!settle(output, master, rule, target + output->format->quieter_db, &raw, &miss, error))
        return false;
    note_miss(output, rule, target, miss);
    return true;
}
