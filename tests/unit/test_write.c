/* What the files of src/write/ hold, read back by other programs. */
#include "writing.h"

/* ffprobe prints tags raw, one a line, in the order of the chapters. */
static void expect_chapters(const struct made *made, const char *path)
{
    char *titles =
        output_of(NULL, "ffprobe -v error -show_entries chapter_tags=title -of default=nw=1:nk=1 %s", path);
    char *starts =
        output_of(NULL, "ffprobe -v error -show_entries chapter=start_time -of default=nw=1:nk=1 %s", path);
    char *title = titles, *start = starts;
    for (size_t i = 0; i < made->plan.chapter_count; i++) {
        size_t length = strcspn(title, "\n");
        assert_int_equal(length, strlen(made->chapters[i].title));
        assert_memory_equal(title, made->chapters[i].title, length);
        title += length + 1;
        double expected = (double)made->starts[i] / RATE;
        double found = strtod(start, &start);
        assert_true(found <= expected + 1e-6 && found > expected - 0.001);
    }
    assert_int_equal(*title, '\0');
    free(titles);
    free(starts);
}

static void chapters_tags_and_length_read_back(void **state)
{
    (void)state;
    struct made made;
    make(&made, odd_titles, ODD_COUNT, 10 * RATE + 123);
    const struct nr_format *format;
    for (size_t i = 0; (format = nr_format_at(i)); i++) {
        const char *path = out_of(format);
        write_made(&made, format, path);
        expect_chapters(&made, path);
        char *complaints = output_of(NULL, "ffmpeg -v error -i %s -f null -", path);
        assert_string_equal(complaints, "");
        free(complaints);
        static const char *const expected[][2] = {
            {"title", "Storm ‘closes’ ports\n"}, {"artist", "Zoë Müller\n"},
            {"date", "12 March 2024\n"},         {"language", "en-GB\n"},
            {"comment", "storm.txt\n"},          {"encoder", "narrate " NR_VERSION " (eSpeak NG 1.51)\n"},
        };
        for (size_t tag = 0; tag < sizeof expected / sizeof expected[0]; tag++) {
            char *text = output_of(NULL,
                                   "ffprobe -v error -show_entries format_tags=%s:stream_tags=%s"
                                   " -of default=nw=1:nk=1 %s",
                                   expected[tag][0], expected[tag][0], path);
            assert_string_equal(text, expected[tag][1]);
            free(text);
        }
        unlink(path);
    }
    drop(&made);
}

static void many_long_titles_read_back(void **state)
{
    (void)state;
    char emoji[120 * 4 + 1];
    for (size_t i = 0; i < 120; i++)
        memcpy(emoji + 4 * i, "🌪", 5);
    const char *titles[120];
    for (size_t i = 0; i < 120; i++)
        titles[i] = emoji;
    struct made made;
    make(&made, titles, 120, 30 * RATE);
    const struct nr_format *format;
    for (size_t i = 0; (format = nr_format_at(i)); i++) {
        write_made(&made, format, out_of(format));
        expect_chapters(&made, out_of(format));
        unlink(out_of(format));
    }
    drop(&made);
}

static void expect_length(const struct nr_format *format, uint64_t frames)
{
    struct made made;
    size_t length;
    make(&made, odd_titles, 0, frames);
    write_made(&made, format, out_of(format));
    bool ogg = strcmp(nr_format_name(format), "ogg") == 0;
    free(output_of(&length, ogg ? "oggdec -Q -R -o - %s" : "ffmpeg -v error -i %s -f s16le -", out_of(format)));
    assert_int_equal(length, frames * 2);
    drop(&made);
}

static void decoded_length_is_the_recordings(void **state)
{
    (void)state;
    static const uint64_t frames[] = {0, 1, 2, 255, 256, 257, 511, 512, 513, 1024, 5000, 16384, 16385, 100001};
    const struct nr_format *format;
    for (size_t i = 0; (format = nr_format_at(i)); i++)
        for (size_t j = 0; j < sizeof frames / sizeof frames[0]; j++)
            expect_length(format, frames[j]);
}

/* How far the decoded sound is off, squared, on average, where full scale is 1. */
static double decoded_error(const struct made *made, const char *path)
{
    size_t length;
    char *bytes = output_of(&length, "ffmpeg -v error -i %s -f s16le -", path);
    int16_t decoded[2000], frames[2000];
    struct nr_error error;
    double sum = 0;
    assert_true(length >= sizeof decoded);
    memcpy(decoded, bytes + length - sizeof decoded, sizeof decoded);
    assert_true(nr_recording_read(&made->recording, made->recording.frame_count - 2000, frames, 2000, &error));
    for (size_t i = 0; i < 2000; i++)
        sum += (double)(decoded[i] - frames[i]) * (decoded[i] - frames[i]) / (32768.0 * 32768.0);
    free(bytes);
    return sum / 2000;
}

