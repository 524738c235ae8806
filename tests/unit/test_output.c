/* Where src/write/ puts its files, and what it leaves alone. */
#include "writing.h"

#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/utsname.h>
#include <sys/wait.h>

static void full_disk_leaves_nothing(void **state)
{
    (void)state;
    struct made made;
    make(&made, odd_titles, ODD_COUNT, 60 * RATE);
    signal(SIGXFSZ, SIG_IGN);
    struct rlimit before, small;
    getrlimit(RLIMIT_FSIZE, &before);
    const struct nr_format *format;
    for (size_t i = 0; (format = nr_format_at(i)); i++)
        for (rlim_t room = 0; room < 120000; room += 6007) {
            struct nr_error error = {0};
            small = (struct rlimit){room, before.rlim_max};
            setrlimit(RLIMIT_FSIZE, &small);
            bool ok = nr_write_recording(&made.recording, format, out_of(format), &defaults, &error);
            setrlimit(RLIMIT_FSIZE, &before);
            assert_false(ok);
            assert_int_equal(error.status, NR_FAILED);
            assert_non_null(strstr(error.message, strerror(EFBIG)));
            assert_non_null(strstr(error.message, out_of(format)));
            assert_null(strchr(error.message, '\n'));
            expect_nothing_in_folder();
        }
    drop(&made);
}

static void full_descriptor_fails(void **state)
{
    (void)state;
    struct made made;
    make(&made, odd_titles, 1, RATE);
    int full = open("/dev/full", O_WRONLY);
    assert_true(full >= 0);
    const struct nr_format *format;
    for (size_t i = 0; (format = nr_format_at(i)); i++) {
        struct nr_error error = {0};
        assert_false(nr_write_recording_fd(&made.recording, format, full, &defaults, &error));
        assert_int_equal(error.status, NR_FAILED);
        assert_string_equal(error.message, "can't write the output: No space left on device");
    }
    close(full);
    drop(&made);
}

/* A pipe of our own stands for all devices: as root a broken narrate would replace those of the machine. */
static void devices_are_written_not_replaced(void **state)
{
    (void)state;
    struct made made;
    struct stat found;
    struct nr_error error = {0};
    make(&made, odd_titles, 1, RATE);
    assert_int_equal(mkfifo(at("pipe"), 0600), 0);
    alarm(60); /* who takes the pipe for a file waits in it for ever */
    const struct nr_format *format;
    for (size_t i = 0; (format = nr_format_at(i)); i++) {
        write_made(&made, format, at("file"));
        assert_true(nr_output_is_ours(at("pipe"), &made.article, &error));
        free(output_of(NULL, "{ timeout 20 cat %s >%s & } >%s.log", at("pipe"), at("copy"), at("cat")));
        write_made(&made, format, at("pipe"));
        assert_int_equal(stat(at("pipe"), &found), 0);
        assert_true(S_ISFIFO(found.st_mode));
        free(output_of(NULL, "for try in 1 2 3 4 5 6 7 8 9; do cmp -s %s %s && exit; sleep 0.2; done; exit 1",
                       at("file"), at("copy")));
    }
    alarm(0);
    drop(&made);
}

static void links_are_followed(void **state)
{
    (void)state;
    struct made made;
    struct stat found;
    make(&made, odd_titles, 1, RATE);
    close(open(at("real.wav"), O_CREAT | O_WRONLY, 0600));
    assert_int_equal(symlink("real.wav", at("link.wav")), 0);
    write_made(&made, nr_format_find("wav"), at("link.wav"));
    assert_int_equal(lstat(at("link.wav"), &found), 0);
    assert_true(S_ISLNK(found.st_mode));
    assert_int_equal(stat(at("real.wav"), &found), 0);
    assert_true(found.st_size > RATE * 2);
    drop(&made);
}

struct watch {
    volatile sig_atomic_t stop;
    uint64_t stop_at;
    uint64_t done;
    uint64_t all;
};

