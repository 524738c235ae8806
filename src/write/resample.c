#include "resample.h"

#include "fail.h"
#include "pour.h"

#include <soxr.h>

#define OUT_MAX 4096u

/* Takes what the resampler has for `frames`; NULL is the end of the sound. */
static bool resample(struct resampler *resampler, const int16_t *frames, size_t count, struct nr_error *error)
{
    float out[OUT_MAX];
    size_t used, made;
    do {
        soxr_error_t failed = soxr_process(resampler->soxr, frames, count, &used, out, OUT_MAX, &made);
        if (failed)
            return fail(error, NR_FAILED, "libsoxr fails: %s", failed);
        if (made > 0 && !resampler->take(resampler->context, out, made, error))
            return false;
        frames = frames ? frames + used : NULL;
        count -= used;
    } while (count > 0 || made == OUT_MAX || (!frames && made > 0));
    return true;
}

static bool convert(struct resampler *resampler, const int16_t *frames, size_t count, struct nr_error *error)
{
    float out[POUR_FRAMES_MAX];
    for (size_t i = 0; i < count; i++)
        out[i] = (float)frames[i] / 32768.0f;
    return resampler->take(resampler->context, out, count, error);
}

bool resample_open(struct resampler *resampler, unsigned from, unsigned rate, struct nr_error *error)
{
    soxr_io_spec_t io = soxr_io_spec(SOXR_INT16_I, SOXR_FLOAT32_I);
    soxr_quality_spec_t quality = soxr_quality_spec(SOXR_MQ, 0);
    resampler->soxr = from == rate ? NULL : soxr_create(from, rate, 1, NULL, &io, &quality, NULL);
    return from == rate || resampler->soxr ||
           fail(error, NR_FAILED, "libsoxr can't make %u frames a second of %u", rate, from);
}

bool resample_push(struct resampler *resampler, const int16_t *frames, size_t count, struct nr_error *error)
{
    if (resampler->soxr)
        return resample(resampler, frames, count, error);
    return !frames || convert(resampler, frames, count, error);
}

void resample_close(struct resampler *resampler)
{
    soxr_delete(resampler->soxr);
    resampler->soxr = NULL;
}

static bool take_frames(void *context, const int16_t *frames, size_t count, struct nr_error *error)
{
    return resample_push(context, frames, count, error);
}

bool resample_range(const struct output *output, uint64_t start, uint64_t end, unsigned rate,
                    bool (*take)(void *context, const float *frames, size_t count, struct nr_error *error),
                    void *context, struct nr_error *error)
{
    struct resampler resampler = {.take = take, .context = context};
    const struct pour_to to = {take_frames, &resampler};
    bool ok = resample_open(&resampler, output->recording->sample_rate, rate, error) &&
              pour_range(output, start, end, &to, error) && resample_push(&resampler, NULL, 0, error);
    resample_close(&resampler);
    return ok;
}
