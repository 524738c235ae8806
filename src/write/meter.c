#include "meter.h"

#include "fail.h"
#include "memory.h"

#include <ebur128.h>
#include <math.h>
#include <stdint.h>
#include <stdlib.h>

struct meter {
    ebur128_state *state;
    double squares;
    float peak;
    uint64_t frames;
};

double meter_decibels(double amplitude)
{
    return amplitude > 0 ? 20 * log10(amplitude) : -HUGE_VAL;
}

bool meter_new(unsigned sample_rate, struct meter **meter, struct nr_error *error)
{
    *meter = memory_alloc(sizeof **meter);
    (*meter)->state = ebur128_init(1, sample_rate, EBUR128_MODE_I | EBUR128_MODE_HISTOGRAM);
    if ((*meter)->state)
        return true;
    meter_free(*meter);
    *meter = NULL;
    return fail(error, NR_FAILED, "libebur128 can't measure %u frames a second", sample_rate);
}

bool meter_add(struct meter *meter, const float *frames, size_t count, struct nr_error *error)
{
    for (size_t i = 0; i < count; i++) {
        float size = fabsf(frames[i]);
        meter->squares += (double)size * (double)size;
        meter->peak = size > meter->peak ? size : meter->peak;
    }
    meter->frames += count;
    return ebur128_add_frames_float(meter->state, frames, count) == EBUR128_SUCCESS ||
           fail(error, NR_FAILED, "libebur128 fails");
}

bool meter_read(const struct meter *meter, struct level *level, struct nr_error *error)
{
    level->rms = meter_decibels(meter->frames > 0 ? sqrt(meter->squares / (double)meter->frames) : 0);
    level->peak = meter_decibels((double)meter->peak);
    return ebur128_loudness_global(meter->state, &level->lufs) == EBUR128_SUCCESS ||
           fail(error, NR_FAILED, "libebur128 finds no loudness");
}

void meter_free(struct meter *meter)
{
    if (meter && meter->state)
        ebur128_destroy(&meter->state);
    free(meter);
}