static void watch_progress(void *context, enum nr_stage stage, uint64_t done, uint64_t all)
{
    struct watch *watch = context;
    assert_int_equal(stage, NR_STAGE_WRITE);
    assert_true(done > watch->done && done <= all);
    watch->done = done;
    watch->all = all;
    watch->stop = done >= watch->stop_at;
}

static void stop_leaves_nothing_and_progress_ends_full(void **state)
{
    (void)state;
    struct made made;
    make(&made, odd_titles, 1, 90 * RATE);
    const struct nr_format *format;
    for (size_t i = 0; (format = nr_format_at(i)); i++) {
        struct nr_error error = {0};
        struct watch watch = {.stop_at = 20 * RATE};
        struct nr_settings settings = {
            .progress = {watch_progress, &watch}, .stop = &watch.stop, .loudness = NR_LOUDNESS_NONE};
        assert_false(nr_write_recording(&made.recording, format, out_of(format), &settings, &error));
        assert_int_equal(error.status, NR_STOPPED);
        assert_true(watch.done < 40 * RATE);
        expect_nothing_in_folder();
        watch = (struct watch){.stop_at = UINT64_MAX};
        if (!nr_write_recording(&made.recording, format, out_of(format), &settings, &error))
            fail_msg("%s", error.message);
        assert_int_equal(watch.done, 90 * RATE);
        assert_int_equal(watch.all, 90 * RATE);
        unlink(out_of(format));
    }
    drop(&made);
}

