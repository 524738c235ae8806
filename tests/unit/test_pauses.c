/* Real voices at many rates: every pause in the recording is the plan's, to the frame. */
#include "planning.h"

#include "narrator/recording.h"
#include "speaking.h"

static const enum nr_role roles[] = {NR_HEADLINE, NR_BODY, NR_CROSSHEAD, NR_BODY};
static const char *const texts[] = {
    "Harbour reopens",
    "The ferry left at dawn. Nobody slept; the sea was calm.",
    "Repairs begin",
    "Work starts on Monday.",
};

#define BLOCKS     (sizeof texts / sizeof *texts)
#define UTTERANCES 5

/* The newsreader's at 175 words a minute, after each utterance, and what they may not fall below. */
static const unsigned pauses_ms[UTTERANCES] = {900, 350, 1100, 600, 700};
static const unsigned least_ms[UTTERANCES] = {160, 80, 160, 160, 160};

struct fixture {
    struct nr_settings settings;
    struct nr_article *article;
    struct nr_voice *voice;
    struct nr_speaker *speaker;
    const struct nr_plan *plan;
    const struct nr_recording *recording;
};

static void open_fixture(struct fixture *fixture, const char *voice, unsigned rate_wpm)
{
    struct nr_error error;
    *fixture = (struct fixture){.settings = speaking_settings("espeak-ng", 2)};
    fixture->settings.rate_wpm = rate_wpm;
    fixture->settings.data_dir = getenv("SOURCE_DIR");
    fixture->article = planning_article(roles, texts, BLOCKS);
    if (!nr_voice_load(voice, &fixture->settings, &fixture->voice, &error) ||
        !nr_plan_article(fixture->article, fixture->voice, &fixture->settings, &fixture->plan, &error) ||
        !nr_speaker_open(&fixture->settings, &fixture->speaker, &error) ||
        !nr_record_plan(fixture->plan, fixture->speaker, &fixture->settings, &fixture->recording, &error))
        fail_msg("%s", error.message);
    assert_int_equal(fixture->plan->utterance_count, UTTERANCES);
}

static void close_fixture(struct fixture *fixture)
{
    nr_speaker_close(fixture->speaker);
    nr_voice_free(fixture->voice);
    nr_article_free(fixture->article);
}

static int16_t *read_frames(const struct nr_recording *recording, uint64_t start, size_t count)
{
    int16_t *frames = memory_alloc((count + 1) * sizeof *frames);
    struct nr_error error;
    if (!nr_recording_read(recording, start, frames, count, &error))
        fail_msg("%s", error.message);
    return frames;
}

/* The utterance, spoken alone: what is between it and the next in the recording is the pause. */
static size_t check_speech(struct fixture *fixture, size_t index)
{
    const struct nr_utterance *utterance = &fixture->plan->utterances[index];
    struct nr_unit unit = {.text = utterance->text, .length = utterance->length, .style = utterance->style};
    struct nr_sound sound;
    struct nr_error error;
    if (!nr_speaker_submit(fixture->speaker, &unit, &error) || !nr_speaker_next(fixture->speaker, &sound, &error))
        fail_msg("%s", error.message);
    int16_t *frames =
        read_frames(fixture->recording, fixture->recording->utterance_starts[index], sound.frame_count);
    assert_memory_equal(frames, sound.frames, sound.frame_count * sizeof *frames);
    free(frames);
    return sound.frame_count;
}

static void check_pause(const struct fixture *fixture, size_t index, size_t speech)
{
    const struct nr_recording *recording = fixture->recording;
    uint64_t start = recording->utterance_starts[index] + speech;
    uint64_t end = index + 1 < UTTERANCES ? recording->utterance_starts[index + 1] : recording->frame_count;
    size_t wanted = (size_t)fixture->plan->utterances[index].pause_after_ms * recording->sample_rate / 1000;
    assert_int_equal(end - start, wanted);
    int16_t *frames = read_frames(recording, start, wanted);
    for (size_t i = 0; i < wanted; i++)
        assert_int_equal(frames[i], 0);
    free(frames);
}

static void pauses_are_exact_to_the_frame(void **state)
{
    (void)state;
    static const char *const voices[] = {"newsreader", "american", "brisk", "calm"};
    static const unsigned rates[] = {120, 175, 300, 449};
    for (size_t i = 0; i < 16; i++) {
        struct fixture fixture;
        open_fixture(&fixture, voices[i / 4], rates[i % 4]);
        for (size_t u = 0; u < UTTERANCES; u++)
            check_pause(&fixture, u, check_speech(&fixture, u));
        close_fixture(&fixture);
    }
}

static void pauses_shrink_with_the_rate(void **state)
{
    (void)state;
    static const unsigned rates[] = {120, 175, 300, 449};
    for (size_t i = 0; i < 4; i++) {
        struct fixture fixture;
        open_fixture(&fixture, NULL, rates[i]);
        for (size_t u = 0; u < UTTERANCES; u++) {
            unsigned scaled = pauses_ms[u] * 175 / rates[i];
            assert_int_equal(fixture.plan->utterances[u].pause_after_ms,
                             scaled < least_ms[u] ? least_ms[u] : scaled);
        }
        close_fixture(&fixture);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pauses_are_exact_to_the_frame),
        cmocka_unit_test(pauses_shrink_with_the_rate),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
