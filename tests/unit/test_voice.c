#include "narrator/voice.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct nr_voice *parse(const char *text)
{
    struct nr_voice *voice;
    struct nr_error error;
    if (!nr_voice_parse("dir/mine.voice", text, strlen(text), &voice, &error))
        fail_msg("%s", error.message);
    return voice;
}

static void sections_set_roles(void **state)
{
    (void)state;
    struct nr_voice *voice =
        parse("description = Calm  # and kind\n\n[all]\nrate=150\r\n [crosshead]\nrate = 140\n"
              "pause-before = 1200\nvoice = en-us+f3\n");
    assert_string_equal(voice->name, "mine");
    assert_string_equal(voice->description, "Calm  # and kind");
    assert_int_equal(voice->styles[NR_BODY].rate_wpm, 150);
    assert_int_equal(voice->styles[NR_CROSSHEAD].rate_wpm, 140);
    assert_int_equal(voice->styles[NR_CROSSHEAD].pause_before_ms, 1200);
    assert_string_equal(voice->styles[NR_CROSSHEAD].engine_voice, "en-us+f3");
    assert_string_equal(voice->styles[NR_BODY].engine_voice, "en");
    nr_voice_free(voice);
}

static void mistakes_name_the_line(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const char *wanted;
    } rows[] = {
        {"language = en\nspeed = 9\n", "v.voice:2: unknown key 'speed' before the first [section]"},
        {"[all]\nrate = 9000\n", "v.voice:2: rate must be a whole number from 80 to 449"},
        {"[all]\nrate = 4294967476\n", "v.voice:2: rate must be a whole number from 80 to 449"},
        {"[all]\npitch = -1\n", "v.voice:2: pitch must be a whole number from 0 to 99"},
        {"[everyone]\n", "v.voice:1: unknown section [everyone]; a section is [all] or a role such as [headline]"},
        {"[all]\nrate\n", "v.voice:2: neither 'key = value' nor '[section]'"},
        {"[all]\nvoice =\n", "v.voice:2: 'voice' has no value"},
        {"[all]\nlanguage = en\n", "v.voice:2: unknown key 'language'"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct nr_voice *voice;
        struct nr_error error;
        assert_false(nr_voice_parse("v.voice", rows[i].text, strlen(rows[i].text), &voice, &error));
        assert_int_equal(error.status, NR_FAILED);
        assert_string_equal(error.message, rows[i].wanted);
    }
}

static void count_voice(void *context, const struct nr_voice *voice)
{
    assert_true(voice->description[0] != '\0');
    ++*(int *)context;
}

static void shipped_profiles_load(void **state)
{
    (void)state;
    struct nr_settings settings = {.data_dir = getenv("SOURCE_DIR")};
    struct nr_error error;
    struct nr_voice *voice;
    int count = 0;
    assert_non_null(settings.data_dir);
    assert_true(nr_voice_list(&settings, count_voice, &count, &error));
    assert_true(count >= 1);
    assert_true(nr_voice_load(NULL, &settings, &voice, &error));
    assert_string_equal(voice->name, "newsreader");
    nr_voice_free(voice);
    assert_false(nr_voice_load("nobody", &settings, &voice, &error));
    assert_int_equal(error.status, NR_USAGE);
    assert_string_equal(error.message, "unknown voice 'nobody'; see narrate voices");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sections_set_roles),
        cmocka_unit_test(mistakes_name_the_line),
        cmocka_unit_test(shipped_profiles_load),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
