/* The speaker and the real helper, with espeak-ng and the engines for tests. */
#include "speaking.h"
#include "tokens.h"

#include <sys/stat.h>

#define TIMES4(text)  text text text text
#define TIMES16(text) TIMES4(TIMES4(text))

static void tones_are_exact(void **state)
{
    (void)state;
    static const char *const texts[] = {"ab cde f", "...", "", "x"};
    struct said said[4];
    say_alone("tone", 2, texts, 4, said);
    assert_int_equal(frames_of(&said[0]), 6000);
    assert_int_equal(said[0].mark_count, 3);
    for (size_t i = 0; i < 3; i++) {
        static const uint32_t starts[] = {0, 2000, 5000};
        assert_true(said[0].marks[i].heard);
        assert_int_equal(said[0].marks[i].start_frame, starts[i]);
    }
    for (size_t i = 1; i < 3; i++) {
        assert_int_equal(said[i].state, NR_SOUND_WHOLE);
        assert_string_equal(said[i].why, "");
        assert_int_equal(frames_of(&said[i]), 0);
    }
    assert_int_equal(frames_of(&said[3]), 1000);
    speaking_forget(said, 4);
}

static void the_sound_depends_on_nothing_but_the_unit(void **state)
{
    (void)state;
    static const char *const others[] = {"A word before.", "The storm came at night."};
    struct said one[STORY], two[STORY], seven[STORY], after[2];
    say_alone("espeak-ng", 1, story, STORY, one);
    say_alone("espeak-ng", 2, story, STORY, two);
    say_alone("espeak-ng", 7, story, STORY, seven);
    say_alone("espeak-ng", 1, others, 2, after);
    assert_same(one, two, STORY);
    assert_same(one, seven, STORY);
    assert_same(one, &after[1], 1);
    speaking_forget(one, STORY);
    speaking_forget(two, STORY);
    speaking_forget(seven, STORY);
    speaking_forget(after, 2);
}

static void espeak_is_heard_word_by_word(void **state)
{
    (void)state;
    struct said said[STORY];
    say_alone("espeak-ng", 2, story, STORY, said);
    size_t words = 0, heard = 0;
    for (size_t i = 0; i < STORY; i++) {
        assert_int_equal(said[i].state, NR_SOUND_WHOLE);
        assert_true(frames_of(&said[i]) > 8000);
        for (size_t w = 0; w < said[i].mark_count; w++, words++) {
            heard += said[i].marks[w].heard;
            assert_true(said[i].marks[w].start_frame < frames_of(&said[i]));
            assert_true(!w || said[i].marks[w].start_frame > said[i].marks[w - 1].start_frame);
        }
    }
    assert_true(heard * 10 >= words * 9);
    speaking_forget(said, STORY);
}

static size_t frames_in_style(struct nr_speaker *speaker, struct nr_style style)
{
    struct nr_sound sound;
    struct nr_error error;
    speaking_submit(speaker, story[0], &style);
    if (!nr_speaker_next(speaker, &sound, &error))
        fail_msg("%s", error.message);
    assert_int_equal(sound.state, NR_SOUND_WHOLE);
    return sound.frame_count;
}

static void a_style_is_obeyed(void **state)
{
    (void)state;
    struct nr_speaker *speaker = speaking_open("espeak-ng", 2);
    struct nr_style style = plain_style;
    size_t plain = frames_in_style(speaker, style);
    style.rate_wpm = 300;
    assert_true(frames_in_style(speaker, style) < plain * 3 / 4);
    style = plain_style;
    style.engine_voice = "en-gb+f2";
    assert_true(frames_in_style(speaker, style) > 0);
    assert_int_equal(frames_in_style(speaker, plain_style), plain);
    nr_speaker_close(speaker);
}

static void an_unknown_voice_is_one_clear_error(void **state)
{
    (void)state;
    static const char *const names[] = {"en-gb+nosuch",
                                        "nosuch",
                                        "en+../../../../etc/passwd",
                                        "",
                                        "EN",
                                        "en+",
                                        "en+aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"};
    struct nr_speaker *speaker = speaking_open("espeak-ng", 1);
    for (size_t i = 0; i < COUNT(names); i++) {
        struct nr_style style = plain_style;
        struct nr_sound sound;
        struct nr_error error = {0};
        style.engine_voice = names[i];
        speaking_submit(speaker, story[0], &style);
        assert_false(nr_speaker_next(speaker, &sound, &error));
        assert_int_equal(error.status, NR_USAGE);
        assert_non_null(strstr(error.message, names[i]));
        nr_speaker_cancel(speaker);
    }
    assert_true(frames_in_style(speaker, plain_style) > 0);
    nr_speaker_close(speaker);
}

