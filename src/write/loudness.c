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
#define STEP_MAX_DB  3.0
#define WORTH_A_NOTE 0.3
#define OVER_STEP_DB 0.5

/* What the limiter takes from speech whose peaks are near full scale, as narrate's voices have them. */
#define LIMITED_FROM_DB 1.0
#define LIMITED_SHARE   0.45
#define GAIN_MAX_DB     30.0

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

static double miss_of(const struct output *output, const struct loudness *loudness)
{
    return loudness->target - value_of(&loudness->level, &rules[output->settings->loudness]);
}

/* The gain that is likely to add `gain` dB of loudness. */
static double guess_gain(double gain)
{
    double limited = gain > LIMITED_FROM_DB ? (gain - LIMITED_FROM_DB) * LIMITED_SHARE : 0;
    return fmin(gain + limited, GAIN_MAX_DB);
}

/* Limiting takes loudness away, so what is missing is added until it is there; or nearly, for when nearly all is
 * limited more gain makes it softer. */
static bool settle(const struct output *output, struct master *master, struct envelope *envelope, double ceiling,
                   struct loudness *loudness, struct nr_error *error)
{
    struct loudness try = *loudness;
    double miss = miss_of(output, loudness), slope = SLOPE_FIRST, gain = guess_gain(miss), best = HUGE_VAL,
           step = 0;
    for (unsigned round = 0; round < ROUNDS_MAX && gain <= GAIN_MAX_DB; round++) {
        double before = miss;
        master_set(master, gain, ceiling);
        if (!envelope_level(envelope, output, &try.level, error))
            return false;
        miss = miss_of(output, &try);
        if (fabs(miss) < best) {
            best = fabs(miss);
            *loudness = try;
            loudness->master = *master;
        }
        if (best <= CLOSE_ENOUGH)
            break;
        if (round > 0)
            slope = steepness(fabs(before - miss), fabs(step));
        step = fmin(miss / slope, STEP_MAX_DB);
        gain += step;
    }
    *master = loudness->master;
    return true;
}

/* A codec goes over the ceiling by as much as it adds to peaks, and is given less where there is room for that, or
 * for some of it. */
static bool settle_for_codec(const struct output *output, struct master *master, struct envelope *envelope,
                             struct loudness *loudness, struct nr_error *error)
{
    double ceiling = rules[output->settings->loudness].ceiling - BETWEEN_FRAMES_DB;
    struct loudness spoken = *loudness;
    for (double over = output->format->over_db;; over = fmax(over - OVER_STEP_DB, 0)) {
        *loudness = spoken;
        if (!settle(output, master, envelope, ceiling - over, loudness, error))
            return false;
        if (over <= 0 || fabs(miss_of(output, loudness)) <= WORTH_A_NOTE)
            return true;
    }
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
    loudness->master = *master;
    loudness->target = settings->loudness == NR_LOUDNESS_LUFS ? settings->lufs : rule->target;
    loudness->target += output->format->quieter_db;
    return settle_for_codec(output, master, envelope, loudness, error);
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

void loudness_guess(const struct output *output, struct master *master)
{
    const struct nr_settings *settings = output->settings;
    const struct rule *rule = &rules[settings->loudness];
    if (settings->loudness == NR_LOUDNESS_NONE)
        return;
    double target = settings->loudness == NR_LOUDNESS_LUFS ? settings->lufs : rule->target;
    double gain = target + output->format->quieter_db - output->recording->plan->loudness_lufs;
    master_set(master, guess_gain(gain), rule->ceiling - BETWEEN_FRAMES_DB);
}
