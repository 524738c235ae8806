/* Variants of voices of our own, in a data folder that the helper makes and removes. */
#include "speaking.h"

#include <sys/stat.h>
#include <sys/wait.h>

static const char *const sentence[] = {"The storm came at night."};

/* A folder for helpers' folders, and two that hold variants. */
struct fixture {
    char runtime[128];
    char user[128];
    char data[128];
    struct nr_settings settings;
};

static void write_variant(const char *folder, const char *name, const char *text)
{
    char path[256];
    snprintf(path, sizeof path, "%s/voices", folder);
    mkdir(path, S_IRWXU);
    snprintf(path, sizeof path, "%s/voices/variants", folder);
    mkdir(path, S_IRWXU);
    snprintf(path, sizeof path, "%s/voices/variants/%s", folder, name);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fprintf(file, "language variant\nname %s\n%s\n", name, text);
    fclose(file);
}

static void make_folder(char path[128], const char *template)
{
    snprintf(path, 128, "%s", template);
    assert_non_null(mkdtemp(path));
}

static void open_fixture(struct fixture *fixture)
{
    make_folder(fixture->runtime, "/tmp/test-runtime-XXXXXX");
    make_folder(fixture->user, "/tmp/test-user-XXXXXX");
    make_folder(fixture->data, "/tmp/test-data-XXXXXX");
    write_variant(fixture->data, "nr-low", "pitch 50 70");
    write_variant(fixture->data, "Not-A-Name~", "pitch 50 70");
    setenv("XDG_RUNTIME_DIR", fixture->runtime, 1);
    fixture->settings = speaking_settings("espeak-ng", 1);
    fixture->settings.user_dir = fixture->user;
    fixture->settings.data_dir = fixture->data;
}

static struct nr_speaker *open_speaker(const struct fixture *fixture)
{
    struct nr_speaker *speaker = NULL;
    struct nr_error error;
    if (!nr_speaker_open(&fixture->settings, &speaker, &error))
        fail_msg("%s", error.message);
    return speaker;
}

static bool speak(struct nr_speaker *speaker, const char *voice, struct said *said, struct nr_error *error)
{
    struct nr_style style = plain_style;
    struct nr_sound sound;
    style.engine_voice = voice;
    speaking_submit(speaker, sentence[0], &style);
    bool spoken = nr_speaker_next(speaker, &sound, error);
    if (spoken)
        speaking_keep(said, &sound);
    return spoken;
}

static struct said say(const struct fixture *fixture, const char *voice)
{
    struct said said;
    struct nr_error error;
    struct nr_speaker *speaker = open_speaker(fixture);
    if (!speak(speaker, voice, &said, &error))
        fail_msg("%s", error.message);
    assert_int_equal(said.state, NR_SOUND_WHOLE);
    nr_speaker_close(speaker);
    return said;
}

static bool same(const struct said *a, const struct said *b)
{
    return a->frames.length == b->frames.length && !memcmp(a->frames.at, b->frames.at, a->frames.length);
}

/* The engine's sound library leaves a folder of its own there. */
static size_t count_folders(const char *path)
{
    size_t count = 0;
    DIR *folder = opendir(path);
    assert_non_null(folder);
    for (struct dirent *entry; (entry = readdir(folder));)
        count += str_starts(str_of(entry->d_name), STR("narrate-"));
    closedir(folder);
    return count;
}

static void remove_folder(const char *path)
{
    char command[256];
    snprintf(command, sizeof command, "rm -rf '%s'", path);
    assert_int_equal(system(command), 0);
}

static void close_fixture(struct fixture *fixture)
{
    unsetenv("XDG_RUNTIME_DIR");
    remove_folder(fixture->runtime);
    remove_folder(fixture->user);
    remove_folder(fixture->data);
}

static void a_variant_is_heard_whatever_the_folder_is_called(void **state)
{
    (void)state;
    struct fixture fixture;
    char other[128];
    open_fixture(&fixture);
    make_folder(other, "/tmp/test-runtime-whose-name-is-rather-longer-XXXXXX");
    struct said plain = say(&fixture, "en"), low = say(&fixture, "en+nr-low");
    setenv("XDG_RUNTIME_DIR", other, 1);
    struct said again = say(&fixture, "en+nr-low");
    assert_false(same(&plain, &low));
    assert_true(same(&low, &again));
    speaking_forget((struct said[]){plain, low, again}, 3);
    remove_folder(other);
    close_fixture(&fixture);
}

static void the_user_s_variant_wins(void **state)
{
    (void)state;
    struct fixture fixture;
    open_fixture(&fixture);
    struct said low = say(&fixture, "en+nr-low");
    write_variant(fixture.user, "nr-low", "pitch 150 190");
    write_variant(fixture.user, "nr-high", "pitch 150 190");
    struct said own = say(&fixture, "en+nr-low"), high = say(&fixture, "en+nr-high");
    assert_false(same(&low, &own));
    assert_true(same(&own, &high));
    speaking_forget((struct said[]){low, own, high}, 3);
    close_fixture(&fixture);
}

