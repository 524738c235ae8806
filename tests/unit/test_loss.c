/* Nothing is lost silently: texts of which espeak-ng leaves words out, and an engine that does so on purpose. */
#include "recording.h"

#define WINDOW 220 /* frames: 10 ms */
#define VOICED 200 /* mean amplitude */

static const char *const samples[] = {"blog.txt",    "broadsheet.txt", "finance.txt", "interview.txt",
                                      "science.txt", "sport.txt",      "tabloid.txt", "wire.txt"};

/* Windows in which somebody speaks. */
static size_t voiced(const int16_t *frames, size_t count)
{
    size_t found = 0;
    for (size_t start = 0; start + WINDOW <= count; start += WINDOW) {
        long sum = 0;
        for (size_t i = start; i < start + WINDOW; i++)
            sum += labs(frames[i]);
        found += sum / WINDOW >= VOICED;
    }
    return found;
}

static size_t voiced_of(const struct made *made)
{
    int16_t *frames = recording_frames(made, 0, made->recording->frame_count);
    size_t found = voiced(frames, (size_t)made->recording->frame_count);
    free(frames);
    return found;
}

static bool is_spoken(const struct nr_token *token)
{
    return token->spoken_end > token->spoken_start;
}

static size_t heard_of(const struct made *made, size_t *spoken)
{
    size_t heard = *spoken = 0;
    for (size_t i = 0; i < made->plan->token_count; i++) {
        *spoken += is_spoken(&made->plan->tokens[i]);
        heard += made->recording->words[i].heard;
    }
    return heard;
}

/* The voiced windows of the plan's tokens, each spoken by itself. */
static size_t voiced_one_by_one(const struct made *made)
{
    struct nr_speaker *speaker = speaking_open("espeak-ng", 2);
    size_t found = 0;
    for (size_t u = 0; u < made->plan->utterance_count; u++) {
        const struct nr_utterance *utterance = &made->plan->utterances[u];
        for (uint32_t i = 0; i < utterance->token_count; i++) {
            const struct nr_token *token = &made->plan->tokens[utterance->first_token + i];
            struct nr_unit unit = {.text = utterance->text + token->spoken_start,
                                   .length = token->spoken_end - token->spoken_start,
                                   .style = utterance->style};
            struct nr_sound sound;
            struct nr_error error;
            if (!is_spoken(token))
                continue;
            assert_true(nr_speaker_submit(speaker, &unit, &error));
            assert_true(nr_speaker_next(speaker, &sound, &error));
            found += voiced(sound.frames, sound.frame_count);
        }
    }
    nr_speaker_close(speaker);
    return found;
}

/* Running speech takes some less time than its words one by one: between 70 and 105 per cent. */
static void assert_all_spoken(struct str text, size_t tokens, size_t most_inferred)
{
    struct made made;
    size_t spoken;
    recording_make(&made, text, NR_INPUT_PROSE, "espeak-ng");
    size_t heard = heard_of(&made, &spoken), together = voiced_of(&made), apart = voiced_one_by_one(&made);
    print_message("%zu of %zu heard; voiced %zu0 ms, one by one %zu0 ms\n", heard, spoken, together, apart);
    assert_int_equal(made.recording->words_lost, 0);
    assert_null(made.article->notes->first);
    assert_true(spoken >= tokens);
    assert_true(heard + most_inferred >= spoken);
    assert_true(together * 100 >= apart * 70 && together * 100 <= apart * 105);
    recording_free(&made);
}

static void a_hundred_numbers_on_a_line_are_all_spoken(void **state)
{
    (void)state;
    struct buf text = {0};
    for (int i = 501; i <= 600; i++)
        buf_printf(&text, "%d ", i);
    assert_all_spoken(buf_str(&text), 100, 0);
    buf_free(&text);
}

