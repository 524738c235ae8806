/* How loud the files of src/write/ are, measured by ffmpeg, and what the limiter leaves alone. */
#include "writing.h"

#include "arena.h"
#include "write/master.h"

struct heard {
    double lufs;
    double peak;
    double rms;
};

static double number_behind(const char *text, const char *label)
{
    const char *found = strstr(text, label);
    const char *next;
    while (found && (next = strstr(found + 1, label)))
        found = next;
    assert_non_null(found);
    return strtod(found + strlen(label), NULL);
}

static struct heard hear(const char *path)
{
    char *text = output_of(
        NULL, "ffmpeg -nostats -i %s -af ebur128=peak=sample,astats=measure_perchannel=none -f null -", path);
    struct heard heard = {number_behind(text, "I:"), number_behind(text, "Peak:"),
                          number_behind(text, "RMS level dB:")};
    free(text);
    return heard;
}

static struct heard written(const struct made *made, const char *format, const struct nr_settings *settings)
{
    struct nr_error error;
    const char *path = out_of(nr_format_find(format));
    if (!nr_write_recording(&made->recording, nr_format_find(format), path, settings, &error))
        fail_msg("%s", error.message);
    return hear(path);
}

static void every_rule_is_met(void **state)
{
    (void)state;
    static const struct {
        struct nr_settings settings;
        double lufs; /* 0: not asked for */
        double rms;
        double ceiling;
    } rules[] = {
        {{.loudness = NR_LOUDNESS_PODCAST}, -19, 0, -3},
        {{.loudness = NR_LOUDNESS_ACX}, 0, -20, -3},
        {{.loudness = NR_LOUDNESS_EBUR128}, -23, 0, -1},
        {{.loudness = NR_LOUDNESS_LUFS, .lufs = -16}, -16, 0, -3},
        {{.loudness = NR_LOUDNESS_LUFS, .lufs = -30.5}, -30.5, 0, -3},
    };
    struct made made;
    make(&made, odd_titles, 1, 40 * RATE);
    for (size_t i = 0; i < sizeof rules / sizeof rules[0]; i++) {
        struct heard heard = written(&made, i % 2 ? "flac" : "wav", &rules[i].settings);
        assert_true(rules[i].lufs == 0 ||
                    (heard.lufs > rules[i].lufs - 0.35 && heard.lufs < rules[i].lufs + 0.35));
        assert_true(rules[i].rms == 0 || (heard.rms > rules[i].rms - 0.3 && heard.rms < rules[i].rms + 0.3));
        assert_true(heard.peak <= rules[i].ceiling);
    }
    drop(&made);
}

static void silence_stays_silent(void **state)
{
    (void)state;
    struct made made;
    make(&made, odd_titles, 1, RATE);
    assert_int_equal(ftruncate(made.recording.pcm_fd, 0), 0);
    assert_int_equal(ftruncate(made.recording.pcm_fd, RATE * 2), 0);
    struct nr_error error;
    assert_true(
        nr_write_recording(&made.recording, nr_format_find("wav"), at("a.wav"), &(struct nr_settings){0}, &error));
    free(output_of(NULL, "ffmpeg -v error -i %s -f s16le - | tr -d '\\000' | cmp - /dev/null", at("a.wav")));
    drop(&made);
}

static void what_cannot_be_had_is_told(void **state)
{
    (void)state;
    struct made made;
    struct nr_notes notes = {0};
    struct nr_error error;
    const struct nr_settings settings = {.loudness = NR_LOUDNESS_LUFS, .lufs = -2};
    make(&made, odd_titles, 1, 5 * RATE);
    made.article.arena = arena_new();
    made.article.notes = &notes;
    assert_true(nr_write_recording(&made.recording, nr_format_find("wav"), at("a.wav"), &settings, &error));
    assert_non_null(notes.first);
    assert_non_null(strstr(notes.first->message, "news/storm.txt: the loudness is -"));
    assert_true(hear(at("a.wav")).peak <= -3);
    arena_free(made.article.arena);
    drop(&made);
}

/* Pieces are read by several threads: none may hear where another began. */
static void limited_sound_is_the_same_from_any_start(void **state)
{
    (void)state;
    enum { FRAMES = 4 * RATE };
    static int16_t whole[FRAMES], part[FRAMES];
    struct made made;
    struct nr_error error;
    make(&made, odd_titles, 1, FRAMES);
    struct master master = master_raw(&made.recording);
    master_set(&master, 9, -3);
    assert_true(master_read(&master, 0, whole, FRAMES, &error));
    int peak = 0;
    for (size_t i = 0; i < FRAMES; i++)
        peak = abs(whole[i]) > peak ? abs(whole[i]) : peak;
    assert_in_range(peak, 23000, 23197); /* -3 dB */
    for (size_t start = 0, step = 1; start < FRAMES; start += step, step = (step * 7 + 3) % 5000) {
        size_t count = FRAMES - start < step ? FRAMES - start : step;
        assert_true(master_read(&master, start, part, count, &error));
        assert_memory_equal(part, whole + start, count * sizeof *part);
    }
    drop(&made);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        in_folder(every_rule_is_met),
        in_folder(silence_stays_silent),
        in_folder(what_cannot_be_had_is_told),
        in_folder(limited_sound_is_the_same_from_any_start),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