/* Inputs that make espeak-ng 1.51 abort or speak for hours when they reach it as they are. */
static void hostile_texts_are_survived(void **state)
{
    (void)state;
    static const char *const texts[] = {
        TIMES16(TIMES4("'s")) TIMES16("'s"),
        TIMES16(TIMES4("s'")) TIMES16("s'"),
        TIMES16(TIMES4("\u2019s")) TIMES16("\u2019s"),
        TIMES16("'s's") TIMES16("'s's") TIMES4("'s's"),
        TIMES16(TIMES4("ness")) TIMES16("ness"),
        TIMES16(TIMES4("U.S.")),
        TIMES16(TIMES4("A.B.")),
        TIMES16(TIMES4("e.g.")),
        TIMES16(TIMES4("e.g. ")),
        TIMES16(TIMES16("e.g. ")),
        TIMES16(TIMES16("\001"
                        "50P\033[")),
        TIMES16(TIMES16("\U0001F600\u200d")),
        TIMES16("[[[[" TIMES4("h@'") "]] "),
        "\xff\xfe\xc0 \xed\xa0\x80 invalid",
        TIMES16(TIMES4("100000000000000000000000000 ")),
        TIMES16(TIMES16("\u4e2d")),
    };
    struct said alone[STORY], said[COUNT(texts)], after[STORY];
    say_alone("espeak-ng", 2, story, STORY, alone);
    struct nr_speaker *speaker = speaking_open("espeak-ng", 2);
    speaking_say(speaker, texts, COUNT(texts), said);
    speaking_say(speaker, story, STORY, after);
    nr_speaker_close(speaker);
    for (size_t i = 0; i < COUNT(texts); i++) {
        if (said[i].state != NR_SOUND_WHOLE)
            fail_msg("%zu: %s", i, said[i].why);
        assert_true(frames_of(&said[i]) > 0);
    }
    assert_same(alone, after, STORY);
    speaking_wait_until_alone();
    speaking_forget(alone, STORY);
    speaking_forget(said, COUNT(texts));
    speaking_forget(after, STORY);
}

static void a_long_unit_is_spoken_in_pieces(void **state)
{
    (void)state;
    static const char *const texts[] = {TIMES16(TIMES16("abcd ef, ")) "end"};
    struct said said[1];
    say_alone("tone", 2, texts, 1, said);
    assert_int_equal(said[0].state, NR_SOUND_WHOLE);
    assert_int_equal(frames_of(&said[0]), 256 * 7000 + 3000);
    assert_int_equal(said[0].mark_count, 513);
    for (uint32_t i = 0; i < 513; i++) {
        assert_true(said[0].marks[i].heard);
        assert_int_equal(said[0].marks[i].start_frame, i / 2 * 7000 + i % 2 * 4000);
    }
    speaking_forget(said, 1);
}

static void words_without_an_event_are_inferred(void **state)
{
    (void)state;
    static const char *const texts[] = {"a mumble mumble bb"};
    struct said said[1];
    say_alone("tone-wild", 1, texts, 1, said);
    assert_int_equal(said[0].state, NR_SOUND_WHOLE);
    assert_int_equal(frames_of(&said[0]), 15000);
    assert_true(said[0].marks[0].heard && !said[0].marks[1].heard && !said[0].marks[2].heard);
    assert_int_equal(said[0].marks[1].start_frame, 1000);
    assert_int_equal(said[0].marks[2].start_frame, 7000);
    assert_int_equal(said[0].marks[3].start_frame, 13000);
    assert_true(said[0].marks[3].heard);
    speaking_forget(said, 1);
}

static void assert_no_helper(const char *path)
{
    struct nr_settings settings = {.helper_path = path, .jobs = 2};
    struct nr_speaker *speaker = NULL;
    struct nr_error error = {0};
    assert_false(nr_speaker_open(&settings, &speaker, &error));
    assert_int_equal(error.status, NR_FAILED);
    assert_non_null(strstr(error.message, path));
    speaking_wait_until_alone();
}

static void what_is_no_helper_is_one_clear_error(void **state)
{
    (void)state;
    char babbler[] = "/tmp/narrate-test-XXXXXX";
    FILE *script = fdopen(mkstemp(babbler), "w");
    fputs("#!/bin/sh\necho garbage >&0\nexec cat\n", script);
    fclose(script);
    chmod(babbler, 0700);
    assert_no_helper(babbler);
    unlink(babbler);
    assert_no_helper("/bin/true");
    assert_no_helper("/etc/passwd");
    assert_no_helper("/nonexistent/speak");
}

