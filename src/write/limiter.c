#include "limiter.h"

#include "memory.h"

#include <stdlib.h>

#define ONE ((int32_t)1 << 16) /* a gain of 1; whole numbers, so that sums don't depend on their order */

/* A slope of 10 ms is heard as no click; to hold for longer than a pitch period keeps the wave's form. */
#define REACH_MS 5u
#define HOLD_MS  40u

static int32_t gain_for(int32_t frame, int32_t ceiling)
{
    int64_t size = llabs(frame);
    return size > ceiling ? (int32_t)((int64_t)ceiling * ONE / size) : ONE;
}

/* gains[i] becomes the least of needed[i .. i + width - 1]; `queue` holds candidates, the least first. */
static void least_in_window(const int32_t *needed, int32_t *gains, size_t count, size_t width, size_t *queue)
{
    size_t head = 0, tail = 0;
    for (size_t i = 0; i < count + width - 1; i++) {
        while (tail > head && needed[queue[tail - 1]] >= needed[i])
            tail--;
        queue[tail++] = i;
        if (i + 1 >= width) {
            if (queue[head] + width <= i)
                head++;
            gains[i + 1 - width] = needed[queue[head]];
        }
    }
}

/* The mean of gains that are each low enough is low enough, and it has no steps. */
static void apply_mean(const int32_t *loud, const int32_t *gains, size_t width, int16_t *frames, size_t count)
{
    int64_t sum = 0;
    for (size_t i = 0; i + 1 < width; i++)
        sum += gains[i];
    for (size_t i = 0; i < count; i++) {
        sum += gains[i + width - 1];
        frames[i] = (int16_t)(loud[i] * (sum / (int64_t)width) / ONE);
        sum -= gains[i];
    }
}

struct limiter limiter_of(int32_t ceiling, unsigned sample_rate)
{
    return (struct limiter){ceiling, (size_t)sample_rate * REACH_MS / 1000, (size_t)sample_rate * HOLD_MS / 1000};
}

size_t limiter_before(const struct limiter *limiter)
{
    return limiter->hold + 2 * limiter->reach;
}

size_t limiter_behind(const struct limiter *limiter)
{
    return 2 * limiter->reach;
}

void limiter_apply(const struct limiter *limiter, const int32_t *loud, int16_t *frames, size_t count)
{
    size_t slope = 2 * limiter->reach + 1;
    size_t window = slope + limiter->hold;
    size_t all = limiter_before(limiter) + count + limiter_behind(limiter);
    size_t gain_count = all - window + 1;
    int32_t *needed = memory_alloc((all + gain_count) * sizeof *needed);
    int32_t *gains = needed + all;
    size_t *queue = memory_alloc(all * sizeof *queue);
    for (size_t i = 0; i < all; i++)
        needed[i] = gain_for(loud[i], limiter->ceiling);
    least_in_window(needed, gains, gain_count, window, queue);
    apply_mean(loud + limiter_before(limiter), gains, slope, frames, count);
    free(queue);
    free(needed);
}
