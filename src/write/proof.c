/* A file is decoded and compared with the recording that it was made of. */
#include "arena.h"
#include "fail.h"
#include "format.h"
#include "found.h"
#include "loudness.h"
#include "memory.h"

#include <inttypes.h>
#include <math.h>
#include <sndfile.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define PART_FRAMES    8192u
#define FULL_SCALE     32768.0
#define CHAPTER_OFF_MS 1u
#define LUFS_OFF       0.5

/* A word is there if it is no more than 12 dB softer than it was recorded; what is below -60 dB counts as silent.
 */
#define SOFTER_POWER 16.0
#define SILENT_POWER 1e-6

/* What is decoded of a format may be longer than the recording by as many frames of its own. */
#define MP3_FRAME 1152.0

/* What is heard of each word: mean power from its start to that of the next. */
struct words {
    double *heard;
    double *spoken;
    size_t count;
};

struct proving {
    const struct output *output;
    struct nr_proof *proof;
    struct level wanted;
    struct words words;
};

static struct nr_arena *arena_of(const struct proving *proving)
{
    return proving->output->recording->plan->article->arena;
}

/* Keeps the first difference. */
#define DIFFERS(proving, ...)                                                                                     \
    do {                                                                                                          \
        if (!(proving)->proof->wrong)                                                                             \
            (proving)->proof->wrong = arena_printf(arena_of(proving), __VA_ARGS__);                               \
    } while (0)

/* Adds the power of frames start.. of the recording, which are `seconds` apart, to the words that they are of. */
static void add_power(const struct proving *proving, double *powers, const float *frames, size_t count,
                      double start, double step, size_t *word)
{
    const struct nr_mark *marks = proving->output->recording->words;
    for (size_t i = 0; i < count; i++) {
        double at = start + (double)i * step;
        while (*word + 1 < proving->words.count && (double)marks[*word + 1].start_frame <= at)
            ++*word;
        if (*word < proving->words.count)
            powers[*word] += (double)frames[i] * (double)frames[i] * step;
    }
}

static bool listen_to_recording(const struct proving *proving, struct nr_error *error)
{
    const struct nr_recording *recording = proving->output->recording;
    int16_t frames[PART_FRAMES];
    float sound[PART_FRAMES];
    size_t word = 0;
    for (uint64_t at = 0; at < recording->frame_count; at += PART_FRAMES) {
        uint64_t left = recording->frame_count - at;
        size_t count = left < PART_FRAMES ? (size_t)left : PART_FRAMES;
        if (!master_read(proving->output->master, at, frames, count, error))
            return false;
        for (size_t i = 0; i < count; i++)
            sound[i] = (float)frames[i] / (float)FULL_SCALE;
        add_power(proving, proving->words.spoken, sound, count, (double)at, 1, &word);
    }
    return true;
}

static bool is_stopped(const struct proving *proving, struct nr_error *error)
{
    const volatile sig_atomic_t *stop = proving->output->settings->stop;
    return stop && *stop && !fail(error, NR_STOPPED, "stopped");
}

static bool listen_to(SNDFILE *file, const SF_INFO *info, const struct proving *proving, struct meter *meter,
                      uint64_t *frame_count, struct nr_error *error)
{
    float frames[PART_FRAMES];
    double step = (double)proving->output->recording->sample_rate / info->samplerate;
    size_t word = 0;
    sf_count_t got;
    *frame_count = 0;
    while ((got = sf_readf_float(file, frames, PART_FRAMES)) > 0) {
        if (is_stopped(proving, error) || !meter_add(meter, frames, (size_t)got, error))
            return false;
        add_power(proving, proving->words.heard, frames, (size_t)got, (double)*frame_count * step, step, &word);
        *frame_count += (uint64_t)got;
    }
    return sf_error(file) == SF_ERR_NO_ERROR || fail(error, NR_FAILED, "%s", sf_strerror(file));
}

/* MP3 comes in whole frames; where the sample rate differs there is rounding. */
static bool is_as_long(const struct proving *proving, const SF_INFO *info, uint64_t frames)
{
    const struct nr_recording *recording = proving->output->recording;
    double wanted = (double)recording->frame_count * info->samplerate / recording->sample_rate;
    bool mp3 = (info->format & SF_FORMAT_TYPEMASK) == SF_FORMAT_MPEG;
    double longer = (double)frames - wanted;
    return longer > -1 && longer < (mp3 ? MP3_FRAME : 1);
}

static bool decode(SNDFILE *file, const SF_INFO *info, struct proving *proving, struct nr_error *error)
{
    struct meter *meter = NULL;
    struct level level = {0};
    uint64_t frames;
    bool ok = meter_new((unsigned)info->samplerate, &meter, error) &&
              listen_to(file, info, proving, meter, &frames, error) && meter_read(meter, &level, error);
    meter_free(meter);
    if (!ok)
        return false;
    proving->proof->seconds = (double)frames / info->samplerate;
    proving->proof->lufs = level.lufs;
    proving->proof->peak_db = level.peak;
    if (info->channels != 1 || !is_as_long(proving, info, frames))
        DIFFERS(proving, "it is %.3f s long, not %.3f s", proving->proof->seconds,
                (double)proving->output->recording->frame_count / proving->output->recording->sample_rate);
    return true;
}

