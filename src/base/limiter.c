#include "limiter.h"

#include "memory.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define ONE ((int32_t)1 << 16) /* a gain of 1; whole numbers, so that sums don't depend on their order */

/* A slope of 10 ms is heard as no click; to hold for longer than a pitch period keeps the wave's form. */
#define REACH_MS 5u
#define HOLD_MS  40u

#define FULL_SCALE 32768.0
#define TILE       2048u
#define LEAP       64u /* frames that are looked at together */

#define RECIPROCAL_BITS 40

/* What the limiter sees of a sound. */
struct sight {
    const int16_t *spoken;
    int32_t *loud; /* with the gain */
    int16_t most;  /* what is no farther from 0 in `spoken` needs no limiting */
};

/* Rounds halves away from 0. */
static int32_t amplified(int16_t frame, float gain)
{
    float product = (float)frame * gain;
    return (int32_t)(product + (product < 0 ? -0.5f : 0.5f));
}

/* The farthest from 0 that a frame may be and come out within the ceiling. */
static int16_t most_within(const struct limiter *limiter)
{
    int32_t least = 0, over = INT16_MAX + 1;
    while (over - least > 1) {
        int32_t middle = (least + over) / 2;
        if (amplified((int16_t)middle, limiter->gain) <= limiter->ceiling)
            least = middle;
        else
            over = middle;
    }
    return (int16_t)least;
}

static int32_t gain_for(int32_t frame, int32_t ceiling)
{
    int64_t size = llabs(frame);
    return size > ceiling ? (int32_t)((int64_t)ceiling * ONE / size) : ONE;
}

/* Is one of the frames farther from 0 than `most`? */
static bool is_over(const int16_t *frames, size_t count, int16_t most)
{
    int16_t least = 0, greatest = 0;
    for (size_t i = 0; i < count; i++) {
        least = frames[i] < least ? frames[i] : least;
        greatest = frames[i] > greatest ? frames[i] : greatest;
    }
    return greatest > most || least < -most;
}

static bool is_one(const int32_t *gains, size_t count)
{
    int32_t least = ONE;
    for (size_t i = 0; i < count; i++)
        least = gains[i] < least ? gains[i] : least;
    return least == ONE;
}

static void copy(const int32_t *loud, int16_t *frames, size_t count)
{
    for (size_t i = 0; i < count; i++)
        frames[i] = (int16_t)loud[i];
}

static void lower(int32_t *gain, int32_t least)
{
    *gain = *gain < least ? *gain : least;
}

/* Lowers gains[i], of `count`, to the least of needs[start..end] that lie within i .. i + width - 1; the needs are
 * no more than `width`. */
static void lower_for(int32_t *gains, size_t count, size_t width, const int32_t *needs, size_t start, size_t end)
{
    int32_t least = ONE;
    for (size_t i = start; i + 1 < end; i++) {
        lower(&least, needs[i]);
        if (i + 1 >= width && i + 1 - width < count)
            lower(&gains[i + 1 - width], least);
    }
    lower(&least, needs[end - 1]);
    size_t behind = start < count ? start + 1 : count;
    for (size_t i = end > width ? end - width : 0; i < behind; i++)
        gains[i] = gains[i] < least ? gains[i] : least;
    least = ONE;
    for (size_t i = end; i-- > start + 1;) {
        lower(&least, needs[i]);
        if (i < count)
            lower(&gains[i], least);
    }
}

/* gains[i] becomes the least that a frame of i .. i + width - 1 needs.  Few need any, and they stand together: the
 * needs of such a row are noted in `needs`. */
static void find_gains(const struct limiter *limiter, const struct sight *sight, int32_t *gains, int32_t *needs,
                       size_t count, size_t width)
{
    size_t all = count + width - 1;
    for (size_t i = 0; i < count; i++)
        gains[i] = ONE;
    for (size_t start = 0, end; start < all; start = end) {
        for (end = start; end < all && end < start + width; end++)
            if ((needs[end] = gain_for(sight->loud[end], limiter->ceiling)) == ONE)
                break;
        if (end > start)
            lower_for(gains, count, width, needs, start, end);
        for (end += end == start; end + LEAP <= all && !is_over(sight->spoken + end, LEAP, sight->most);)
            end += LEAP;
    }
}

/* The mean of gains that are each low enough is low enough, and it has no steps.  A sum is divided by multiplying,
 * which is exact for any width below 2^12. */