static void a_variant_that_there_is_not_is_an_error(void **state)
{
    (void)state;
    static const char *const names[] = {"en+nr-none", "en+not-a-name~", "en+../lock", "en+abcdefghijklmnopq"};
    struct fixture fixture;
    open_fixture(&fixture);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct said said;
        struct nr_error error = {0};
        struct nr_speaker *speaker = open_speaker(&fixture);
        assert_false(speak(speaker, names[i], &said, &error));
        assert_int_equal(error.status, NR_USAGE);
        assert_non_null(strstr(error.message, names[i]));
        nr_speaker_close(speaker);
    }
    close_fixture(&fixture);
}

/* The longest name that is taken, with the engine's longest voices. */
static void a_long_name_does_no_harm(void **state)
{
    (void)state;
    static const char *const voices[] = {"yue-latn-jyutping+abcdefghijklmnop", "vi-vn-x-central+abcdefghijklmnop",
                                         "en-gb-x-gbclan+abcdefghijklmnop"};
    struct fixture fixture;
    open_fixture(&fixture);
    write_variant(fixture.data, "abcdefghijklmnop", "pitch 50 70");
    for (size_t i = 0; i < sizeof voices / sizeof *voices; i++) {
        struct said said = say(&fixture, voices[i]);
        assert_true(said.frames.length > 0);
        speaking_forget(&said, 1);
    }
    close_fixture(&fixture);
}

static void the_folder_goes_with_its_helper(void **state)
{
    (void)state;
    struct fixture fixture;
    open_fixture(&fixture);
    struct nr_speaker *speaker = open_speaker(&fixture);
    assert_int_equal(count_folders(fixture.runtime), 1);
    nr_speaker_close(speaker);
    assert_int_equal(count_folders(fixture.runtime), 0);
    close_fixture(&fixture);
}

static void a_killed_helper_s_folder_is_swept_and_a_living_one_s_is_not(void **state)
{
    (void)state;
    struct fixture fixture;
    struct nr_error error;
    struct said before, after;
    open_fixture(&fixture);
    struct nr_speaker *killed = open_speaker(&fixture);
    kill(speaking_child_of(getpid()), SIGKILL);
    nr_speaker_close(killed);
    assert_int_equal(count_folders(fixture.runtime), 1);
    struct nr_speaker *living = open_speaker(&fixture);
    assert_int_equal(count_folders(fixture.runtime), 1);
    struct nr_speaker *other = open_speaker(&fixture);
    assert_int_equal(count_folders(fixture.runtime), 2);
    assert_true(speak(living, "en+nr-low", &before, &error));
    nr_speaker_close(other);
    assert_true(speak(living, "en+nr-low", &after, &error));
    assert_true(same(&before, &after));
    nr_speaker_close(living);
    assert_int_equal(count_folders(fixture.runtime), 0);
    speaking_forget((struct said[]){before, after}, 2);
    close_fixture(&fixture);
}

static void a_runtime_folder_that_is_of_no_use_is_passed_over(void **state)
{
    (void)state;
    char longest[512];
    struct fixture fixture;
    open_fixture(&fixture);
    struct said wanted = say(&fixture, "en+nr-low");
    snprintf(longest, sizeof longest, "%s/%0120d", fixture.runtime, 0);
    mkdir(longest, S_IRWXU);
    const char *const useless[] = {"/dev/null/folder", "relative", "", longest, "/dev/null"};
    for (size_t i = 0; i < sizeof useless / sizeof *useless; i++) {
        setenv("XDG_RUNTIME_DIR", useless[i], 1);
        struct said said = say(&fixture, "en+nr-low");
        assert_true(same(&wanted, &said));
        speaking_forget(&said, 1);
    }
    assert_int_equal(count_folders(longest), 0);
    speaking_forget(&wanted, 1);
    close_fixture(&fixture);
}

/* espeak-ng takes either for its data, without a word. */
static void data_of_the_user_s_is_not_taken_for_the_engine_s(void **state)
{
    (void)state;
    char path[256];
    struct fixture fixture;
    open_fixture(&fixture);
    struct said wanted = say(&fixture, "en+nr-low");
    snprintf(path, sizeof path, "%s/espeak-ng-data", fixture.user);
    mkdir(path, S_IRWXU);
    setenv("HOME", fixture.user, 1);
    setenv("ESPEAK_DATA_PATH", fixture.user, 1);
    struct said said = say(&fixture, "en+nr-low");
    unsetenv("ESPEAK_DATA_PATH");
    assert_true(same(&wanted, &said));
    speaking_forget((struct said[]){wanted, said}, 2);
    close_fixture(&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_variant_is_heard_whatever_the_folder_is_called),
        cmocka_unit_test(the_user_s_variant_wins),
        cmocka_unit_test(a_variant_that_there_is_not_is_an_error),
        cmocka_unit_test(a_long_name_does_no_harm),
        cmocka_unit_test(the_folder_goes_with_its_helper),
        cmocka_unit_test(a_killed_helper_s_folder_is_swept_and_a_living_one_s_is_not),
        cmocka_unit_test(a_runtime_folder_that_is_of_no_use_is_passed_over),
        cmocka_unit_test(data_of_the_user_s_is_not_taken_for_the_engine_s),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
