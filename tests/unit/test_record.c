/* Plans made by hand, spoken by the tone engine, whose every frame is known. */
#include "arena.h"
#include "narrator/recording.h"
#include "speaking.h"

#include <errno.h>
#include <sys/resource.h>

#define UTTERANCES 4

/* Two blocks of two sentences.  "xc" is spoken as "ninety", "gh ij" as one word of the second token, "lm" not at
 * all. */
static const char source[] = "ab cde f.\nkill xc!\n\ngh ij.\nk lm";
static const struct nr_token tokens[] = {
    {.written = {0, 2}, .spoken_start = 0, .spoken_end = 2},
    {.written = {3, 6}, .spoken_start = 3, .spoken_end = 6},
    {.written = {7, 8}, .spoken_start = 7, .spoken_end = 8},
    {.written = {10, 14}, .spoken_start = 0, .spoken_end = 5},
    {.written = {15, 17}, .spoken_start = 6, .spoken_end = 12},
    {.written = {20, 22}, .spoken_start = 0, .spoken_end = 0},
    {.written = {23, 25}, .spoken_start = 0, .spoken_end = 4},
    {.written = {27, 28}, .spoken_start = 0, .spoken_end = 1},
    {.written = {29, 31}, .spoken_start = 1, .spoken_end = 1},
};
static const struct nr_utterance utterances[UTTERANCES] = {
    {.style = &plain_style,
     .text = "ab cde f.",
     .length = 9,
     .first_token = 0,
     .token_count = 3,
     .pause_after_ms = 100},
    {.style = &plain_style,
     .text = "crash ninety",
     .length = 12,
     .first_token = 3,
     .token_count = 2,
     .pause_after_ms = 700},
    {.style = &plain_style,
     .text = "ghij.",
     .length = 5,
     .block = 1,
     .first_token = 5,
     .token_count = 2,
     .pause_after_ms = 1},
    {.style = &plain_style,
     .text = "k",
     .length = 1,
     .block = 1,
     .first_token = 7,
     .token_count = 2,
     .pause_after_ms = 900},
};
static const struct nr_chapter chapters[] = {{"One", 0, false}, {"Two", 2, false}};
static const struct nr_block blocks[] = {{.role = NR_BODY, .text = "", .why = ""},
                                         {.role = NR_QUOTE, .text = "", .why = ""}};

struct fixture {
    struct nr_article *article;
    struct nr_plan *plan;
    struct nr_settings settings;
    struct nr_speaker *speaker;
    uint64_t done, all;
};

static void on_progress(void *context, enum nr_stage stage, uint64_t done, uint64_t all)
{
    struct fixture *fixture = context;
    assert_int_equal(stage, NR_STAGE_SPEAK);
    assert_true(done >= fixture->done);
    fixture->done = done;
    fixture->all = all;
}

static void open_fixture(struct fixture *fixture, const char *engine)
{
    struct nr_arena *arena = arena_new();
    struct nr_error error;
    *fixture = (struct fixture){.settings = speaking_settings(engine, 2)};
    fixture->settings.progress = (struct nr_progress){on_progress, fixture};
    fixture->article = arena_alloc(arena, sizeof *fixture->article);
    *fixture->article = (struct nr_article){.arena = arena,
                                            .notes = arena_alloc(arena, sizeof(struct nr_notes)),
                                            .name = "test.txt",
                                            .source = source,
                                            .source_length = sizeof source - 1,
                                            .blocks = blocks,
                                            .block_count = 2};
    fixture->plan = arena_alloc(arena, sizeof *fixture->plan);
    *fixture->plan = (struct nr_plan){.article = fixture->article,
                                      .sample_rate = 22050,
                                      .utterances = utterances,
                                      .utterance_count = UTTERANCES,
                                      .tokens = tokens,
                                      .token_count = sizeof tokens / sizeof *tokens,
                                      .chapters = chapters,
                                      .chapter_count = 2};
    if (!nr_speaker_open(&fixture->settings, &fixture->speaker, &error))
        fail_msg("%s", error.message);
}

static void close_fixture(struct fixture *fixture)
{
    nr_speaker_close(fixture->speaker);
    arena_free(fixture->article->arena);
}

