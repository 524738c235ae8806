/* How pronunciations are put into the text that espeak-ng gets. */
#include "speak/engine_espeak_phonemes.h"
#include "speak/wire.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

struct said {
    uint32_t start;
    uint32_t end;
    const char *phonemes;
};

static struct guarded pronounce(const char *text, const struct said *said, size_t count)
{
    struct guarded guarded = {0};
    struct buf bytes = {0};
    for (size_t i = 0; i < count; i++)
        wire_put_pronunciation(&bytes,
                               &(struct wire_pronunciation){said[i].start, said[i].end, str_of(said[i].phonemes)});
    guard_text(&guarded, str_of(text), false);
    espeak_pronounce(&guarded, buf_str(&bytes));
    buf_free(&bytes);
    return guarded;
}

static void phonemes_take_the_place_of_what_is_written(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        struct said said[2];
        const char *wanted;
    } rows[] = {
        {"Xi.", {{0, 2, "S'i:"}}, "[[S'i:]]."},
        {"Mr Xi's day", {{3, 7, "S'i:z"}}, "Mr [[S'i:z]] day"},
        {"\u201cXi\u201d", {{3, 5, "S'i:"}}, "\u201c [[S'i:]]\u201d"},
        {"pro-Xi-led", {{4, 6, "S'i:"}}, "pro- [[S'i:]]-led"},
        {"Xi Xi", {{0, 2, "a"}, {3, 5, "i"}}, "[[a]] [[i]]"},
        {"von der \u00c9", {{0, 10, "f0n d@ e"}}, "[[f0n d@ e]]"},
        {"[[S'i:]] Xi", {{9, 11, "a"}}, "[S'i:]] [[a]]"},
        {"[Xi", {{1, 3, "a"}}, "[ [[a]]"},
        /* What makes no sense is not put in, nor what follows. */
        {"Xi Xi", {{0, 2, "a]]b"}, {3, 5, "i"}}, "Xi Xi"},
        {"Xi Xi", {{0, 2, "[a"}, {3, 5, "i"}}, "Xi Xi"},
        {"Xi Xi", {{0, 2, "a\001"}, {3, 5, "i"}}, "Xi Xi"},
        {"Xi Xi", {{0, 2, ""}, {3, 5, "i"}}, "Xi Xi"},
        {"Xi Xi", {{3, 5, "a"}, {0, 2, "i"}}, "Xi [[a]]"},
        {"Xi Xi", {{2, 2, "a"}, {3, 5, "i"}}, "Xi Xi"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        size_t count = rows[i].said[1].phonemes ? 2 : 1;
        struct guarded got = pronounce(rows[i].text, rows[i].said, count);
        assert_string_equal(got.text.at, rows[i].wanted);
        assert_int_equal(got.has_phonemes, strcmp(rows[i].text, rows[i].wanted) != 0);
        assert_true(got.pronounceable);
        guard_free(&got);
    }
}

static void every_character_knows_where_it_came_from(void **state)
{
    (void)state;
    static const struct said said = {3, 5, "S'i:"};
    static const uint32_t origins[] = {0, 3, 3, 3, 3, 3, 3, 3, 3, 3, 5, 8, 9};
    struct guarded got = pronounce("\u201cXi\u201d \u00e9", &said, 1);
    assert_string_equal(got.text.at, "\u201c [[S'i:]]\u201d \u00e9");
    assert_int_equal(got.count, sizeof origins / sizeof *origins);
    for (size_t i = 0; i < got.count; i++)
        assert_int_equal(got.origins[i], origins[i]);
    guard_free(&got);
}

static void garbled_bytes_are_left_out(void **state)
{
    (void)state;
    struct buf bytes = {0};
    wire_put_pronunciation(&bytes, &(struct wire_pronunciation){0, 2, STR("S'i:")});
    for (size_t cut = 0; cut < bytes.length; cut++) {
        struct guarded guarded = {0};
        guard_text(&guarded, STR("Xi"), false);
        espeak_pronounce(&guarded, str_slice(buf_str(&bytes), 0, cut));
        assert_string_equal(guarded.text.at, "Xi");
        guard_free(&guarded);
    }
    buf_free(&bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(phonemes_take_the_place_of_what_is_written),
        cmocka_unit_test(every_character_knows_where_it_came_from),
        cmocka_unit_test(garbled_bytes_are_left_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