static void an_unknown_engine_is_a_usage_error(void **state)
{
    (void)state;
    struct nr_settings settings = speaking_settings("no-such", 1);
    struct nr_speaker *speaker = NULL;
    struct nr_error error = {0};
    assert_false(nr_speaker_open(&settings, &speaker, &error));
    assert_int_equal(error.status, NR_USAGE);
    assert_string_equal(error.message, "unknown engine 'no-such'");
    speaking_wait_until_alone();
}

static void the_room_is_bounded_and_units_are_checked(void **state)
{
    (void)state;
    static char text[NR_UNIT_BYTES_MAX + 1];
    static const struct nr_unit_word wrong[] = {{2, 3}, {0, 1}};
    struct nr_speaker *speaker = speaking_open("tone", 3);
    struct nr_error error;
    struct nr_sound sound;
    struct nr_unit unit = {.text = text, .length = sizeof text, .style = &plain_style};
    assert_false(nr_speaker_next(speaker, &sound, &error));
    assert_false(nr_speaker_submit(speaker, &unit, &error));
    unit = (struct nr_unit){.text = "a b", .length = 3, .words = wrong, .word_count = 2, .style = &plain_style};
    assert_false(nr_speaker_submit(speaker, &unit, &error));
    unit.word_count = 0;
    for (size_t room = nr_speaker_room(speaker); room; room--) {
        assert_true(nr_speaker_submit(speaker, &unit, &error));
        assert_int_equal(nr_speaker_room(speaker), room - 1);
    }
    assert_false(nr_speaker_submit(speaker, &unit, &error));
    assert_string_equal(nr_speaker_engine(speaker), "tone 1");
    nr_speaker_close(speaker);
    speaking_wait_until_alone();
}

/* espeak-ng would rather take its data from there. */
static void the_user_s_folders_do_not_change_the_voice(void **state)
{
    (void)state;
    struct said usual[1], odd[1];
    say_alone("espeak-ng", 1, story, 1, usual);
    setenv("ESPEAK_DATA_PATH", "/etc", 1);
    say_alone("espeak-ng", 1, story, 1, odd);
    unsetenv("ESPEAK_DATA_PATH");
    assert_same(usual, odd, 1);
    speaking_forget(usual, 1);
    speaking_forget(odd, 1);
}

/* The second text is still being spoken, and the third waits, when all is dropped. */
static void tokens_are_given_back(void **state)
{
    (void)state;
    struct nr_tokens tokens;
    struct nr_settings settings = speaking_settings("espeak-ng", 7);
    struct said alone[STORY], shared[STORY];
    struct nr_speaker *speaker;
    struct nr_error error;
    assert_true(tokens_open(&tokens, 1, &error));
    settings.tokens = &tokens;
    say_alone("espeak-ng", 1, story, STORY, alone);
    assert_true(nr_speaker_open(&settings, &speaker, &error));
    speaking_say(speaker, story, STORY, shared);
    assert_same(alone, shared, STORY);
    for (int closing = 0; closing < 2; closing++) {
        speaking_submit(speaker, story[0], &plain_style);
        speaking_submit(speaker, story[1], &plain_style);
        assert_false(tokens_take(&tokens));
        closing ? nr_speaker_close(speaker) : nr_speaker_cancel(speaker);
        assert_true(tokens_take(&tokens));
        assert_false(tokens_take(&tokens));
        tokens_give(&tokens);
    }
    tokens_close(&tokens);
    speaking_forget(alone, STORY);
    speaking_forget(shared, STORY);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tones_are_exact),
        cmocka_unit_test(the_sound_depends_on_nothing_but_the_unit),
        cmocka_unit_test(espeak_is_heard_word_by_word),
        cmocka_unit_test(a_style_is_obeyed),
        cmocka_unit_test(an_unknown_voice_is_one_clear_error),
        cmocka_unit_test(hostile_texts_are_survived),
        cmocka_unit_test(a_long_unit_is_spoken_in_pieces),
        cmocka_unit_test(words_without_an_event_are_inferred),
        cmocka_unit_test(what_is_no_helper_is_one_clear_error),
        cmocka_unit_test(an_unknown_engine_is_a_usage_error),
        cmocka_unit_test(the_room_is_bounded_and_units_are_checked),
        cmocka_unit_test(the_user_s_folders_do_not_change_the_voice),
        cmocka_unit_test(tokens_are_given_back),
    };
    setpgid(0, 0); /* so that its processes can be counted */
    return cmocka_run_group_tests(tests, NULL, NULL);
}
