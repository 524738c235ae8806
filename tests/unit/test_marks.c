#include "speak/speaker_cut.h"
#include "speak/words_gap.h"
#include "speak/words_marks.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* "one of the four" */
static const struct nr_unit_word words[] = {{0, 3}, {4, 6}, {7, 10}, {11, 15}};
static const char text[] = "one of the four";

#define WORDS  4
#define FRAMES 1000

static void fill(struct nr_word_mark *marks, const struct wire_event *events, size_t count)
{
    for (size_t i = 0; i < WORDS; i++)
        marks[i] = (struct nr_word_mark){0};
    static int16_t frames[FRAMES];
    memset(frames, 0x55, sizeof frames);
    marks_fill(marks, str_of(text), words, WORDS, &(struct speech){events, count, frames, FRAMES});
}

static void assert_marks(const struct nr_word_mark *marks, const struct nr_word_mark *wanted)
{
    for (size_t i = 0; i < WORDS; i++) {
        assert_int_equal(marks[i].start_frame, wanted[i].start_frame);
        assert_int_equal(marks[i].heard, wanted[i].heard);
    }
}

static void events_are_heard_where_they_land(void **state)
{
    (void)state;
    static const struct {
        struct wire_event events[5];
        size_t count;
        struct nr_word_mark marks[WORDS];
    } rows[] = {
        {{{0, 10}, {4, 300}, {7, 500}, {11, 700}},
         4,
         {{10, true, false}, {300, true, false}, {500, true, false}, {700, true, false}}},
        /* more events inside a word, and one on a space */
        {{{0, 10}, {2, 50}, {3, 60}, {5, 300}, {11, 700}},
         5,
         {{10, true, false}, {300, true, false}, {460, false, false}, {700, true, false}}},
        /* one that goes back in the text, one that goes back in time */
        {{{4, 300}, {0, 320}, {7, 200}, {11, 700}},
         4,
         {{0, false, false}, {300, true, false}, {460, false, false}, {700, true, false}}},
        /* two in a row without one, and a tail without */
        {{{0, 0}, {11, 800}}, 2, {{0, true, false}, {300, false, false}, {500, false, false}, {800, true, false}}},
        {{{0, 100}}, 1, {{100, true, false}, {325, false, false}, {475, false, false}, {700, false, false}}},
        {{{0, 0}}, 0, {{0, false, false}, {250, false, false}, {416, false, false}, {666, false, false}}},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct nr_word_mark marks[WORDS];
        fill(marks, rows[i].events, rows[i].count);
        assert_marks(marks, rows[i].marks);
    }
}

static void a_pause_and_a_lost_word_take_no_letters(void **state)
{
    (void)state;
    static const struct wire_event events[] = {{0, 0}, {11, 10000}};
    static int16_t frames[12000];
    struct nr_word_mark marks[WORDS] = {0};
    memset(frames, 0x55, 5000 * sizeof *frames);
    marks_fill(marks, str_of(text), words, WORDS, &(struct speech){events, 2, frames, 12000});
    assert_int_equal(marks[1].start_frame, 5000 * 3 / 8);
    assert_int_equal(marks[2].start_frame, 5000 * 5 / 8);
    memset(marks, 0, sizeof marks);
    marks[1].lost = true;
    marks_fill(marks, str_of(text), words, WORDS, &(struct speech){events, 2, frames, 12000});
    assert_int_equal(marks[1].start_frame, 2500);
    assert_int_equal(marks[2].start_frame, 2500);
    assert_true(marks[1].lost && !marks[0].lost);
}

static void only_words_that_can_be_missed_are_gaps(void **state)
{
    (void)state;
    static const char mixed[] = "one -- two-three \xe2\x82\xac 4 \xc3\xa9t\xc3\xa9";
    static const struct nr_unit_word mixed_words[] = {{0, 3},   {4, 6},   {7, 10}, {11, 16},
                                                      {17, 20}, {21, 22}, {23, 28}};
    struct nr_word_mark marks[7] = {[2] = {.heard = true}};
    struct gap gaps[7];
    assert_int_equal(gaps_find(gaps, str_of(mixed), mixed_words, 7, marks), 3);
    assert_int_equal(gaps[0].word, 0);
    assert_int_equal(gaps[0].behind, 0);
    assert_int_equal(gaps[1].word, 5);
    assert_int_equal(gaps[1].behind, 2);
    assert_int_equal(gaps[1].row, 1);
    assert_int_equal(gaps[2].word, 6);
    assert_int_equal(gaps[2].row, 2);
}

static void marks_never_fall(void **state)
{
    (void)state;
    srand(1);
    for (int round = 0; round < 20000; round++) {
        struct wire_event events[8];
        struct nr_word_mark marks[WORDS];
        for (size_t i = 0; i < 8; i++)
            events[i] = (struct wire_event){(uint32_t)rand() % 17, (uint32_t)rand() % (FRAMES + 1)};
        fill(marks, events, (size_t)rand() % 9);
        for (size_t i = 1; i < WORDS; i++)
            assert_true(marks[i].start_frame >= marks[i - 1].start_frame);
        assert_true(marks[WORDS - 1].start_frame <= FRAMES);
    }
}

static void a_long_text_is_cut_where_it_hurts_least(void **state)
{
    (void)state;
    assert_int_equal(cut_long(STR("short"), 10), 5);
    assert_int_equal(cut_long(STR("one two, three four five"), 16), 9);
    assert_int_equal(cut_long(STR("a, two three four five"), 16), 13);
    assert_int_equal(cut_long(STR("\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9"), 4), 8);
    assert_int_equal(cut_middle(STR("one two three")), 4);
    assert_int_equal(cut_middle(STR("a bcdefghijkl")), 2);
    assert_int_equal(cut_middle(STR("abcdefghijk l")), 12);
    assert_int_equal(cut_middle(STR("abc")), 0);
    assert_int_equal(cut_middle(STR("abc ")), 0);
    assert_int_equal(cut_middle(STR("")), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(events_are_heard_where_they_land),
        cmocka_unit_test(a_pause_and_a_lost_word_take_no_letters),
        cmocka_unit_test(only_words_that_can_be_missed_are_gaps),
        cmocka_unit_test(marks_never_fall),
        cmocka_unit_test(a_long_text_is_cut_where_it_hurts_least),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