static void decoded_sound_is_the_recordings(void **state)
{
    (void)state;
    struct made made;
    make(&made, odd_titles, 2, 5 * RATE + 1);
    write_made(&made, nr_format_find("wav"), at("out.wav"));
    write_made(&made, nr_format_find("ogg"), at("out.ogg"));
    assert_true(decoded_error(&made, at("out.wav")) == 0);
    assert_true(decoded_error(&made, at("out.ogg")) < 0.0004);
    free(output_of(NULL, "! ogginfo %s | grep -i warning", at("out.ogg")));
    drop(&made);
}

static void same_bytes_twice_and_through_a_pipe(void **state)
{
    (void)state;
    struct made made;
    struct nr_error error;
    make(&made, odd_titles, ODD_COUNT, 4 * RATE);
    const struct nr_format *format;
    for (size_t i = 0; (format = nr_format_at(i)); i++) {
        write_made(&made, format, at("a"));
        write_made(&made, format, at("b"));
        char command[600];
        snprintf(command, sizeof command, "cat >%s", at("c"));
        FILE *pipe = popen(command, "w");
        assert_true(nr_write_recording_fd(&made.recording, format, fileno(pipe), &defaults, &error));
        assert_int_equal(pclose(pipe), 0);
        free(output_of(NULL, "cmp %s %s && cmp %s %s", at("a"), at("b"), at("a"), at("c")));
    }
    drop(&made);
}

/* Readers differ in whether they need it; the rules for labl (Microsoft RIFF, 1991) have text end with a NUL. */
static void wav_titles_end_with_nul(void **state)
{
    (void)state;
    static const char label_6[] = "6c61626c06000000060000007800"; /* "labl", 6 bytes, cue 6, "x" */
    struct made made;
    make(&made, odd_titles, ODD_COUNT, RATE);
    write_made(&made, nr_format_find("wav"), at("out.wav"));
    free(output_of(NULL, "od -An -v -tx1 %s | tr -d ' \\n' | grep -q %s", at("out.wav"), label_6));
    drop(&made);
}

/* The header is written before the sound, so a reader that leaves early shows it: no 4 GiB are written. */
static void wav_beyond_4_gib_is_rf64(void **state)
{
    (void)state;
    const uint64_t frames = UINT64_C(2200000000);
    struct made made;
    struct nr_error error = {0};
    make(&made, odd_titles, 1, 1);
    made.recording.frame_count = frames;
    assert_int_equal(ftruncate(made.recording.pcm_fd, (off_t)(frames * 2)), 0);
    char command[600];
    snprintf(command, sizeof command, "head -c 48 >%s", at("head"));
    FILE *pipe = popen(command, "w");
    assert_false(nr_write_recording_fd(&made.recording, nr_format_find("wav"), fileno(pipe), &defaults, &error));
    pclose(pipe);
    assert_int_equal(error.status, NR_FAILED);
    assert_string_equal(error.message, "the reader of the output went away");
    unsigned char head[48];
    FILE *file = fopen(at("head"), "rb");
    assert_int_equal(fread(head, 1, sizeof head, file), sizeof head);
    fclose(file);
    assert_memory_equal(head, "RF64\xFF\xFF\xFF\xFFWAVEds64\x1C\0\0\0", 20);
    assert_memory_equal(head + 28, "\0\xAC\x42\x06\x01\0\0\0", 8); /* bytes of sound */
    assert_memory_equal(head + 36, "\0\x56\x21\x83\0\0\0\0", 8);   /* frames */
    drop(&made);
}

static void wav_refuses_chapters_that_it_cannot_hold(void **state)
{
    (void)state;
    struct made made;
    struct nr_error error = {0};
    make(&made, odd_titles, 1, 1);
    made.recording.frame_count = (uint64_t)UINT32_MAX + 1;
    assert_false(nr_write_recording(&made.recording, nr_format_find("wav"), at("out.wav"), &defaults, &error));
    assert_non_null(strstr(error.message, "use ogg"));
    expect_nothing_in_folder();
    drop(&made);
}

static void formats_are_found(void **state)
{
    (void)state;
    static const char *const paths[][2] = {
        {"a.ogg", "ogg"}, {"b.d/a.WAV", "wav"}, {"a.tar.wav", "wav"},
        {"a.mp3", NULL},  {"b.ogg/a", NULL},    {"", NULL},
    };
    for (size_t i = 0; i < sizeof paths / sizeof paths[0]; i++) {
        const char *expected = paths[i][1];
        assert_ptr_equal(nr_format_of_path(paths[i][0]), expected ? nr_format_find(expected) : NULL);
    }
    assert_null(nr_format_find("flac"));
    assert_string_equal(nr_format_name(nr_format_at(0)), "ogg");
    assert_null(nr_format_at(2));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        in_folder(chapters_tags_and_length_read_back),
        in_folder(many_long_titles_read_back),
        in_folder(decoded_length_is_the_recordings),
        in_folder(decoded_sound_is_the_recordings),
        in_folder(same_bytes_twice_and_through_a_pipe),
        in_folder(wav_titles_end_with_nul),
        in_folder(wav_beyond_4_gib_is_rf64),
        in_folder(wav_refuses_chapters_that_it_cannot_hold),
        in_folder(formats_are_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
