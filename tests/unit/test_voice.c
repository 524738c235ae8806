#include "narrator/voice.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

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
        {"[everyone]\n", "v.voice:1: unknown section [everyone]; there are [all], [quotation], and roles such as "
                         "[headline]"},
        {"[all]\nrate\n", "v.voice:2: neither 'key = value' nor '[section]'"},
        {"[all]\nvoice =\n", "v.voice:2: 'voice' has no value"},
        {"[all]\nlanguage = en\n", "v.voice:2: unknown key 'language'"},
        {"[all]\nvoice = en+../../etc/x\n",
         "v.voice:2: voice must be a name of the engine's, such as en, en-us or en+f3"},
        {"[all]\nvoice = en+\n", "v.voice:2: voice must be a name of the engine's, such as en, en-us or en+f3"},
        {"[all]\nvoice = en+01234567890123456\n",
         "v.voice:2: voice must be a name of the engine's, such as en, en-us or en+f3"},
        {"[quotation]\nvoice = en\n",
         "v.voice:2: unknown key 'voice' in [quotation]; it may set pitch and range, as in 'pitch = +5'"},
        {"[quotation]\npitch = +100\n", "v.voice:2: pitch must be a whole number from -99 to 99"},
        {"[quotation]\npitch = +-1\n", "v.voice:2: pitch must be a whole number from -99 to 99"},
        {"inherits = nobody\n", "v.voice:1: there is no voice 'nobody' to inherit from"},
        {"\ninherits =\n", "v.voice:2: 'inherits' has no value"},
        {"[all]\ninherits = a\n", "v.voice:2: unknown key 'inherits'"},
        {"loudness = 1\n", "v.voice:1: loudness must be a number from -70 to 0, such as -22.4"},
        {"loudness = -22.44\n", "v.voice:1: loudness must be a number from -70 to 0, such as -22.4"},
        {"loudness = -70.1\n", "v.voice:1: loudness must be a number from -70 to 0, such as -22.4"},
        {"loudness = -22,4\n", "v.voice:1: loudness must be a number from -70 to 0, such as -22.4"},
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

static void a_quotation_is_the_body_s_speaker_a_little_moved(void **state)
{
    (void)state;
    struct nr_voice *voice = parse("[quotation]\npitch = -5\nrange = +90\n[all]\npitch = 3\nrange = 20\n"
                                   "[body]\nrate = 190\n");
    assert_int_equal(voice->quotation.pitch, 0);
    assert_int_equal(voice->quotation.range, 100);
    assert_int_equal(voice->quotation.rate_wpm, 190);
    assert_string_equal(voice->quotation.engine_voice, voice->styles[NR_BODY].engine_voice);
    assert_int_equal(voice->styles[NR_BODY].pitch, 3);
    nr_voice_free(voice);
    voice = parse("");
    assert_true(voice->quotation.pitch > voice->styles[NR_BODY].pitch);
    nr_voice_free(voice);
}

/* A data folder and a user's own, both empty. */
struct folders {
    char top[64];
    char data[128];
    char user[128];
    struct nr_settings settings;
};

static void open_folders(struct folders *folders)
{
    snprintf(folders->top, sizeof folders->top, "/tmp/test-voice-XXXXXX");
    assert_non_null(mkdtemp(folders->top));
    snprintf(folders->data, sizeof folders->data, "%s/data", folders->top);
    snprintf(folders->user, sizeof folders->user, "%s/user", folders->top);
    const char *const parts[] = {folders->data, folders->user};
    for (size_t i = 0; i < 2; i++) {
        char voices[160];
        snprintf(voices, sizeof voices, "%s/voices", parts[i]);
        assert_int_equal(mkdir(parts[i], S_IRWXU), 0);
        assert_int_equal(mkdir(voices, S_IRWXU), 0);
    }
    folders->settings = (struct nr_settings){.data_dir = folders->data, .user_dir = folders->user};
}

static void close_folders(const struct folders *folders)
{
    char command[128];
    snprintf(command, sizeof command, "rm -r '%s'", folders->top);
    assert_int_equal(system(command), 0);
}