static void apply_mean(const int32_t *loud, const int32_t *gains, uint32_t width, int16_t *frames, size_t count)
{
    const uint64_t part = (((uint64_t)1 << RECIPROCAL_BITS) + width - 1) / width;
    const uint32_t last = (width - 1) * (uint32_t)ONE, full = last + (uint32_t)ONE;
    uint32_t sum = 0;
    for (size_t i = 0; i + 1 < width; i++)
        sum += (uint32_t)gains[i];
    for (size_t i = 0; i < count; i++) {
        for (; sum == last && i + LEAP <= count && is_one(gains + i + width - 1, LEAP); i += LEAP)
            copy(loud + i, frames + i, LEAP);
        if (i == count)
            break;
        sum += (uint32_t)gains[i + width - 1];
        uint32_t gain = (uint32_t)(sum * part >> RECIPROCAL_BITS);
        frames[i] = (int16_t)(sum == full ? loud[i] : (int64_t)loud[i] * (int32_t)gain / ONE);
        sum -= (uint32_t)gains[i];
    }
}

static void limit(const struct limiter *limiter, const struct sight *sight, int16_t *frames, size_t count)
{
    size_t slope = 2 * limiter->reach + 1, width = slope + limiter->hold;
    size_t gain_count = count + 2 * limiter->reach, all = gain_count + width - 1;
    int32_t *gains = memory_alloc(gain_count * sizeof *gains);
    int32_t *needs = memory_alloc(all * sizeof *needs);
    for (size_t i = 0; i < all; i++)
        sight->loud[i] = amplified(sight->spoken[i], limiter->gain);
    find_gains(limiter, sight, gains, needs, gain_count, width);
    apply_mean(sight->loud + limiter_before(limiter), gains, (uint32_t)slope, frames, count);
    free(gains);
    free(needs);
}

/* Limits only where there is something to limit in sight: it would change nothing elsewhere. */
static void limit_tiles(const struct limiter *limiter, const int16_t *spoken, int16_t *frames, size_t count)
{
    size_t before = limiter_before(limiter), around = before + limiter_behind(limiter);
    struct sight sight = {.loud = memory_alloc((TILE + around) * sizeof *sight.loud),
                          .most = most_within(limiter)};
    for (size_t at = 0; at < count; at += TILE) {
        size_t tile = count - at < TILE ? count - at : TILE;
        sight.spoken = spoken + at;
        if (is_over(sight.spoken, tile + around, sight.most))
            limit(limiter, &sight, frames + at, tile);
        else
            for (size_t i = at; i < at + tile; i++)
                frames[i] = (int16_t)amplified(spoken[before + i], limiter->gain);
    }
    free(sight.loud);
}

struct limiter limiter_of(unsigned sample_rate)
{
    return (struct limiter){1, INT16_MAX + 1, (size_t)sample_rate * REACH_MS / 1000,
                            (size_t)sample_rate * HOLD_MS / 1000};
}

void limiter_set(struct limiter *limiter, double gain_db, double ceiling_db)
{
    limiter->gain = (float)pow(10, gain_db / 20);
    limiter->ceiling = (int32_t)(pow(10, ceiling_db / 20) * FULL_SCALE);
}

bool limiter_is_idle(const struct limiter *limiter)
{
    return limiter->ceiling > INT16_MAX;
}

size_t limiter_before(const struct limiter *limiter)
{
    return limiter->hold + 2 * limiter->reach;
}

size_t limiter_behind(const struct limiter *limiter)
{
    return 2 * limiter->reach;
}

void limiter_apply(const struct limiter *limiter, const int16_t *spoken, int16_t *frames, size_t count)
{
    if (limiter_is_idle(limiter))
        memcpy(frames, spoken + limiter_before(limiter), count * sizeof *frames);
    else
        limit_tiles(limiter, spoken, frames, count);
}

static int16_t *room(int16_t *frames, size_t *capacity, size_t count)
{
    void *at = frames;
    memory_reserve(&at, capacity, count, sizeof *frames);
    return at;
}

void limiter_flow_begin(struct limiter_flow *flow, struct limiter limiter)
{
    *flow = (struct limiter_flow){.limiter = limiter};
    flow->held_count = limiter_before(&limiter) + limiter_behind(&limiter);
    flow->held = room(NULL, &flow->held_capacity, flow->held_count);
    memset(flow->held, 0, flow->held_count * sizeof *flow->held);
}

const int16_t *limiter_flow_push(struct limiter_flow *flow, const int16_t *frames, size_t count)
{
    flow->held = room(flow->held, &flow->held_capacity, flow->held_count + count);
    flow->loud = room(flow->loud, &flow->loud_capacity, count);
    if (count == 0)
        return flow->loud;
    memcpy(flow->held + flow->held_count, frames, count * sizeof *frames);
    limiter_apply(&flow->limiter, flow->held, flow->loud, count);
    memmove(flow->held, flow->held + count, flow->held_count * sizeof *flow->held);
    return flow->loud;
}

void limiter_flow_end(struct limiter_flow *flow)
{
    free(flow->held);
    free(flow->loud);
    *flow = (struct limiter_flow){0};
}
