/* Speech when something goes wrong: engines that misbehave, helpers that die, callers that leave. */
#include "speaking.h"

#include <sys/wait.h>

static void a_bad_end_is_one_lost_sentence_with_a_cause(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const char *why;
        const char *or_why; /* on a busy machine the clock may run out before the processor time does */
    } rows[] = {
        {"crash", "crashed", "crashed"},     {"exit", "exit 3", "exit 3"}, {"garbage", "garbled", "garbled"},
        {"flood", "more than 20 s", "hung"}, {"hang", "hung", "hung"},     {"spin", "processor", "hung"},
    };
    const char *texts[COUNT(rows) * 2];
    struct said said[COUNT(rows) * 2];
    for (size_t i = 0; i < COUNT(rows); i++) {
        texts[i * 2] = rows[i].text;
        texts[i * 2 + 1] = "fine";
    }
    say_alone("tone-wild", 4, texts, COUNT(texts), said);
    for (size_t i = 0; i < COUNT(rows); i++) {
        assert_int_equal(said[i * 2].state, NR_SOUND_LOST);
        assert_int_equal(frames_of(&said[i * 2]), 0);
        if (!strstr(said[i * 2].why, rows[i].why) && !strstr(said[i * 2].why, rows[i].or_why))
            fail_msg("%s: %s", rows[i].text, said[i * 2].why);
        assert_int_equal(said[i * 2 + 1].state, NR_SOUND_WHOLE);
        assert_int_equal(frames_of(&said[i * 2 + 1]), 4000);
    }
    speaking_forget(said, COUNT(said));
}

static void what_fails_whole_is_spoken_in_halves_or_bare(void **state)
{
    (void)state;
    static const char *const texts[] = {"it's shy here", "a brittle. b"};
    struct said said[2];
    say_alone("tone-wild", 2, texts, 2, said);
    assert_int_equal(said[0].state, NR_SOUND_WHOLE);
    assert_int_equal(frames_of(&said[0]), 11000);
    assert_int_equal(said[0].marks[2].start_frame, 7000);
    assert_int_equal(said[1].state, NR_SOUND_WHOLE);
    assert_int_equal(frames_of(&said[1]), 9000);
    assert_int_equal(said[1].marks[2].start_frame, 8000);
    for (size_t i = 0; i < 3; i++)
        assert_true(said[0].marks[i].heard && said[1].marks[i].heard);
    speaking_forget(said, 2);
}

static void a_helper_killed_in_mid_run_is_not_heard(void **state)
{
    (void)state;
    struct said quiet[STORY], said[STORY];
    say_alone("espeak-ng", 2, story, STORY, quiet);
    struct nr_speaker *speaker = speaking_open("espeak-ng", 2);
    speaking_say(speaker, story, 2, said);
    for (size_t i = 2; i < 6; i++)
        speaking_submit(speaker, story[i], &plain_style);
    kill(speaking_child_of(getpid()), SIGKILL);
    for (size_t i = 2; i < 6; i++) {
        struct nr_sound sound;
        struct nr_error error;
        assert_true(nr_speaker_next(speaker, &sound, &error));
        speaking_keep(&said[i], &sound);
    }
    kill(speaking_child_of(getpid()), SIGKILL);
    speaking_say(speaker, story + 6, 2, said + 6);
    nr_speaker_close(speaker);
    assert_same(quiet, said, STORY);
    speaking_wait_until_alone();
    speaking_forget(quiet, STORY);
    speaking_forget(said, STORY);
}

static void only_what_can_t_be_spoken_is_missing(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const char *why;
        size_t frames;
        bool lost[4];
    } rows[] = {
        {"well crash then it", "crashed", 10000, {false, true, false, false}},
        {"ok garbage", "garbled", 2000, {false, true}},
        {"a bb hang ccc", "hung", 3000, {false, false, true, true}},
        {"a swallow bb ccc", "left words out", 6000, {false, true, false, false}},
    };
    const char *texts[COUNT(rows)];
    struct said said[COUNT(rows)];
    for (size_t i = 0; i < COUNT(rows); i++)
        texts[i] = rows[i].text;
    say_alone("tone-wild", 4, texts, COUNT(texts), said);
    for (size_t i = 0; i < COUNT(rows); i++) {
        assert_int_equal(said[i].state, NR_SOUND_PARTIAL);
        assert_int_equal(frames_of(&said[i]), rows[i].frames);
        assert_non_null(strstr(said[i].why, rows[i].why));
        for (size_t w = 0; w < said[i].mark_count; w++) {
            assert_int_equal(said[i].marks[w].lost, rows[i].lost[w]);
            assert_int_equal(said[i].marks[w].heard, !rows[i].lost[w]);
        }
    }
    speaking_forget(said, COUNT(rows));
}