static bool decode_file(const char *path, struct proving *proving, struct nr_error *error)
{
    SF_INFO info = {0};
    struct nr_error why = {0};
    SNDFILE *file = sf_open(path, SFM_READ, &info);
    if (!file)
        return fail(error, NR_WORDS_LOST, "%s: can't be decoded: %s", path, sf_strerror(NULL));
    bool ok = info.channels == 1 ? decode(file, &info, proving, &why)
                                 : fail(&why, NR_WORDS_LOST, "it has %d channels", info.channels);
    sf_close(file);
    return ok || fail(error, why.status, "%s: can't be decoded: %s", path, why.message);
}

static void compare_chapter(struct proving *proving, const struct found_chapter *found, size_t index)
{
    const struct nr_recording *recording = proving->output->recording;
    const char *title = recording->plan->chapters[index].title;
    uint64_t ms = recording->chapter_starts[index] * 1000 / recording->sample_rate;
    uint64_t off = found->start_ms > ms ? found->start_ms - ms : ms - found->start_ms;
    if (strcmp(found->title, title) != 0)
        DIFFERS(proving, "chapter %zu is '%s', not '%s'", index + 1, found->title, title);
    if (!found->has_start || off > CHAPTER_OFF_MS)
        DIFFERS(proving, "chapter %zu starts at %" PRIu64 " ms, not %" PRIu64, index + 1, found->start_ms, ms);
}

static bool compare_chapters(const char *path, struct proving *proving, struct nr_error *error)
{
    struct found found = {.arena = arena_of(proving)};
    size_t wanted = proving->output->recording->plan->chapter_count;
    bool ok = proving->output->format->find(path, &found, error);
    if (ok && found.count != wanted)
        DIFFERS(proving, "it has %zu chapters, not %zu", found.count, wanted);
    for (size_t i = 0; ok && i < found.count && i < wanted; i++)
        compare_chapter(proving, &found.all[i], i);
    proving->proof->chapters = found.count;
    found_free(&found);
    return ok;
}

/* The frames of a word, which may be none. */
static double length_of(const struct proving *proving, size_t word)
{
    const struct nr_recording *recording = proving->output->recording;
    bool last = word + 1 == proving->words.count;
    uint64_t end = last ? recording->frame_count : recording->words[word + 1].start_frame;
    return (double)(end - recording->words[word].start_frame);
}

static bool is_there(const struct proving *proving, size_t word)
{
    double frames = length_of(proving, word);
    double spoken = proving->words.spoken[word], heard = proving->words.heard[word];
    return spoken <= SILENT_POWER * frames || heard * SOFTER_POWER >= spoken;
}

static void compare_words(struct proving *proving)
{
    const struct nr_plan *plan = proving->output->recording->plan;
    size_t spoken = 0, missing = 0;
    for (size_t i = 0; i < plan->token_count; i++) {
        bool is_spoken = plan->tokens[i].spoken_end > plan->tokens[i].spoken_start;
        spoken += is_spoken;
        missing += is_spoken && !is_there(proving, i);
    }
    size_t lost = proving->output->recording->words_lost + missing;
    proving->proof->words = spoken > lost ? spoken - lost : 0;
    if (missing > 0)
        DIFFERS(proving, "%zu words are not heard in it", missing);
}

static void compare_loudness(struct proving *proving)
{
    double lufs = proving->proof->lufs, wanted = proving->wanted.lufs;
    bool both_silent = lufs == -HUGE_VAL && wanted == -HUGE_VAL;
    if (!both_silent && !(fabs(lufs - wanted) <= LUFS_OFF))
        DIFFERS(proving, "its loudness is %.1f LUFS, not %.1f", lufs, wanted);
}

static bool prove(const char *path, struct proving *proving, struct master *master, struct nr_error *error)
{
    struct loudness loudness = {0};
    struct stat status;
    if (stat(path, &status) != 0)
        return fail_errno(error, "%s", path);
    proving->proof->bytes = (uint64_t)status.st_size;
    if (!loudness_find(proving->output, master, &loudness, error) || !decode_file(path, proving, error) ||
        !listen_to_recording(proving, error) || !compare_chapters(path, proving, error))
        return false;
    proving->wanted = loudness.level;
    proving->wanted.lufs -= proving->output->format->quieter_db;
    compare_loudness(proving);
    compare_words(proving);
    return true;
}

bool nr_prove_recording(const struct nr_recording *recording, const struct nr_format *format, const char *path,
                        const struct nr_settings *settings, struct nr_proof *proof, struct nr_error *error)
{
    struct master master = master_raw(recording);
    const struct output output = {
        .format = format, .recording = recording, .master = &master, .settings = settings, .arena = arena_new()};
    struct proving proving = {.output = &output, .proof = proof};
    size_t words = recording->plan->token_count;
    proving.words =
        (struct words){memory_alloc(words * sizeof(double)), memory_alloc(words * sizeof(double)), words};
    *proof = (struct nr_proof){0};
    bool ok = prove(path, &proving, &master, error);
    free(proving.words.heard);
    free(proving.words.spoken);
    arena_free(output.arena);
    return ok;
}