static void impossible_places_are_named(void **state)
{
    (void)state;
    struct made made;
    make(&made, odd_titles, 1, RATE);
    close(open(at("file"), O_CREAT | O_WRONLY, 0600));
    static const char *const cases[][2] = {
        {"missing/out.wav", "make it first"},
        {"file/out.wav", "is not a folder"},
        {"file/deeper/out.wav", "is not a folder"},
        {".", "is a folder; name a file in it"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct nr_error error = {0};
        const char *path = at(cases[i][0]);
        assert_false(nr_write_recording(&made.recording, nr_format_at(0), path, &defaults, &error));
        assert_int_equal(error.status, NR_FAILED);
        assert_non_null(strstr(error.message, cases[i][1]));
        assert_false(nr_output_is_ours(path, &made.article, &error));
        assert_non_null(strstr(error.message, cases[i][1]));
    }
    unlink(at("file"));
    expect_nothing_in_folder();
    drop(&made);
}

static void only_own_files_are_ours(void **state)
{
    (void)state;
    struct made made;
    struct nr_error error = {0};
    make(&made, odd_titles, ODD_COUNT, RATE);
    static char long_title[5000];
    made.article.title = memset(long_title, 't', sizeof long_title - 1);
    const struct nr_article other = {.name = "rain.txt", .title = ""};
    const struct nr_article elsewhere = {.name = "/a/storm.txt", .title = ""};
    const struct nr_format *format;
    for (size_t i = 0; (format = nr_format_at(i)); i++) {
        const char *path = out_of(format);
        assert_true(nr_output_is_ours(path, &made.article, &error));
        write_made(&made, format, path);
        assert_true(nr_output_is_ours(path, &made.article, &error));
        assert_true(nr_output_is_ours(path, &elsewhere, &error));
        assert_false(nr_output_is_ours(path, &other, &error));
        char expected[600];
        snprintf(expected, sizeof expected, "%s exists and was not made from rain.txt; use --force to overwrite",
                 path);
        assert_string_equal(error.message, expected);
        free(output_of(NULL, "ffmpeg -v error -y -f lavfi -i sine=duration=1 -metadata comment=storm.txt %s",
                       path));
        assert_false(nr_output_is_ours(path, &made.article, &error));
        free(output_of(NULL, "echo no sound >%s", path));
        assert_false(nr_output_is_ours(path, &made.article, &error));
        unlink(path);
    }
    drop(&made);
}

static void names_that_are_no_utf8_stay_recognisable(void **state)
{
    (void)state;
    struct made made;
    struct nr_error error = {0};
    make(&made, odd_titles, 1, RATE);
    made.article.name = "a/caf\xE9.txt";
    write_made(&made, nr_format_find("ogg"), at("out.ogg"));
    assert_true(nr_output_is_ours(at("out.ogg"), &made.article, &error));
    char *text = output_of(NULL, "ffprobe -v error -show_entries stream_tags=comment -of default=nw=1:nk=1 %s",
                           at("out.ogg"));
    assert_string_equal(text, "caf�.txt\n");
    free(text);
    drop(&made);
}

static const char *temporary_on(const char *host, long pid)
{
    char name[64];
    snprintf(name, sizeof name, ".out.wav.%s.%ld.narrate-tmp", host, pid);
    return at(name);
}

/* Of this machine: the letters and digits that its name starts with. */
static const char *temporary_of(long pid)
{
    struct utsname system;
    assert_int_equal(uname(&system), 0);
    char host[17] = {0};
    for (size_t i = 0; i < 16 && isalnum((unsigned char)system.nodename[i]); i++)
        host[i] = system.nodename[i];
    return temporary_on(host, pid);
}

static void touch(const char *path)
{
    int fd = open(path, O_CREAT | O_WRONLY, 0600);
    assert_true(fd >= 0);
    close(fd);
}

static void dead_processes_temporaries_are_swept(void **state)
{
    (void)state;
    struct made made;
    make(&made, odd_titles, 1, RATE);
    pid_t dead = fork();
    if (dead == 0)
        _exit(0);
    waitpid(dead, NULL, 0);
    touch(temporary_of(dead));
    touch(temporary_of(getpid())); /* of an earlier process of our number */
    touch(temporary_of(1));
    touch(at(".other.wav.99999999.narrate-tmp"));
    touch(temporary_on("elsewhere", dead));
    write_made(&made, nr_format_find("wav"), at("out.wav"));
    assert_int_equal(access(temporary_of(dead), F_OK), -1);
    assert_int_equal(access(temporary_of(getpid()), F_OK), -1);
    assert_int_equal(unlink(temporary_of(1)), 0);
    assert_int_equal(unlink(at(".other.wav.99999999.narrate-tmp")), 0);
    assert_int_equal(unlink(temporary_on("elsewhere", dead)), 0);
    assert_int_equal(unlink(at("out.wav")), 0);
    expect_nothing_in_folder();
    drop(&made);
}

/* A process of our number in another container, at work on the same file, holds a lock on its temporary. */
static void locked_temporaries_are_left(void **state)
{
    (void)state;
    struct made made;
    struct nr_error error = {0};
    make(&made, odd_titles, 1, RATE);
    touch(temporary_of(getpid()));
    int ready[2];
    assert_int_equal(pipe(ready), 0);
    pid_t child = fork();
    if (child == 0) {
        struct flock lock = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
        int fd = open(temporary_of(getppid()), O_RDWR);
        char held = fcntl(fd, F_SETLK, &lock) == 0 ? 'y' : 'n';
        if (write(ready[1], &held, 1) == 1)
            pause();
        _exit(1);
    }
    char held = 0;
    assert_int_equal(read(ready[0], &held, 1), 1);
    assert_int_equal(held, 'y');
    bool ok = nr_write_recording(&made.recording, nr_format_find("wav"), at("out.wav"), &defaults, &error);
    kill(child, SIGKILL);
    waitpid(child, NULL, 0);
    close(ready[0]);
    close(ready[1]);
    assert_false(ok);
    assert_non_null(strstr(error.message, "is being written by another process"));
    assert_int_equal(unlink(temporary_of(getpid())), 0);
    expect_nothing_in_folder();
    drop(&made);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        in_folder(full_disk_leaves_nothing),
        in_folder(full_descriptor_fails),
        in_folder(devices_are_written_not_replaced),
        in_folder(links_are_followed),
        in_folder(stop_leaves_nothing_and_progress_ends_full),
        in_folder(impossible_places_are_named),
        in_folder(only_own_files_are_ours),
        in_folder(names_that_are_no_utf8_stay_recognisable),
        in_folder(dead_processes_temporaries_are_swept),
        in_folder(locked_temporaries_are_left),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