/* `stophelper` makes it silent for ever, which only patience finds out. */
static void a_unit_that_ruins_the_helper_is_lost_alone(void **state)
{
    (void)state;
    static const char *const texts[] = {"one", "killhelper", "two", "three", "stophelper", "four", "five"};
    struct said said[COUNT(texts)];
    say_alone("tone-wild", 3, texts, COUNT(texts), said);
    for (size_t i = 0; i < COUNT(texts); i++) {
        bool lost = i == 1 || i == 4;
        assert_int_equal(said[i].state, lost ? NR_SOUND_LOST : NR_SOUND_WHOLE);
        assert_int_equal(frames_of(&said[i]), lost ? 0 : strlen(texts[i]) * 1000);
    }
    assert_non_null(strstr(said[1].why, "helper died"));
    speaking_forget(said, COUNT(texts));
}

static void wait_for_child_of(pid_t parent)
{
    while (!speaking_child_of(parent))
        poll(NULL, 0, 1);
}

static void cancel_stops_what_is_spoken_and_drops_the_rest(void **state)
{
    (void)state;
    static const char *const texts[] = {"one two", "three"};
    struct said said[2];
    struct nr_speaker *speaker = speaking_open("tone-wild", 1);
    pid_t helper = speaking_child_of(getpid());
    speaking_submit(speaker, "hang", &plain_style);
    speaking_submit(speaker, "never", &plain_style);
    wait_for_child_of(helper);
    nr_speaker_cancel(speaker);
    assert_int_equal(nr_speaker_room(speaker), 4);
    speaking_say(speaker, texts, 2, said);
    assert_int_equal(frames_of(&said[0]), 6000);
    assert_int_equal(frames_of(&said[1]), 5000);
    assert_int_equal(speaking_child_of(helper), 0);
    assert_int_equal(speaking_child_of(getpid()), helper);
    nr_speaker_close(speaker);
    speaking_wait_until_alone();
    speaking_forget(said, 2);
}

static volatile sig_atomic_t stop;

static void on_alarm(int signal)
{
    stop = signal;
}

static void a_wish_to_stop_is_granted_while_waiting(void **state)
{
    (void)state;
    struct nr_settings settings = speaking_settings("tone-wild", 1);
    struct nr_speaker *speaker;
    struct nr_sound sound;
    struct nr_error error = {0};
    settings.stop = &stop;
    assert_true(nr_speaker_open(&settings, &speaker, &error));
    speaking_submit(speaker, "hang", &plain_style);
    signal(SIGALRM, on_alarm);
    alarm(1);
    assert_false(nr_speaker_next(speaker, &sound, &error));
    assert_int_equal(error.status, NR_STOPPED);
    nr_speaker_close(speaker);
    stop = 0;
    speaking_wait_until_alone();
}

/* In a process of its own: opens a speaker, has it hang, and is killed; with the helper when `both`. */
static void die_speaking(bool both)
{
    struct nr_settings settings = speaking_settings("tone-wild", 2);
    struct nr_speaker *speaker;
    struct nr_error error;
    if (!nr_speaker_open(&settings, &speaker, &error))
        _exit(1);
    speaking_submit(speaker, "hang", &plain_style);
    pid_t helper = speaking_child_of(getpid());
    wait_for_child_of(helper);
    if (both)
        kill(helper, SIGKILL);
    raise(SIGKILL);
}

static void nothing_outlives_the_caller(void **state)
{
    (void)state;
    for (int both = 0; both < 2; both++) {
        int status;
        pid_t caller = fork();
        if (!caller)
            die_speaking(both);
        waitpid(caller, &status, 0);
        assert_true(WIFSIGNALED(status));
        speaking_wait_until_alone();
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_bad_end_is_one_lost_sentence_with_a_cause),
        cmocka_unit_test(only_what_can_t_be_spoken_is_missing),
        cmocka_unit_test(what_fails_whole_is_spoken_in_halves_or_bare),
        cmocka_unit_test(a_helper_killed_in_mid_run_is_not_heard),
        cmocka_unit_test(a_unit_that_ruins_the_helper_is_lost_alone),
        cmocka_unit_test(cancel_stops_what_is_spoken_and_drops_the_rest),
        cmocka_unit_test(a_wish_to_stop_is_granted_while_waiting),
        cmocka_unit_test(nothing_outlives_the_caller),
    };
    setpgid(0, 0); /* so that its processes can be counted */
    return cmocka_run_group_tests(tests, NULL, NULL);
}
