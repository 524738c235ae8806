#include "fetch.h"

#include "fail.h"
#include "memory.h"
#include "stretch.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define ASKED_MAX 8

/* Of what limiting took; more than 1, since more gain means more limiting. */
#define BOOST_EXPONENT 1.5
#define BOOST_MAX      1.26 /* 2 dB */

/* An order that the speaker has. */
struct asked {
    uint64_t id;
    double speed;
};

struct kept {
    struct spoken spoken;
    uint64_t used; /* when it was last asked for */
    bool held;
};

struct fetch {
    struct nr_speaker *speaker;
    unsigned sample_rate;
    struct limiter limiter;
    float boost;                   /* of its gain, for what limiting takes; 0: not known yet */
    struct asked asked[ASKED_MAX]; /* oldest first */
    size_t asked_count;
    struct kept kept[FETCH_KEPT];
    uint64_t clock;
};

struct fetch *fetch_open(struct nr_speaker *speaker, unsigned sample_rate, struct limiter limiter)
{
    struct fetch *fetch = memory_alloc(sizeof *fetch);
    *fetch = (struct fetch){.speaker = speaker, .sample_rate = sample_rate, .limiter = limiter};
    return fetch;
}

static struct kept *find(const struct fetch *fetch, uint64_t id)
{
    for (size_t i = 0; i < FETCH_KEPT; i++)
        if (fetch->kept[i].held && fetch->kept[i].spoken.id == id)
            return (struct kept *)&fetch->kept[i];
    return NULL;
}

static bool is_asked(const struct fetch *fetch, uint64_t id)
{
    for (size_t i = 0; i < fetch->asked_count; i++)
        if (fetch->asked[i].id == id)
            return true;
    return false;
}

static void let_go(struct kept *kept)
{
    free(kept->spoken.frames);
    free(kept->spoken.marks);
    *kept = (struct kept){0};
}

static struct kept *make_room(struct fetch *fetch)
{
    struct kept *oldest = &fetch->kept[0];
    for (size_t i = 0; i < FETCH_KEPT; i++) {
        if (!fetch->kept[i].held)
            return &fetch->kept[i];
        if (fetch->kept[i].used < oldest->used)
            oldest = &fetch->kept[i];
    }
    let_go(oldest);
    return oldest;
}

static double energy_of(const int16_t *frames, size_t count)
{
    double energy = 0;
    for (size_t i = 0; i < count; i++)
        energy += (double)frames[i] * frames[i];
    return energy;
}

/* Limiting takes loudness away: what it took from the first sentence is added for all, so that the gain stays one.
 */
static float boost_for(double wanted_energy, double got_energy)
{
    double factor = got_energy > 0 ? pow(wanted_energy / got_energy, BOOST_EXPONENT / 2) : 1;
    return (float)(factor < 1 ? 1 : factor > BOOST_MAX ? BOOST_MAX : factor);
}

/* A sentence has silence around it that is longer than the limiter's sight, so it is made loud by itself. */
static void make_loud(struct fetch *fetch, struct spoken *spoken)
{
    struct limiter limiter = fetch->limiter;
    if (limiter_is_idle(&limiter) || !spoken->count)
        return;
    size_t before = limiter_before(&limiter), behind = limiter_behind(&limiter);
    int16_t *around = memory_alloc((before + spoken->count + behind) * sizeof *around);
    double gain = (double)limiter.gain, energy = energy_of(spoken->frames, spoken->count) * gain * gain;
    memcpy(around + before, spoken->frames, spoken->count * sizeof *around);
    if (fetch->boost <= 0) {
        limiter_apply(&limiter, around, spoken->frames, spoken->count);
        fetch->boost = boost_for(energy, energy_of(spoken->frames, spoken->count));
    }
    limiter.gain *= fetch->boost;
    limiter_apply(&limiter, around, spoken->frames, spoken->count);
    free(around);
}

static void keep(struct fetch *fetch, struct asked asked, const struct nr_sound *sound)
{
    struct kept *kept = make_room(fetch);
    struct spoken *spoken = &kept->spoken;
    *kept = (struct kept){.held = true, .used = ++fetch->clock};
    spoken->id = asked.id;
    spoken->state = sound->state;
    spoken->frames = memory_alloc(sound->frame_count * sizeof *spoken->frames);
    spoken->marks = memory_alloc(sound->mark_count * sizeof *spoken->marks);
    spoken->mark_count = sound->mark_count;
    strncpy(spoken->why, sound->why, sizeof spoken->why - 1);
    if (sound->frame_count)
        memcpy(spoken->frames, sound->frames, sound->frame_count * sizeof *spoken->frames);
    spoken->count = stretch_apply(spoken->frames, sound->frame_count, sound->sample_rate, asked.speed);
    for (size_t i = 0; sound->frame_count && i < sound->mark_count; i++)
        spoken->marks[i] = (uint32_t)((uint64_t)sound->marks[i].start_frame * spoken->count / sound->frame_count);
    make_loud(fetch, spoken);
}

static bool submit(struct fetch *fetch, const struct line *line, struct nr_error *error)
{
    struct nr_unit unit = {.text = line->text,
                           .length = line->length,
                           .words = line->words,
                           .word_count = line->word_count,
                           .style = &line->style,
                           .pronunciations = line->pronunciations,
                           .pronunciation_count = line->pronunciation_count};
    if (!nr_speaker_submit(fetch->speaker, &unit, error))
        return false;
    fetch->asked[fetch->asked_count++] = (struct asked){line->id, line->speed};
    return true;
}

bool fetch_has(struct fetch *fetch, uint64_t id)
{
    struct kept *kept = find(fetch, id);
    if (kept)
        kept->used = ++fetch->clock;
    return kept || is_asked(fetch, id);
}

bool fetch_want(struct fetch *fetch, const struct line *line, bool urgent, struct nr_error *error)
{
    if (urgent && fetch->asked_count) {
        nr_speaker_cancel(fetch->speaker);
        fetch->asked_count = 0;
    }
    if (fetch->asked_count == ASKED_MAX || !nr_speaker_room(fetch->speaker))
        return true;
    return submit(fetch, line, error);
}

bool fetch_work(struct fetch *fetch, struct nr_error *error)
{
    bool ready;
    struct nr_sound sound;
    while (fetch->asked_count) {
        if (!nr_speaker_ready(fetch->speaker, &ready, error))
            return false;
        if (!ready)
            return true;
        if (!nr_speaker_next(fetch->speaker, &sound, error))
            return false;
        if (sound.sample_rate != fetch->sample_rate && sound.frame_count)
            return fail(error, NR_FAILED, "the voice speaks %u frames a second, not %u; choose another",
                        sound.sample_rate, fetch->sample_rate);
        struct asked asked = fetch->asked[0];
        memmove(fetch->asked, fetch->asked + 1, --fetch->asked_count * sizeof asked);
        keep(fetch, asked, &sound);
    }
    return true;
}

const struct spoken *fetch_find(const struct fetch *fetch, uint64_t id)
{
    const struct kept *kept = find(fetch, id);
    return kept ? &kept->spoken : NULL;
}

bool fetch_is_waiting(const struct fetch *fetch)
{
    return fetch->asked_count > 0;
}

void fetch_close(struct fetch *fetch)
{
    if (!fetch)
        return;
    if (fetch->asked_count)
        nr_speaker_cancel(fetch->speaker);
    for (size_t i = 0; i < FETCH_KEPT; i++)
        let_go(&fetch->kept[i]);
    free(fetch);
}
