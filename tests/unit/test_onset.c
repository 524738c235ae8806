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

/* How far the word `next` is behind `word` when the utterance is split in front of `word`: what is spoken before a
 * split is drawn out, what is spoken behind it is not.  False when these two are then said as one. */
static bool split_distance(const struct made *made, const struct nr_utterance *utterance,
                           const struct nr_token *word, const struct nr_token *next, double *distance)
{
    uint32_t from = word->spoken_start;
    const struct nr_unit_word words[] = {{0, word->spoken_end - from},
                                         {next->spoken_start - from, next->spoken_end - from}};
    struct nr_unit unit = {.text = utterance->text + from,
                           .length = utterance->length - from,
                           .words = words,
                           .word_count = 2,
                           .style = utterance->style};
    struct nr_sound sound;
    struct nr_error error;
    assert_true(nr_speaker_submit(made->speaker, &unit, &error));
    assert_true(nr_speaker_next(made->speaker, &sound, &error));
    *distance = (double)sound.marks[1].start_frame - (double)sound.marks[0].start_frame;
    return sound.marks[0].heard && sound.marks[1].heard;
}

static size_t measure_inferred(const struct made *made, double *errors, size_t count)
{
    const struct nr_mark *marks = made->recording->words;
    for (size_t u = 0; u < made->plan->utterance_count; u++) {
        const struct nr_utterance *utterance = &made->plan->utterances[u];
        for (uint32_t i = utterance->first_token; i + 1 < utterance->first_token + utterance->token_count; i++) {
            const struct nr_token *word = &made->plan->tokens[i];
            bool space = word->spoken_start > 0 && utterance->text[word->spoken_start - 1] == ' ';
            if (marks[i].heard || !marks[i + 1].heard || !space || count == MOST)
                continue;
            double distance = (double)(marks[i + 1].start_frame - marks[i].start_frame);
            double split;
            if (!split_distance(made, utterance, word, word + 1, &split))
                continue;
            double error = distance - split;
            errors[count++] = (error < 0 ? -error : error) / MS;
        }
    }
    return count;
}

static void inferred_words_start_where_a_split_puts_them(void **state)
{
    (void)state;
    static double errors[MOST];
    size_t count = 0;
    for (size_t i = 0; i < COUNT(samples); i++) {
        struct buf text = read_bytes("samples", samples[i]);
        struct made made;
        recording_make(&made, buf_str(&text), NR_INPUT_AUTO, "espeak-ng");
        count = measure_inferred(&made, errors, count);
        recording_free(&made);
        buf_free(&text);
    }
    qsort(errors, count, sizeof *errors, compare);
    print_message("%zu words: median %.1f ms, 95 per cent %.1f ms\n", count, errors[count / 2],
                  errors[count * 95 / 100]);
    assert_true(count >= 100);
    assert_true(errors[count * 95 / 100] <= 150);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(heard_words_start_where_their_sound_does),
        cmocka_unit_test(inferred_words_start_where_a_split_puts_them),
    };
    setpgid(0, 0); /* so that its processes can be counted */
    return cmocka_run_group_tests(tests, NULL, NULL);
}
