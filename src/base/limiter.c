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

static int32_t gain_for(int32_t frame, int32_t ceiling)
{
    int64_t size = llabs(frame);
    return size > ceiling ? (int32_t)((int64_t)ceiling * ONE / size) : ONE;
}

/* gains[i] becomes the least that a frame of i .. i + width - 1 needs; few need any. */
static void find_gains(const struct limiter *limiter, const int32_t *loud, int32_t *gains, size_t count,
                       size_t width)
{
    for (size_t i = 0; i < count; i++)
        gains[i] = ONE;
    for (size_t at = 0; at < count + width - 1; at++) {
        int32_t needed = gain_for(loud[at], limiter->ceiling);
        if (needed == ONE)
            continue;
        size_t end = at < count ? at + 1 : count;
        for (size_t i = at + 1 > width ? at + 1 - width : 0; i < end; i++)
            gains[i] = gains[i] < needed ? gains[i] : needed;
    }
}

/* The mean of gains that are each low enough is low enough, and it has no steps. */
static void apply_mean(const int32_t *loud, const int32_t *gains, uint32_t width, int16_t *frames, size_t count)
{
    uint32_t sum = 0, full = width * (uint32_t)ONE;
    for (size_t i = 0; i + 1 < width; i++)
        sum += (uint32_t)gains[i];
    for (size_t i = 0; i < count; i++) {
        sum += (uint32_t)gains[i + width - 1];
        frames[i] = (int16_t)(sum == full ? loud[i] : (int64_t)loud[i] * (int32_t)(sum / width) / ONE);
        sum -= (uint32_t)gains[i];
    }
}

/* Rounds halves away from 0. */
static void amplify(const int16_t *frames, int32_t *loud, size_t count, float gain)
{
    for (size_t i = 0; i < count; i++) {
        float product = (float)frames[i] * gain;
        loud[i] = (int32_t)(product + (product < 0 ? -0.5f : 0.5f));
    }
}

static bool is_over(const int32_t *loud, size_t count, int32_t ceiling)
{
    int32_t peak = 0;
    for (size_t i = 0; i < count; i++) {
        int32_t size = loud[i] < 0 ? -loud[i] : loud[i];
        peak = size > peak ? size : peak;
    }
    return peak > ceiling;
}

static void limit(const struct limiter *limiter, const int32_t *loud, int16_t *frames, size_t count)
{
    size_t slope = 2 * limiter->reach + 1;
    size_t gain_count = count + 2 * limiter->reach;
    int32_t *gains = memory_alloc(gain_count * sizeof *gains);
    find_gains(limiter, loud, gains, gain_count, slope + limiter->hold);
    apply_mean(loud + limiter_before(limiter), gains, (uint32_t)slope, frames, count);
    free(gains);
}

/* Limits only where there is something to limit in sight: it would change nothing elsewhere. */
static void limit_tiles(const struct limiter *limiter, const int32_t *loud, int16_t *frames, size_t count)
{
    size_t before = limiter_before(limiter), sight = before + limiter_behind(limiter);
    for (size_t at = 0; at < count; at += TILE) {
        size_t tile = count - at < TILE ? count - at : TILE;
        if (is_over(loud + at, tile + sight, limiter->ceiling))
            limit(limiter, loud + at, frames + at, tile);
        else
            for (size_t i = at; i < at + tile; i++)
                frames[i] = (int16_t)loud[before + i];
    }
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
    size_t before = limiter_before(limiter);
    size_t all = before + count + limiter_behind(limiter);
    if (limiter_is_idle(limiter)) {
        memcpy(frames, spoken + before, count * sizeof *frames);
        return;
    }
    int32_t *loud = memory_alloc(all * sizeof *loud);
    amplify(spoken, loud, all, limiter->gain);
    limit_tiles(limiter, loud, frames, count);
    free(loud);
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