static void write_profile(const char *folder, const char *name, const char *text)
{
    char path[256];
    snprintf(path, sizeof path, "%s/voices/%s.voice", folder, name);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static struct nr_voice *load(const struct folders *folders, const char *name)
{
    struct nr_voice *voice;
    struct nr_error error;
    if (!nr_voice_load(name, &folders->settings, &voice, &error))
        fail_msg("%s", error.message);
    return voice;
}

/* Fails with `wanted` behind the folder's path. */
static void assert_wrong(const struct folders *folders, const char *name, const char *wanted)
{
    struct nr_voice *voice;
    struct nr_error error;
    assert_false(nr_voice_load(name, &folders->settings, &voice, &error));
    assert_int_equal(error.status, NR_FAILED);
    assert_int_equal(strncmp(error.message, folders->top, strlen(folders->top)), 0);
    assert_string_equal(error.message + strlen(folders->top), wanted);
}

static void a_profile_changes_what_it_inherits(void **state)
{
    (void)state;
    struct folders folders;
    open_folders(&folders);
    write_profile(folders.data, "base",
                  "description = Base\nlanguage = en-US\nloudness = -21.6\n[all]\nrate = 150\npitch = 30\n"
                  "[quotation]\npitch = +9\n");
    write_profile(folders.user, "leaf", "inherits = mid\nsentence-pause = 200\n[headline]\nrate = 130\n");
    write_profile(folders.data, "mid",
                  "# inherits = nobody\n  inherits=base\n[headline]\nrate = 140\n[all]\n"
                  "pitch = 35\n");
    struct nr_voice *voice = load(&folders, "leaf");
    assert_string_equal(voice->name, "leaf");
    assert_string_equal(voice->description, "");
    assert_string_equal(voice->language, "en-US");
    assert_int_equal(voice->sentence_pause_ms, 200);
    assert_true(voice->loudness_lufs == -21.6);
    assert_int_equal(voice->styles[NR_HEADLINE].rate_wpm, 130);
    assert_int_equal(voice->styles[NR_BODY].rate_wpm, 150);
    assert_int_equal(voice->styles[NR_BODY].pitch, 35);
    assert_int_equal(voice->quotation.pitch, 44);
    nr_voice_free(voice);
    close_folders(&folders);
}

static void the_user_s_profile_wins_and_may_build_on_the_one_it_hides(void **state)
{
    (void)state;
    struct folders folders;
    int count = 0;
    struct nr_error error;
    open_folders(&folders);
    write_profile(folders.data, "newsreader", "description = Theirs\n[all]\nrate = 150\npitch = 30\n");
    write_profile(folders.user, "newsreader", "inherits = newsreader\ndescription = Mine\n[all]\npitch = 40\n");
    write_profile(folders.user, "other", "inherits = ./newsreader.voice\ndescription = Other\n");
    struct nr_voice *voice = load(&folders, NULL);
    assert_string_equal(voice->description, "Mine");
    assert_int_equal(voice->styles[NR_BODY].rate_wpm, 150);
    assert_int_equal(voice->styles[NR_BODY].pitch, 40);
    nr_voice_free(voice);
    voice = load(&folders, "other");
    assert_int_equal(voice->styles[NR_BODY].pitch, 40);
    nr_voice_free(voice);
    assert_true(nr_voice_list(&folders.settings, count_voice, &count, &error));
    assert_int_equal(count, 2);
    close_folders(&folders);
}

static void inheritance_that_goes_wrong_names_file_and_line(void **state)
{
    (void)state;
    struct folders folders;
    open_folders(&folders);
    write_profile(folders.data, "a", "\ninherits = b\n");
    write_profile(folders.data, "b", "inherits = c\n");
    write_profile(folders.data, "c", "description = C\n\ninherits = a\n");
    write_profile(folders.data, "self", "inherits = ./self.voice\n");
    write_profile(folders.data, "orphan", "inherits = orphan\n");
    write_profile(folders.data, "twice", "inherits = good\ninherits = good\n");
    write_profile(folders.data, "good", "");
    write_profile(folders.data, "child", "inherits = wrong\n");
    write_profile(folders.data, "wrong", "[all]\nrate = x\n");
    write_profile(folders.data, "device", "inherits = /dev/zero\n");
    assert_wrong(&folders, "a", "/data/voices/c.voice:3: inherits from itself by way of 'a'");
    assert_wrong(&folders, "self", "/data/voices/self.voice:1: inherits from itself by way of './self.voice'");
    assert_wrong(&folders, "orphan", "/data/voices/orphan.voice:1: there is no voice 'orphan' to inherit from");
    assert_wrong(&folders, "twice", "/data/voices/twice.voice:2: a profile inherits from one other at most");
    assert_wrong(&folders, "child", "/data/voices/wrong.voice:2: rate must be a whole number from 80 to 449");
    assert_wrong(&folders, "device", "/data/voices/device.voice:1: there is no voice '/dev/zero' to inherit from");
    close_folders(&folders);
}

static void eight_generations_are_enough(void **state)
{
    (void)state;
    struct folders folders;
    open_folders(&folders);
    for (int i = 0; i < 9; i++) {
        char name[16], text[32];
        snprintf(name, sizeof name, "v%d", i);
        snprintf(text, sizeof text, "inherits = v%d\n", i - 1);
        write_profile(folders.data, name, i ? text : "[all]\nrate = 99\n");
    }
    struct nr_voice *voice = load(&folders, "v7");
    assert_int_equal(voice->styles[NR_BODY].rate_wpm, 99);
    nr_voice_free(voice);
    assert_wrong(&folders, "v8", "/data/voices/v1.voice:1: more than 8 profiles inherit one from another");
    close_folders(&folders);
}

static void a_wrong_profile_hides_no_other_from_the_list(void **state)
{
    (void)state;
    struct folders folders;
    struct nr_error error;
    int count = 0;
    open_folders(&folders);
    write_profile(folders.user, "a", "description = A\n");
    write_profile(folders.user, "b", "nonsense\n");
    write_profile(folders.data, "c", "description = C\n");
    assert_false(nr_voice_list(&folders.settings, count_voice, &count, &error));
    assert_int_equal(count, 2);
    assert_non_null(strstr(error.message, "b.voice:1: "));
    close_folders(&folders);
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
    assert_true(count >= 4);
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
        cmocka_unit_test(a_quotation_is_the_body_s_speaker_a_little_moved),
        cmocka_unit_test(a_profile_changes_what_it_inherits),
        cmocka_unit_test(the_user_s_profile_wins_and_may_build_on_the_one_it_hides),
        cmocka_unit_test(inheritance_that_goes_wrong_names_file_and_line),
        cmocka_unit_test(eight_generations_are_enough),
        cmocka_unit_test(a_wrong_profile_hides_no_other_from_the_list),
        cmocka_unit_test(shipped_profiles_load),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
