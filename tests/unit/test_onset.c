/* Word marks against the sound: a word that follows silence starts where the sound does. */
#include "recording.h"

#include <math.h>

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

/* Appends how far off the marks of a recording are, in milliseconds. */
typedef size_t measure(const struct made *made, double *errors, size_t count);

static size_t measure_heard(const struct made *made, double *errors, size_t count)
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

/* Of all samples: the 95th percentile, with the number measured and the median. */
static double measure_samples(measure *measure_one, size_t *count, double *median)
{
    static double errors[MOST];
    *count = 0;
    for (size_t i = 0; i < COUNT(samples); i++) {
        struct buf text = read_bytes("samples", samples[i]);
        struct made made;
        recording_make(&made, buf_str(&text), NR_INPUT_AUTO, "espeak-ng");
        *count = measure_one(&made, errors, *count);
        recording_free(&made);
        buf_free(&text);
    }
    qsort(errors, *count, sizeof *errors, compare);
    *median = errors[*count / 2];
    print_message("%zu words: median %.1f ms, 95 per cent %.1f ms\n", *count, *median, errors[*count * 95 / 100]);
    return errors[*count * 95 / 100];
}

static void heard_words_start_where_their_sound_does(void **state)
{
    (void)state;
    size_t count;
    double median;
    assert_true(measure_samples(measure_heard, &count, &median) <= 50);
    assert_true(count >= 500);
    assert_true(median <= 15);
}

/* What espeak-ng says for a word by itself; false when it has other letters than a-z. */
static bool find_phonemes(struct str word, char phonemes[NR_PHONEMES_BYTES_MAX])
{
    char command[128];
    if (strspn(word.at, "abcdefghijklmnopqrstuvwxyz") < word.length || word.length > 32)
        return false;
    snprintf(command, sizeof command, "espeak-ng -v en -q -x %.*s", (int)word.length, word.at);
    FILE *said = popen(command, "r");
    assert_non_null(said);
    assert_non_null(fgets(phonemes, NR_PHONEMES_BYTES_MAX, said));
    assert_int_equal(pclose(said), 0);
    struct str trimmed = str_trim(str_of(phonemes));
    memmove(phonemes, trimmed.at, trimmed.length);
    phonemes[trimmed.length] = '\0';
    return true;
}

/* How far `word` is behind `before` when it is split off by being given as phonemes: the engine then says it by
 * itself, and the sentence keeps its melody.  False when it has no mark even so. */
static bool split_distance(const struct made *made, const struct nr_utterance *utterance,
                           const struct nr_token *before, const struct nr_token *word, double *distance)
{
    char phonemes[NR_PHONEMES_BYTES_MAX];
    const struct nr_unit_word words[] = {{before->spoken_start, before->spoken_end},
                                         {word->spoken_start, word->spoken_end}};
    const struct nr_pronunciation said = {word->spoken_start, word->spoken_end, phonemes};
    struct nr_unit unit = {.text = utterance->text,
                           .length = utterance->length,
                           .words = words,
                           .word_count = 2,
                           .style = utterance->style,
                           .pronunciations = &said,
                           .pronunciation_count = 1};
    struct nr_sound sound;
    struct nr_error error;
    struct str written = {utterance->text + word->spoken_start, word->spoken_end - word->spoken_start};
    if (!find_phonemes(written, phonemes))
        return false;
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
        for (uint32_t i = utterance->first_token + 1; i < utterance->first_token + utterance->token_count; i++) {
            const struct nr_token *word = &made->plan->tokens[i];
            double split;
            if (marks[i].heard || !marks[i - 1].heard || word->spoken_end == word->spoken_start || count == MOST ||
                !split_distance(made, utterance, word - 1, word, &split))
                continue;
            errors[count++] = fabs((double)(marks[i].start_frame - marks[i - 1].start_frame) - split) / MS;
        }
    }
    return count;
}

static void inferred_words_start_where_a_split_puts_them(void **state)
{
    (void)state;
    size_t count;
    double median;
    assert_true(measure_samples(measure_inferred, &count, &median) <= 150);
    assert_true(count >= 100);
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
