/* Texts that make bare espeak-ng abort: an article with one is made whole, and the rest of it sounds as ever. */
#include "recording.h"

#define TIMES5(text)  text text text text text
#define TIMES10(text) TIMES5(text) TIMES5(text)
#define TIMES50(text) TIMES5(TIMES10(text))

static const char *const rows[] = {
    TIMES50("s'") TIMES50("s'"),     TIMES50("'s") TIMES50("'s"),     TIMES50("\u2019s") TIMES50("\u2019s"),
    TIMES50("'s's"),                 TIMES50("ness") TIMES50("ness"), TIMES50("U.S.") TIMES50("U.S."),
    TIMES50("A.B.") TIMES50("A.B."), TIMES50("e.g.") TIMES50("e.g."), TIMES50("e.g. "),
};

static void make(struct made *made, const char *text)
{
    recording_make(made, str_of(text), NR_INPUT_PROSE, "espeak-ng");
    assert_int_equal(made->recording->words_lost, 0);
    assert_true(made->recording->frame_count > made->plan->sample_rate);
}

/* What the normaliser makes words of ("U.S." becomes letters) is noted too: nobody writes it fifty times over. */
static void assert_one_note(const struct made *made, const char *start)
{
    const struct nr_note *note = made->article->notes->first;
    if (!note)
        fail_msg("no note for %.20s", made->article->source);
    if (note->next || strncmp(note->message, start, strlen(start)) != 0)
        fail_msg("%s", note->message);
}

static void alone_it_is_spoken(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct made made;
        make(&made, rows[i]);
        assert_one_note(&made, "test.txt:1:");
        recording_free(&made);
    }
}

static void what_people_write_is_not_noted(void **state)
{
    (void)state;
    static const char *const plain[] = {"Ha ha ha ha ha ha, he said, and no no no no no, and zzzzzzzzz.",
                                        "It was 1,000,000,000,000,000,000,000,000,000,000,000,000 then.",
                                        "One " TIMES50("- ") " two " TIMES50(".") "."};
    for (size_t i = 0; i < COUNT(plain); i++) {
        struct made made;
        make(&made, plain[i]);
        if (made.article->notes->first)
            fail_msg("%s", made.article->notes->first->message);
        recording_free(&made);
    }
}

static void assert_same_utterance(const struct made *a, size_t from_a, const struct made *b, size_t from_b)
{
    size_t count_a, count_b;
    int16_t *frames_a = recording_utterance(a, from_a, &count_a),
            *frames_b = recording_utterance(b, from_b, &count_b);
    assert_int_equal(count_a, count_b);
    assert_memory_equal(frames_a, frames_b, count_a * sizeof *frames_a);
    free(frames_a);
    free(frames_b);
}

static void inside_an_article_it_changes_no_other_sentence(void **state)
{
    (void)state;
    static const char before[] = "The storm came on a Monday.\n\nIt rained for days.\n\nThen came ";
    static const char after[] = " too.\n\nNobody was hurt, said the mayor.\n\nThe end was quiet.\n";
    struct made plain;
    struct buf text = {0};
    buf_printf(&text, "%ssnow%s", before, after);
    make(&plain, text.at);
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct made made;
        buf_clear(&text);
        buf_printf(&text, "%s%s%s", before, rows[i], after);
        make(&made, text.at);
        assert_one_note(&made, "test.txt:5:");
        for (size_t u = 0; u < 2; u++) {
            assert_same_utterance(&plain, u, &made, u);
            assert_same_utterance(&plain, plain.plan->utterance_count - 1 - u, &made,
                                  made.plan->utterance_count - 1 - u);
        }
        recording_free(&made);
    }
    recording_free(&plain);
    buf_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(alone_it_is_spoken),
        cmocka_unit_test(what_people_write_is_not_noted),
        cmocka_unit_test(inside_an_article_it_changes_no_other_sentence),
    };
    setpgid(0, 0); /* so that its processes can be counted */
    return cmocka_run_group_tests(tests, NULL, NULL);
}
