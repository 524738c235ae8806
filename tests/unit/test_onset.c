/* Word marks against the sound: a word that follows silence starts where the sound does. */
#include "recording.h"

#define WINDOW  55   /* frames: 2.5 ms */
#define SOUND   120  /* mean amplitude of a window */
#define SILENCE 882  /* frames before a mark that must be silent: 40 ms */
#define SEARCH  4410 /* frames behind it in which the sound must start: 200 ms */
#define MS      22.05
#define MOST    2000

static const char *const samples[] = {"blog.txt",    "broadsheet.txt", "finance.txt", "interview.txt",
                                      "science.txt", "sport.txt",      "tabloid.txt", "wire.txt"};

static bool is_sound(const int16_t *frames)
{
    long sum = 0;
    for (size_t i = 0; i < WINDOW; i++)
        sum += labs(frames[i]);
    return sum / WINDOW >= SOUND;
}

/* Frames from `mark` to the first sound near it; negative when that is before the mark.  False when speech goes on
 * from the word before, so that there is no onset to be seen. */
static bool find_onset(const int16_t *frames, size_t count, size_t mark, long *onset)
{
    if (mark < 2 * SILENCE || mark + SEARCH > count)
        return false;
    size_t at = mark - 2 * SILENCE;
    for (; at < mark - SILENCE; at += WINDOW)
        if (is_sound(frames + at))
            return false;
    while (at < mark + SEARCH - WINDOW && !is_sound(frames + at))
        at += WINDOW;
    *onset = (long)at - (long)mark;
    return true;
}

static int compare(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static size_t measure(const struct made *made, double *errors, size_t count)
{
    const struct nr_recording *recording = made->recording;
    int16_t *frames = recording_frames(made, 0, recording->frame_count);
    for (size_t i = 0; i < made->plan->token_count && count < MOST; i++) {
        long onset;
        if (recording->words[i].heard &&
            find_onset(frames, (size_t)recording->frame_count, (size_t)recording->words[i].start_frame, &onset))
            errors[count++] = (double)labs(onset) / MS;
    }
    free(frames);
    return count;
}

static void heard_words_start_where_their_sound_does(void **state)
{
    (void)state;
    static double errors[MOST];
    size_t count = 0;
    for (size_t i = 0; i < COUNT(samples); i++) {
        struct buf text = read_bytes("samples", samples[i]);
        struct made made;
        recording_make(&made, buf_str(&text), NR_INPUT_AUTO, "espeak-ng");
        count = measure(&made, errors, count);
        recording_free(&made);
        buf_free(&text);
    }
    qsort(errors, count, sizeof *errors, compare);
    print_message("%zu words: median %.1f ms, 95 per cent %.1f ms\n", count, errors[count / 2],
                  errors[count * 95 / 100]);
    assert_true(count >= 500);
    assert_true(errors[count / 2] <= 15);
    assert_true(errors[count * 95 / 100] <= 50);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(heard_words_start_where_their_sound_does),
    };
    setpgid(0, 0); /* so that its processes can be counted */
    return cmocka_run_group_tests(tests, NULL, NULL);
}
