/* A file that is not what was recorded is found out. */
#include "writing.h"

#include "arena.h"

#include <fcntl.h>
#include <math.h>

#define WORDS 40

static struct nr_mark marks[WORDS];
static struct nr_token tokens[WORDS];

/* A word every second. */
static void make_spoken(struct made *made)
{
    make(made, odd_titles, ODD_COUNT, WORDS * RATE);
    for (size_t i = 0; i < WORDS; i++) {
        marks[i] = (struct nr_mark){i * RATE, true};
        tokens[i] = (struct nr_token){.spoken_end = 3};
    }
    made->recording.words = marks;
    made->plan.tokens = tokens;
    made->plan.token_count = WORDS;
    made->article.arena = arena_new();
}

static void drop_spoken(struct made *made)
{
    arena_free(made->article.arena);
    drop(made);
}

static const char *path_of(const struct nr_format *format)
{
    static char path[512];
    snprintf(path, sizeof path, "%s", out_of(format));
    return path;
}

static struct nr_proof prove(const struct made *made, const struct nr_format *format)
{
    struct nr_proof proof;
    struct nr_error error;
    if (!nr_prove_recording(&made->recording, format, path_of(format), &defaults, &proof, &error))
        fail_msg("%s", error.message);
    return proof;
}

static void a_good_file_is_right(void **state)
{
    (void)state;
    struct made made;
    make_spoken(&made);
    const struct nr_format *format;
    for (size_t i = 0; (format = nr_format_at(i)); i++) {
        write_made(&made, format, path_of(format));
        struct nr_proof proof = prove(&made, format);
        if (proof.wrong)
            fail_msg("%s: %s", nr_format_name(format), proof.wrong);
        assert_int_equal(proof.words, WORDS);
        assert_int_equal(proof.chapters, ODD_COUNT);
        assert_true(fabs(proof.seconds - WORDS) < 0.06);
        assert_true(proof.bytes > 10000);
        assert_true(proof.peak_db < 0 && proof.lufs < 0 && proof.lufs > -40);
    }
    drop_spoken(&made);
}

/* Frames of `wanted`, which differ from those in the file. */
static void change_frames(struct made *made, size_t first, size_t end, int factor)
{
    int16_t *frames = calloc(end - first, sizeof *frames);
    off_t at = (off_t)(first * sizeof *frames);
    size_t length = (end - first) * sizeof *frames;
    assert_int_equal(pread(made->recording.pcm_fd, frames, length, at), length);
    for (size_t i = 0; i < end - first; i++)
        frames[i] = (int16_t)(frames[i] / factor);
    assert_int_equal(pwrite(made->recording.pcm_fd, frames, length, at), length);
    free(frames);
}

static void rename_chapter(struct made *made)
{
    made->chapters[2].title = "风暴来了!";
}

static void move_chapter(struct made *made)
{
    made->starts[3] += RATE / 100;
}

static void add_chapter(struct made *made)
{
    made->starts[made->plan.chapter_count] = 30 * RATE;
    made->chapters[made->plan.chapter_count++].title = "More";
}

static void cut_a_frame(struct made *made)
{
    made->recording.frame_count -= RATE / 10;
}

static void silence_a_word(struct made *made)
{
    change_frames(made, 7 * RATE, 8 * RATE, 30000);
}

static void soften_all(struct made *made)
{
    change_frames(made, 0, WORDS * RATE, 2);
}

/* The file is written of the changed recording and compared with the other. */
static void what_differs_is_named(void **state)
{
    (void)state;
    static const struct {
        void (*change)(struct made *made);
        const char *wrong;
    } cases[] = {
        {rename_chapter, "chapter 3 is '风暴来了!', not '风暴来了'"},
        {move_chapter, "chapter 4 starts at "},
        {add_chapter, "it has 7 chapters, not 6"},
        {cut_a_frame, "it is 39.9"},
        {silence_a_word, "1 words are not heard in it"},
        {soften_all, "its loudness is -"},
    };
    const struct nr_format *format;
    for (size_t i = 0; (format = nr_format_at(i)); i++)
        for (size_t j = 0; j < sizeof cases / sizeof *cases; j++) {
            struct made other, made;
            make_spoken(&other);
            cases[j].change(&other);
            write_made(&other, format, path_of(format));
            drop_spoken(&other);
            make_spoken(&made);
            struct nr_proof proof = prove(&made, format);
            if (!proof.wrong || !strstr(proof.wrong, cases[j].wrong))
                fail_msg("%s: %s: %s", nr_format_name(format), cases[j].wrong, proof.wrong);
            drop_spoken(&made);
        }
}

static void what_can_not_be_decoded_fails(void **state)
{
    (void)state;
    struct made made;
    struct nr_error error;
    struct nr_proof proof;
    const struct nr_format *flac = nr_format_find("flac");
    make_spoken(&made);
    free(output_of(NULL, "echo no sound >%s", path_of(flac)));
    assert_false(nr_prove_recording(&made.recording, flac, path_of(flac), &defaults, &proof, &error));
    assert_int_equal(error.status, NR_WORDS_LOST);
    assert_non_null(strstr(error.message, "can't be decoded"));
    unlink(path_of(flac));
    assert_false(nr_prove_recording(&made.recording, flac, path_of(flac), &defaults, &proof, &error));
    assert_int_equal(error.status, NR_FAILED);
    drop_spoken(&made);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        in_folder(a_good_file_is_right),
        in_folder(what_differs_is_named),
        in_folder(what_can_not_be_decoded_fails),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
