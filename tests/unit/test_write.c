/* What the files of src/write/ hold, read back by other programs. */
#include "writing.h"

#include <math.h>
#include <sys/stat.h>

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
            {"title", "Storm ‘closes’ ports\n"},
            {"artist", "Zoë Müller\n"},
            {"date", "12 March 2024\n"},
            {"language", "en-GB\n"},
            {"album", "The Gazette\n"},
            {"comment", "storm.txt\n"},
            {"encoder", "narrate " NR_VERSION " (eSpeak NG 1.51)\n"},
        };
        for (size_t tag = 0; tag < sizeof expected / sizeof expected[0]; tag++) {
            char *text = output_of(NULL,
                                   "ffprobe -v error -show_entries format_tags=%s:stream_tags=%s"
                                   " -of default=nw=1:nk=1 %s",
                                   expected[tag][0], expected[tag][0], path);
            size_t length = strlen(text), wanted = strlen(expected[tag][1]);
            assert_true(length >= wanted); /* ffprobe takes LAME for a tag of its own */
            assert_string_equal(text + length - wanted, expected[tag][1]);
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

/* Each format's own decoder, which prints the raw frames of $in at `rate`, at most `longer` too many, and no
 * warning. */
static const struct decoder {
    const char *format;
    const char *command;
    unsigned rate;
    unsigned longer;
} decoders[] = {
    {"wav", "ffmpeg -v error -i $in -f s16le -", RATE, 0},
    {"ogg", "oggdec -Q -R -o - $in", RATE, 0},
    {"opus", "ffmpeg -v error -i $in -f s16le -", 48000, 0},
    {"flac", "ffmpeg -v error -i $in -f s16le -", RATE, 0},
    {"mp3", "ffmpeg -v error -i $in -f s16le -", RATE, 575},
};

static const struct decoder *decoder_of(const char *format)
{
    size_t i = 0;
    while (strcmp(decoders[i].format, format) != 0)
        i++;
    return &decoders[i];
}

static void expect_length(const struct nr_format *format, uint64_t frames)
{
    struct made made;
    size_t length;
    const struct decoder *decoder = decoder_of(nr_format_name(format));
    make(&made, odd_titles, 0, frames);
    write_made(&made, format, out_of(format));
    free(output_of(&length, "in=%s; %s", out_of(format), decoder->command));
    uint64_t expected = (frames * decoder->rate + RATE - 1) / RATE;
    assert_in_range(length / 2, expected, expected + decoder->longer);
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
    write_made(&made, nr_format_find("flac"), at("out.flac"));
    assert_true(decoded_error(&made, at("out.flac")) == 0);
    free(output_of(NULL, "flac -s -t --warnings-as-errors %s", at("out.flac")));
    write_made(&made, nr_format_find("opus"), at("out.opus"));
    free(output_of(NULL, "! opusinfo %s | grep -i warning", at("out.opus")));
    drop(&made);
}

/* Four pieces of half a minute each. */
static void pieces_join_on_their_very_frames(void **state)
{
    (void)state;
    struct made made;
    make(&made, odd_titles, 2, 140 * RATE + 1);
    write_made(&made, nr_format_find("ogg"), at("out.ogg"));
    assert_true(decoded_error(&made, at("out.ogg")) < 0.0004);
    drop(&made);
    expect_length(nr_format_find("ogg"), 140 * RATE + 1);
    expect_length(nr_format_find("opus"), 140 * RATE + 1);
}

/* The decoded frames of a file with as many as are recorded; to free(). */
static char *decoded(const struct made *made, const char *path)
{
    size_t length;
    char *bytes = output_of(&length, "ffmpeg -v error -i %s -ar %u -f s16le -", path, RATE);
    assert_true(length / 2 >= made->recording.frame_count);
    return bytes;
}

/* How far decoded frames are off in the second around frame `middle`, in dB. */
static double noise_around(const struct made *made, const char *bytes, uint64_t middle)
{
    static int16_t frames[RATE];
    struct nr_error error;
    uint64_t start = middle - RATE / 2;
    double signal = 0, noise = 0;
    assert_true(nr_recording_read(&made->recording, start, frames, RATE, &error));
    for (size_t i = 0; i < RATE; i++) {
        int16_t heard;
        memcpy(&heard, bytes + (start + i) * 2, 2);
        signal += (double)frames[i] * frames[i];
        noise += (double)(heard - frames[i]) * (heard - frames[i]);
    }
    return 10 * log10(signal / noise);
}

/* Around every seam the pieces sound as one encoding of the whole does. */
static void seams_are_not_heard(void **state)
{
    (void)state;
    static const char *const formats[] = {"ogg", "opus"};
    struct made made;
    make(&made, odd_titles, 1, 140 * RATE);
    for (size_t i = 0; i < 2; i++) {
        made.plan.utterance_count = 140 / 5;
        write_made(&made, nr_format_find(formats[i]), at("pieces"));
        made.plan.utterance_count = 0; /* no pause to cut at */
        write_made(&made, nr_format_find(formats[i]), at("whole"));
        free(output_of(NULL, "! cmp -s %s %s", at("pieces"), at("whole")));
        char *in_pieces = decoded(&made, at("pieces")), *in_one = decoded(&made, at("whole"));
        for (uint64_t second = 30; second < 120; second += 5) {
            uint64_t seam = second * RATE - PAUSE_FRAMES / 2;
            double pieces = noise_around(&made, in_pieces, seam), whole = noise_around(&made, in_one, seam);
            if (!(pieces > whole - 1))
                fail_msg("%s, %d s: %.2f dB and not %.2f dB", formats[i], (int)second, pieces, whole);
        }
        free(in_pieces);
        free(in_one);
    }
    drop(&made);
}

static void any_number_of_jobs_makes_the_same_bytes(void **state)
{
    (void)state;
    struct made made;
    struct nr_error error;
    make(&made, odd_titles, ODD_COUNT, 140 * RATE);
    const struct nr_format *format;
    for (size_t i = 0; (format = nr_format_at(i)); i++)
        for (unsigned jobs = 1; jobs <= 8; jobs += 7) {
            const struct nr_settings settings = {.jobs = jobs};
            assert_true(
                nr_write_recording(&made.recording, format, at(jobs == 1 ? "one" : "more"), &settings, &error));
            free(output_of(NULL, "[ %u = 1 ] || cmp %s %s", jobs, at("one"), at("more")));
        }
    drop(&made);
}

static void the_cover_is_in_every_file(void **state)
{
    (void)state;
    struct made made;
    struct nr_error error;
    make(&made, odd_titles, ODD_COUNT, 4 * RATE);
    static const char *const pictures[][2] = {{"cover.jpg", "mjpeg"}, {"cover.png", "png"}};
    for (size_t i = 0; i < 2; i++) {
        free(output_of(NULL, "ffmpeg -v error -f lavfi -i testsrc2=size=322x124 -frames:v 1 -pix_fmt %s %s",
                       i ? "rgb24" : "yuvj420p", at(pictures[i][0])));
        char cover[512];
        strcpy(cover, at(pictures[i][0]));
        const struct nr_settings settings = {.cover = cover, .loudness = NR_LOUDNESS_NONE};
        const struct nr_format *format;
        for (size_t j = 0; (format = nr_format_at(j)); j++) {
            assert_true(nr_write_recording(&made.recording, format, out_of(format), &settings, &error));
            char *found = output_of(NULL,
                                    "ffprobe -v error -select_streams v -show_entries"
                                    " stream=codec_name,width,height -of csv=p=0 %s",
                                    out_of(format));
            char wanted[64];
            snprintf(wanted, sizeof wanted, "%s,322,124\n", pictures[i][1]);
            assert_string_equal(found, wanted);
            free(found);
            free(output_of(NULL, "ffmpeg -v error -y -i %s -map v -c copy -f image2pipe %s && cmp %s %s",
                           out_of(format), at("again"), at("again"), cover));
            expect_chapters(&made, out_of(format));
        }
    }
    drop(&made);
}

static void what_is_no_picture_is_refused(void **state)
{
    (void)state;
    struct made made;
    struct nr_error error;
    make(&made, odd_titles, 1, RATE);
    free(output_of(NULL, "printf '\\377\\330\\377\\340\\0\\0' >%s", at("torn.jpg")));
    static const char *const names[] = {"torn.jpg", "missing.jpg"};
    for (size_t i = 0; i < 2; i++) {
        const struct nr_settings settings = {.cover = at(names[i])};
        assert_false(nr_write_recording(&made.recording, nr_format_at(0), at("out"), &settings, &error));
        assert_non_null(strstr(error.message, names[i]));
    }
    unlink(at("torn.jpg"));
    expect_nothing_in_folder();
    drop(&made);
}

static size_t size_with(const struct made *made, const char *format, const struct nr_settings *settings)
{
    struct nr_error error;
    struct stat found;
    if (!nr_write_recording(&made->recording, nr_format_find(format), at("out"), settings, &error))
        fail_msg("%s", error.message);
    assert_int_equal(stat(at("out"), &found), 0);
    return (size_t)found.st_size;
}

static void quality_and_bitrate_rule_the_size(void **state)
{
    (void)state;
    static const char *const lossy[] = {"ogg", "opus", "mp3"};
    struct made made;
    struct nr_error error;
    make(&made, odd_titles, 1, 20 * RATE);
    for (size_t i = 0; i < 3; i++) {
        size_t low = size_with(&made, lossy[i], &(struct nr_settings){.quality = 1});
        size_t usual = size_with(&made, lossy[i], &(struct nr_settings){0});
        size_t high = size_with(&made, lossy[i], &(struct nr_settings){.quality = 10});
        assert_true(low < usual && usual < high);
        double kbps = (double)size_with(&made, lossy[i], &(struct nr_settings){.bitrate_kbps = 40}) * 8 / 20000;
        assert_true(kbps > 28 && kbps < 60);
    }
    const struct nr_settings settings = {.quality = 3};
    assert_false(nr_write_recording(&made.recording, nr_format_find("flac"), at("x"), &settings, &error));
    assert_int_equal(error.status, NR_USAGE);
    drop(&made);
}

static char *chapters_in(const struct made *made, enum nr_chapters kind)
{
    struct nr_error error;
    assert_true(nr_write_chapters(&made->recording, kind, at("side"), &error));
    return output_of(NULL, "cat %s", at("side"));
}

static void side_files_hold_the_chapters(void **state)
{
    (void)state;
    static const char *const titles[] = {"Top", "a \"b\" 🌪"};
    struct made made;
    make(&made, titles, 2, 10 * RATE);
    char *json = chapters_in(&made, NR_CHAPTERS_JSON);
    assert_non_null(strstr(json, "\"version\": \"1.2.0\""));
    assert_non_null(strstr(json, "\"startTime\": 5.0,\n   \"title\": \"a \\\"b\\\" 🌪\""));
    char *labels = chapters_in(&made, NR_CHAPTERS_TXT);
    assert_string_equal(labels, "0.000\t0.000\tTop\n5.000\t5.000\ta \"b\" 🌪\n");
    free(labels);
    free(json);
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
        {"a.mp5", NULL},  {"b.ogg/a", NULL},    {"", NULL},
    };
    for (size_t i = 0; i < sizeof paths / sizeof paths[0]; i++) {
        const char *expected = paths[i][1];
        assert_ptr_equal(nr_format_of_path(paths[i][0]), expected ? nr_format_find(expected) : NULL);
    }
    assert_null(nr_format_find("aiff"));
    assert_string_equal(nr_format_name(nr_format_at(0)), "ogg");
    assert_null(nr_format_at(5));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        in_folder(chapters_tags_and_length_read_back),
        in_folder(many_long_titles_read_back),
        in_folder(decoded_length_is_the_recordings),
        in_folder(decoded_sound_is_the_recordings),
        in_folder(pieces_join_on_their_very_frames),
        in_folder(seams_are_not_heard),
        in_folder(any_number_of_jobs_makes_the_same_bytes),
        in_folder(the_cover_is_in_every_file),
        in_folder(what_is_no_picture_is_refused),
        in_folder(quality_and_bitrate_rule_the_size),
        in_folder(side_files_hold_the_chapters),
        in_folder(same_bytes_twice_and_through_a_pipe),
        in_folder(wav_titles_end_with_nul),
        in_folder(wav_beyond_4_gib_is_rf64),
        in_folder(wav_refuses_chapters_that_it_cannot_hold),
        in_folder(formats_are_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
