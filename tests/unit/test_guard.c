#include "speak/engine_guard.h"
#include "utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define TIMES8(text)  text text text text text text text text
#define TIMES64(text) TIMES8(TIMES8(text))

static struct guarded guard(struct str text, bool bare)
{
    struct guarded guarded = {0};
    guard_text(&guarded, text, bare);
    assert_int_equal(guarded.count, utf8_count(buf_str(&guarded.text)));
    return guarded;
}

static void what_has_no_sound_is_dropped_and_commands_are_broken(void **state)
{
    (void)state;
    const struct {
        struct str text;
        const char *guarded;
    } rows[] = {
        {STR("plain text, \u201cquoted\u201d."), "plain text, \u201cquoted\u201d."},
        {STR("a\00150Pb"), "a50Pb"},
        {STR("nul\0byte"), "nulbyte"},
        {STR("[[h@l'oU]]"), "[h@l'oU]]"},
        {STR("[[[[x"), "[x"},
        {STR("[\u200b[x"), "[x"},
        {STR("\ufeffso\u00adft zwj\u200dzwnj\u200c \u202etrojan\u202c \u2764\ufe0f"),
         "soft zwjzwnj trojan \u2764"},
        {STR("one\r\n\ntwo\tthree\u00a0four"), "one   two three four"},
        {STR("caf\xe9 \xed\xa0\x80!"), "caf !"},
        {STR(".........."), "...... ...."},
        {STR("U.S.U.S.U.S.U.S."), "U.S.U.S.U.S. U.S."},
        {STR("a.b c.d e.f g.h i.j k.l m.n"), "a.b c.d e.f g.h i.j k.l m.n"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct guarded guarded = guard(rows[i].text, false);
        assert_string_equal(guarded.text.at, rows[i].guarded);
        guard_free(&guarded);
    }
}

static void no_run_is_longer_than_the_engine_can_take(void **state)
{
    (void)state;
    struct guarded guarded = guard(STR(TIMES64("'s") TIMES64("\u00e9") TIMES64("\U0001F600")), false);
    size_t run = 0;
    for (size_t at = 0, length; at < guarded.text.length; at += length) {
        run = utf8_at(buf_str(&guarded.text), at, &length) == ' ' ? 0 : run + 1;
        assert_in_range(run, 0, 64);
    }
    guard_free(&guarded);
}

static void every_code_point_knows_its_origin(void **state)
{
    (void)state;
    struct str text = STR("\ufeff\u201cA\u00ad\u00e9\u201d [[b " TIMES64("x") "yz e.g. don\u2019t");
    for (int bare = 0; bare < 2; bare++) {
        struct guarded guarded = guard(text, bare);
        uint32_t last = 0;
        for (size_t i = 0, at = 0, length; i < guarded.count; i++, at += length) {
            size_t unused;
            uint32_t code = utf8_at(buf_str(&guarded.text), at, &length);
            uint32_t origin = guarded.origins[i];
            assert_true(origin >= last && origin < text.length);
            assert_true(code == ' ' || code == utf8_at(text, origin, &unused));
            last = origin;
        }
        guard_free(&guarded);
    }
}

static void bare_text_has_no_apostrophes_and_no_dots(void **state)
{
    (void)state;
    struct guarded guarded = guard(STR("Don\u2019t. It's the U.S., e.g."), true);
    assert_string_equal(guarded.text.at, "Dont  Its the U S , e g ");
    guard_free(&guarded);
}

static void punctuation_alone_is_not_pronounceable(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool pronounceable;
    } rows[] = {{"", false},      {" \u00a0\n", false}, {"...", false},
                {"* * *", false}, {"\u2014", false},    {"\u201c!?\u201d", false},
                {"5", true},      {"$", true},          {"\u00e9!", true},
                {"100%", true},   {"\u4e2d", true}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct guarded guarded = guard(str_of(rows[i].text), false);
        assert_int_equal(guarded.pronounceable, rows[i].pronounceable);
        guard_free(&guarded);
    }
}

static void only_text_that_is_broken_up_counts_as_broken(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool broken;
    } rows[] = {{"Words.", false},
                {"Contents ................ 7", false},
                {"________________________________________________________________________________", false},
                {TIMES64("x"), false},
                {TIMES64("x") "x", true},
                {TIMES64("'s"), true},
                {"a.b.c.d.e.f.g", true}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct guarded guarded = guard(str_of(rows[i].text), false);
        assert_int_equal(guarded.broken, rows[i].broken);
        guard_free(&guarded);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_has_no_sound_is_dropped_and_commands_are_broken),
        cmocka_unit_test(no_run_is_longer_than_the_engine_can_take),
        cmocka_unit_test(every_code_point_knows_its_origin),
        cmocka_unit_test(bare_text_has_no_apostrophes_and_no_dots),
        cmocka_unit_test(punctuation_alone_is_not_pronounceable),
        cmocka_unit_test(only_text_that_is_broken_up_counts_as_broken),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