static const struct nr_recording *record(struct fixture *fixture)
{
    const struct nr_recording *recording = NULL;
    struct nr_error error;
    if (!nr_record_plan(fixture->plan, fixture->speaker, &fixture->settings, &recording, &error))
        fail_msg("%s", error.message);
    return recording;
}

static void assert_marks(const struct nr_recording *recording, const struct nr_mark *wanted)
{
    for (size_t i = 0; i < recording->plan->token_count; i++) {
        assert_int_equal(recording->words[i].start_frame, wanted[i].start_frame);
        assert_int_equal(recording->words[i].heard, wanted[i].heard);
    }
}

/* Frames: 7000 + 2205, 11000 + 15435, 5000 + 22, 1000 + 19845. */
static void every_frame_is_where_the_plan_puts_it(void **state)
{
    (void)state;
    static const struct nr_mark marks[] = {{0, true},     {2000, true},  {5000, true},
                                           {9205, true},  {14205, true}, {35640, false},
                                           {35640, true}, {40662, true}, {41662, false}};
    static const uint64_t starts[] = {0, 9205, 35640, 40662};
    struct fixture fixture;
    open_fixture(&fixture, "tone");
    const struct nr_recording *recording = record(&fixture);
    assert_int_equal(recording->frame_count, 61507);
    assert_int_equal(recording->sample_rate, 22050);
    assert_string_equal(recording->engine, "tone 1");
    assert_ptr_equal(recording->plan, fixture.plan);
    assert_int_equal(recording->words_lost, 0);
    assert_null(fixture.article->notes->first);
    for (size_t i = 0; i < UTTERANCES; i++)
        assert_int_equal(recording->utterance_starts[i], starts[i]);
    assert_int_equal(recording->chapter_starts[0], 0);
    assert_int_equal(recording->chapter_starts[1], 35640);
    assert_marks(recording, marks);
    assert_int_equal(fixture.done, 27);
    assert_int_equal(fixture.all, 27);
    close_fixture(&fixture);
}

static bool is_silent(const struct nr_recording *recording, uint64_t start, size_t count)
{
    int16_t *frames = memory_alloc(count * sizeof *frames);
    struct nr_error error;
    bool silent = true;
    assert_true(nr_recording_read(recording, start, frames, count, &error));
    for (size_t i = 0; i < count; i++)
        silent = silent && !frames[i];
    free(frames);
    return silent;
}

static void pauses_are_silent_and_speech_is_not(void **state)
{
    (void)state;
    struct fixture fixture;
    struct nr_error error;
    int16_t frame;
    open_fixture(&fixture, "tone");
    const struct nr_recording *recording = record(&fixture);
    assert_true(is_silent(recording, 8000, 1205));
    assert_true(is_silent(recording, 20205, 15435));
    assert_true(is_silent(recording, 41662, 19845));
    assert_false(is_silent(recording, 0, 500));
    assert_false(is_silent(recording, 40662, 1000));
    assert_false(nr_recording_read(recording, recording->frame_count, &frame, 1, &error));
    close_fixture(&fixture);
}

static void assert_only_note(const struct fixture *fixture, const char *start, const char *part)
{
    const struct nr_note *note = fixture->article->notes->first;
    assert_non_null(note);
    assert_null(note->next);
    if (strstr(note->message, start) != note->message || !strstr(note->message, part))
        fail_msg("%s", note->message);
}

static void a_lost_sentence_is_silence_and_a_note_with_its_place(void **state)
{
    (void)state;
    struct nr_utterance lost[UTTERANCES];
    struct fixture fixture;
    open_fixture(&fixture, "tone-wild");
    memcpy(lost, utterances, sizeof lost);
    lost[1].text = "crash  crash";
    fixture.plan->utterances = lost;
    const struct nr_recording *recording = record(&fixture);
    assert_int_equal(recording->words_lost, 2);
    assert_int_equal(recording->frame_count, 61507 - 11000);
    assert_int_equal(recording->words[3].start_frame, 9205);
    assert_false(recording->words[4].heard);
    assert_int_equal(recording->utterance_starts[2], 35640 - 11000);
    assert_only_note(&fixture, "test.txt:2:1: this sentence is not in the recording: ", "crashed");
    close_fixture(&fixture);
}