static void a_league_table_is_all_spoken(void **state)
{
    (void)state;
    static const char *const teams[] = {"Arsenal", "Aston Villa", "Brentford", "Burnley", "Chelsea",
                                        "Everton", "Fulham",      "Liverpool", "Luton",   "Newcastle"};
    struct buf text = {0};
    for (int i = 0; i < 20; i++)
        buf_printf(&text, "%d %s %d %d %d %d %d %d\n", i + 1, teams[i % 10], 38, 28 - i, 5 + i % 3, 5 + i % 7,
                   91 - i * 3, 89 - i * 4);
    assert_all_spoken(buf_str(&text), 160, 0);
    buf_free(&text);
}

static void a_phone_list_is_all_spoken(void **state)
{
    (void)state;
    static const char *const names[] = {"Ann", "Bob", "Carol", "Dave", "Erin", "Frank", "Grace", "Harry"};
    struct buf text = {0};
    for (int i = 0; i < 40; i++)
        buf_printf(&text, "%s 020 7946 0%03d ", names[i % 8], 100 + i * 17);
    assert_all_spoken(buf_str(&text), 80, 0);
    buf_free(&text);
}

/* `count` words of the samples, none shorter than four letters, for the engine says "of the" as one. */
static struct buf plain_words(size_t count)
{
    struct buf text = {0}, sample = read_bytes("samples", "broadsheet.txt");
    size_t found = 0;
    while (found < count)
        for (size_t at = 0, length; at < sample.length && found < count; at += length ? length : 1) {
            length = strspn(sample.at + at, "abcdefghijklmnopqrstuvwxyz");
            if (length < 4)
                continue;
            buf_printf(&text, "%.*s ", (int)length, sample.at + at);
            found++;
        }
    buf_free(&sample);
    return text;
}

static void five_thousand_words_without_a_mark_are_all_spoken(void **state)
{
    (void)state;
    struct buf text = plain_words(5000);
    assert_all_spoken(buf_str(&text), 5000, 100);
    buf_free(&text);
}

/* As it reaches the engine where no rules read numbers: bare espeak-ng says 60 of them. */
static void what_the_engine_leaves_out_is_spoken_after_all(void **state)
{
    (void)state;
    struct buf text = {0};
    struct said said;
    for (int i = 501; i <= 600; i++)
        buf_printf(&text, "%s%d", i > 501 ? " " : "", i);
    const char *const texts[] = {text.at};
    say_alone("espeak-ng", 2, texts, 1, &said);
    assert_int_equal(said.state, NR_SOUND_WHOLE);
    assert_int_equal(said.mark_count, 100);
    for (size_t i = 0; i < 100; i++) {
        assert_true(said.marks[i].heard && !said.marks[i].lost);
        assert_true(!i || said.marks[i].start_frame >= said.marks[i - 1].start_frame + 11025);
    }
    speaking_forget(&said, 1);
    buf_free(&text);
}

static void no_loss_is_seen_where_nothing_is_lost(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(samples); i++) {
        struct buf text = read_bytes("samples", samples[i]);
        struct made made;
        recording_make(&made, buf_str(&text), NR_INPUT_AUTO, "espeak-ng");
        assert_int_equal(made.recording->words_lost, 0);
        assert_int_equal(made.recording->words_repaired, 0);
        for (const struct nr_note *note = made.article->notes->first; note; note = note->next)
            assert_null(strstr(note->message, "in the recording"));
        recording_free(&made);
        buf_free(&text);
    }
}

/* "espeak-drop" leaves out every 50th word of an order. */
static void each_word_dropped_on_purpose_is_found(void **state)
{
    (void)state;
    struct buf text = plain_words(1000);
    struct made whole, holed;
    size_t spoken;
    recording_make(&whole, buf_str(&text), NR_INPUT_PROSE, "espeak-ng");
    recording_make(&holed, buf_str(&text), NR_INPUT_PROSE, "espeak-drop");
    assert_int_equal(holed.recording->words_lost, 0);
    assert_int_equal(heard_of(&holed, &spoken), heard_of(&whole, &spoken));
    assert_true(voiced_of(&holed) >= voiced_of(&whole));
    recording_free(&whole);
    recording_free(&holed);
    buf_free(&text);
}

