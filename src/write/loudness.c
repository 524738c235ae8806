#include "loudness.h"

#include "envelope.h"
#include "fail.h"

#include <math.h>
#include <stddef.h>

/* What the rule sets ask for.  The limiter sees the frames alone; the wave between them goes up to 0.4 dB higher.
 */
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

#define CLOSE_ENOUGH 0.1 /* the promise is 0.3; lossy codecs and the estimate take their part */
#define ROUNDS_MAX   8u
#define SLOPE_FIRST  0.7 /* speech at -19 LUFS */
#define SLOPE_MIN    0.2
#define WORTH_A_NOTE 0.3
#define GAIN_MAX_DB  30.0

static double value_of(const struct level *level, const struct rule *rule)
{
    return *(const double *)(const void *)((const char *)level + rule->measure);
}

/* How much louder the sound became by a decibel of gain; the more is limited, the less. */
static double steepness(double gained, double added)
{
    double slope = added > 0 ? gained / added : 1;
    return slope < SLOPE_MIN ? SLOPE_MIN : slope > 1 ? 1 : slope;
}

/* Limiting takes loudness away, so what is missing is added until it is there. */
static bool settle(const struct output *output, struct master *master, struct envelope *envelope,
                   struct loudness *loudness, struct nr_error *error)
{
    const struct rule *rule = &rules[output->settings->loudness];
    double reached = value_of(&loudness->level, rule), slope = SLOPE_FIRST;
    double gain = loudness->target - reached, step = 0;
    for (unsigned round = 0; round < ROUNDS_MAX; round++) {
        gain = gain < GAIN_MAX_DB ? gain : GAIN_MAX_DB;
        master_set(master, gain, rule->ceiling - BETWEEN_FRAMES_DB - output->format->over_db);
        double before = reached;
        if (!envelope_level(envelope, output, &loudness->level, error))
            return false;
        reached = value_of(&loudness->level, rule);
        double miss = loudness->target - reached;
        if (fabs(miss) <= CLOSE_ENOUGH || gain >= GAIN_MAX_DB)
            return true;
        if (round > 0)
            slope = steepness(fabs(reached - before), fabs(step));
        step = miss / slope;
        gain += step;
    }
    return true;
}

static void note_miss(const struct output *output, const struct loudness *loudness)
{
    const struct nr_article *article = output->recording->plan->article;
    const struct rule *rule = &rules[output->settings->loudness];
    double reached = value_of(&loudness->level, rule);
    double added = output->format->quieter_db; /* which the codec takes away again */
    if (fabs(loudness->target - reached) > WORTH_A_NOTE && article->notes)
        note(article->notes, article->arena,
             "%s: the loudness is %.1f %s, not %.1f, since peaks stay below %.0f dB; ask for less", article->name,
             reached - added, rule->unit, loudness->target - added, rule->ceiling);
}

static bool find_gain(const struct output *output, struct master *master, struct envelope *envelope,
                      struct loudness *loudness, struct nr_error *error)
{
    const struct nr_settings *settings = output->settings;
    if (!envelope_measure(output, envelope, error) || !envelope_level(envelope, output, &loudness->level, error))
        return false;
    bool silent = loudness->level.lufs == -HUGE_VAL;
    if (settings->loudness == NR_LOUDNESS_NONE || silent)
        return true;
    const struct rule *rule = &rules[settings->loudness];
    loudness->target = settings->loudness == NR_LOUDNESS_LUFS ? settings->lufs : rule->target;
    loudness->target += output->format->quieter_db;
    return settle(output, master, envelope, loudness, error);
}

bool loudness_find(const struct output *output, struct master *master, struct loudness *loudness,
                   struct nr_error *error)
{
    struct envelope envelope;
    bool ok = find_gain(output, master, &envelope, loudness, error);
    envelope_free(&envelope);
    return ok;
}

bool loudness_settle(const struct output *output, struct master *master, struct nr_error *error)
{
    struct loudness loudness = {0};
    if (output->settings->loudness == NR_LOUDNESS_NONE)
        return true;
    if (!loudness_find(output, master, &loudness, error))
        return false;
    if (loudness.level.lufs != -HUGE_VAL)
        note_miss(output, &loudness);
    return true;
}
