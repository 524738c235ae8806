#include "speak/speaker_cut.h"
#include "speak/speaker_marks.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

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
    marks_fill(marks, str_of(text), words, WORDS, events, count, FRAMES);
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
        {{{0, 10}, {4, 300}, {7, 500}, {11, 700}}, 4, {{10, true}, {300, true}, {500, true}, {700, true}}},
        /* more events inside a word, and one on a space */
        {{{0, 10}, {2, 50}, {3, 60}, {5, 300}, {11, 700}},
         5,
         {{10, true}, {300, true}, {460, false}, {700, true}}},
        /* one that goes back in the text, one that goes back in time */
        {{{4, 300}, {0, 320}, {7, 200}, {11, 700}}, 4, {{0, false}, {300, true}, {460, false}, {700, true}}},
        /* two in a row without one, and a tail without */
        {{{0, 0}, {11, 800}}, 2, {{0, true}, {300, false}, {500, false}, {800, true}}},
        {{{0, 100}}, 1, {{100, true}, {325, false}, {475, false}, {700, false}}},
        {{{0, 0}}, 0, {{0, false}, {250, false}, {416, false}, {666, false}}},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct nr_word_mark marks[WORDS];
        fill(marks, rows[i].events, rows[i].count);
        assert_marks(marks, rows[i].marks);
    }
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
        cmocka_unit_test(marks_never_fall),
        cmocka_unit_test(a_long_text_is_cut_where_it_hurts_least),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