static void a_lost_word_is_named_and_the_others_are_spoken(void **state)
{
    (void)state;
    struct fixture fixture;
    open_fixture(&fixture, "tone-wild");
    const struct nr_recording *recording = record(&fixture);
    assert_int_equal(recording->words_lost, 1);
    assert_int_equal(recording->frame_count, 61507 - 5000);
    assert_int_equal(recording->words[3].start_frame, 9205);
    assert_false(recording->words[3].heard);
    assert_int_equal(recording->words[4].start_frame, 9205);
    assert_true(recording->words[4].heard);
    assert_only_note(&fixture, "test.txt:2:1: crash is not in the recording: ", "crashed");
    close_fixture(&fixture);
}

static void assert_fails(struct fixture *fixture, enum nr_status status, const char *part)
{
    const struct nr_recording *recording = NULL;
    struct nr_error error = {0};
    assert_false(nr_record_plan(fixture->plan, fixture->speaker, &fixture->settings, &recording, &error));
    assert_int_equal(error.status, status);
    if (!strstr(error.message, part))
        fail_msg("%s", error.message);
    assert_null(recording);
}

static void a_wish_to_stop_is_granted(void **state)
{
    (void)state;
    static const volatile sig_atomic_t stop = 1;
    struct fixture fixture;
    open_fixture(&fixture, "tone");
    fixture.settings.stop = &stop;
    assert_fails(&fixture, NR_STOPPED, "stopped");
    fixture.settings.stop = NULL;
    assert_int_equal(record(&fixture)->frame_count, 61507);
    close_fixture(&fixture);
}

static void another_sample_rate_is_a_clear_failure(void **state)
{
    (void)state;
    struct fixture fixture;
    open_fixture(&fixture, "tone");
    fixture.plan->sample_rate = 16000;
    assert_fails(&fixture, NR_FAILED, "22050");
    close_fixture(&fixture);
}

static void a_file_that_can_t_be_written_is_a_clear_failure(void **state)
{
    (void)state;
    struct fixture fixture;
    struct rlimit old;
    open_fixture(&fixture, "tone");
    setenv("TMPDIR", "/nonexistent/folder", 1);
    assert_fails(&fixture, NR_FAILED, "/nonexistent/folder");
    unsetenv("TMPDIR");
    getrlimit(RLIMIT_FSIZE, &old);
    signal(SIGXFSZ, SIG_IGN);
    setrlimit(RLIMIT_FSIZE, &(struct rlimit){20000, old.rlim_max});
    assert_fails(&fixture, NR_FAILED, "/tmp");
    setrlimit(RLIMIT_FSIZE, &old);
    close_fixture(&fixture);
}

static void silence_at_both_ends_moves_the_marks(void **state)
{
    (void)state;
    struct fixture fixture;
    open_fixture(&fixture, "tone");
    const struct nr_recording *plain = record(&fixture);
    fixture.done = 0;
    fixture.settings.head_ms = 200;
    fixture.settings.tail_ms = 1000;
    const struct nr_recording *framed = record(&fixture);
    assert_int_equal(framed->frame_count, plain->frame_count + 4410 + 22050);
    assert_int_equal(framed->utterance_starts[0], 4410);
    assert_int_equal(framed->words[3].start_frame, plain->words[3].start_frame + 4410);
    assert_int_equal(framed->chapter_starts[0], 0);
    assert_int_equal(framed->chapter_starts[1], plain->chapter_starts[1] + 4410);
    close_fixture(&fixture);
}

static void an_empty_plan_is_an_empty_recording(void **state)
{
    (void)state;
    struct fixture fixture;
    open_fixture(&fixture, "tone");
    fixture.plan->utterance_count = fixture.plan->token_count = fixture.plan->chapter_count = 0;
    assert_int_equal(record(&fixture)->frame_count, 0);
    close_fixture(&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_frame_is_where_the_plan_puts_it),
        cmocka_unit_test(pauses_are_silent_and_speech_is_not),
        cmocka_unit_test(a_lost_sentence_is_silence_and_a_note_with_its_place),
        cmocka_unit_test(a_lost_word_is_named_and_the_others_are_spoken),
        cmocka_unit_test(a_wish_to_stop_is_granted),
        cmocka_unit_test(another_sample_rate_is_a_clear_failure),
        cmocka_unit_test(a_file_that_can_t_be_written_is_a_clear_failure),
        cmocka_unit_test(silence_at_both_ends_moves_the_marks),
        cmocka_unit_test(an_empty_plan_is_an_empty_recording),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