static void what_is_never_spoken_is_named_with_its_place(void **state)
{
    (void)state;
    static const char text[] = "The storm came at night.\n\n"
                               "Nobody saw the harbour vanish in the dark, and they vanish again.\n\n"
                               "It is over.\n";
    struct made made;
    recording_make(&made, str_of(text), NR_INPUT_PROSE, "espeak-drop");
    assert_int_equal(made.recording->words_lost, 2);
    const struct nr_note *note = made.article->notes->first;
    assert_non_null(note);
    assert_null(note->next);
    assert_string_equal(note->message, "test.txt:3:24: vanish vanish are not in the recording: "
                                       "the engine left words out");
    recording_free(&made);
}

static void assert_same_sound(const struct made *a, size_t at_a, const struct made *b, size_t at_b)
{
    size_t count_a, count_b;
    int16_t *frames_a = recording_utterance(a, at_a, &count_a);
    int16_t *frames_b = recording_utterance(b, at_b, &count_b);
    assert_string_equal(a->plan->utterances[at_a].text, b->plan->utterances[at_b].text);
    assert_int_equal(count_a, count_b);
    assert_memory_equal(frames_a, frames_b, count_a * sizeof *frames_a);
    free(frames_a);
    free(frames_b);
}

/* Words lost: one note a sentence, at its line.  None lost: none. */
static void assert_notes(const struct made *made, const char *place)
{
    size_t notes = 0;
    for (const struct nr_note *note = made->article->notes->first; note; note = note->next) {
        if (!strstr(note->message, "in the recording"))
            continue;
        assert_ptr_equal(strstr(note->message, place), note->message);
        notes++;
    }
    assert_int_equal(notes > 0, made->recording->words_lost > 0);
    assert_true(notes <= made->plan->utterance_count);
}

/* Each makes espeak-ng 1.51 abort when it gets it as it is. */
static void what_makes_the_engine_abort_harms_no_other_sentence(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int times;
    } rows[] = {{"s'", 100},  {"'s", 100},  {"\u2019s", 100}, {"'s's", 60}, {"ness", 100},
                {"U.S.", 80}, {"A.B.", 80}, {"e.g.", 80},     {"e.g. ", 80}};
    struct made calm;
    recording_make(&calm, STR("The storm came at night.\n\nNobody slept in the town.\n"), NR_INPUT_PROSE,
                   "espeak-ng");
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct buf alone = {0}, inside = {0};
        struct made made;
        for (int k = 0; k < rows[i].times; k++)
            buf_append(&alone, str_of(rows[i].text));
        recording_make(&made, buf_str(&alone), NR_INPUT_PROSE, "espeak-ng");
        assert_true(voiced_of(&made) > 20);
        assert_notes(&made, "test.txt:1:");
        recording_free(&made);
        buf_printf(&inside, "The storm came at night.\n\n%s\n\nNobody slept in the town.\n", alone.at);
        recording_make(&made, buf_str(&inside), NR_INPUT_PROSE, "espeak-ng");
        assert_notes(&made, "test.txt:3:");
        assert_same_sound(&made, 0, &calm, 0);
        assert_same_sound(&made, made.plan->utterance_count - 1, &calm, 1);
        recording_free(&made);
        buf_free(&alone);
        buf_free(&inside);
    }
    recording_free(&calm);
    speaking_wait_until_alone();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_hundred_numbers_on_a_line_are_all_spoken),
        cmocka_unit_test(a_league_table_is_all_spoken),
        cmocka_unit_test(a_phone_list_is_all_spoken),
        cmocka_unit_test(five_thousand_words_without_a_mark_are_all_spoken),
        cmocka_unit_test(what_the_engine_leaves_out_is_spoken_after_all),
        cmocka_unit_test(no_loss_is_seen_where_nothing_is_lost),
        cmocka_unit_test(each_word_dropped_on_purpose_is_found),
        cmocka_unit_test(what_is_never_spoken_is_named_with_its_place),
        cmocka_unit_test(what_makes_the_engine_abort_harms_no_other_sentence),
    };
    setpgid(0, 0); /* so that its processes can be counted */
    return cmocka_run_group_tests(tests, NULL, NULL);
}
