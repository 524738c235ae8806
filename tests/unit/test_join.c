/* Several articles in one plan: each as it is alone, and in its own place. */
#include "reading.h"

#include "narrator/plan.h"

static const char *const names[] = {"news/sea.md", "rain.txt", "wind.txt"};
#define SEA                                                                                                       \
    "---\ntitle: Storm closes ports\nsite: The Gazette\ndate: 2024-03-12\nauthor: Jane Doe\n---\n\nThe river "    \
    "rose "                                                                                                       \
    "by &pound;3.\n\n## Later\n\nIt fell.\n"

static const char *const texts[] = {
    SEA,
    "Rain comes\n\nBY ANN LEE\n\n12 March 2024\n\nIt rained on Monday. Much of it was rain.\n",
    "The wind blew all day and it did not stop at night, as everybody in the town had feared it would not.\n",
};
#define COUNT (sizeof names / sizeof *names)

static const struct nr_plan *plan_of(size_t index, bool opening)
{
    const struct nr_settings settings = {.opening = opening};
    struct nr_article *article;
    struct nr_voice *voice;
    struct nr_error error;
    const struct nr_plan *plan = NULL;
    assert_true(nr_voice_parse("test", "", 0, &voice, &error));
    if (!nr_read_article(names[index], texts[index], strlen(texts[index]), &settings, &article, &error) ||
        !nr_plan_article(article, voice, &settings, &plan, &error))
        fail_msg("%s", error.message);
    nr_voice_free(voice);
    return plan;
}

static const struct nr_plan *join(bool opening, const char *title)
{
    const struct nr_settings settings = {.title = title};
    const struct nr_plan *plans[COUNT], *joined;
    struct nr_error error;
    for (size_t i = 0; i < COUNT; i++)
        plans[i] = plan_of(i, opening);
    assert_true(nr_join_plans(plans, COUNT, &settings, &joined, &error));
    return joined;
}

static void drop(const struct nr_plan *plan)
{
    nr_article_free((struct nr_article *)plan->article);
}

static void expect_same_written(const struct nr_plan *joined, const struct nr_token *token,
                                const struct nr_article *part, const struct nr_token *alone)
{
    size_t length = alone->written.end - alone->written.start;
    assert_int_equal(token->written.end - token->written.start, length);
    assert_memory_equal(joined->article->source + token->written.start, part->source + alone->written.start,
                        length);
}

static void each_is_as_it_is_alone(void **state)
{
    (void)state;
    const struct nr_plan *joined = join(true, NULL);
    const struct nr_article *article = joined->article;
    size_t utterance = 0, block = 0;
    assert_int_equal(article->part_count, COUNT);
    for (size_t i = 0; i < COUNT; i++) {
        const struct nr_plan *alone = plan_of(i, true);
        assert_string_equal(article->parts[i].name, names[i]);
        assert_memory_equal(article->source + article->parts[i].source_start, texts[i], strlen(texts[i]));
        for (size_t j = 0; j < alone->utterance_count; j++, utterance++) {
            const struct nr_utterance *here = &joined->utterances[utterance], *there = &alone->utterances[j];
            assert_string_equal(here->text, there->text);
            assert_int_equal(here->block, there->block + block);
            assert_int_equal(here->token_count, there->token_count);
            bool last = j + 1 == alone->utterance_count && i + 1 < COUNT;
            assert_int_equal(here->pause_after_ms, there->pause_after_ms * (last ? 3 : 1));
            for (size_t k = 0; k < here->token_count; k++)
                expect_same_written(joined, &joined->tokens[here->first_token + k], alone->article,
                                    &alone->tokens[there->first_token + k]);
            const struct nr_block *words = &article->blocks[here->block];
            struct nr_span span = nr_block_span(words, 0, words->length);
            struct nr_span own = nr_block_span(&alone->article->blocks[there->block], 0, words->length);
            assert_int_equal(span.start, own.start + article->parts[i].source_start);
            assert_int_equal(span.end, own.end + article->parts[i].source_start);
        }
        block += alone->article->block_count;
        drop(alone);
    }
    assert_int_equal(utterance, joined->utterance_count);
    assert_int_equal(block, article->block_count);
    drop(joined);
}

static void a_chapter_for_each_with_its_own_inside(void **state)
{
    (void)state;
    static const struct nr_chapter wanted[] = {
        {"Storm closes ports", 0, false}, {"Article", 4, true},  {"Later", 5, true},
        {"Rain comes", 7, false},         {"Article", 10, true}, {"wind.txt", 12, false},
    };
    const struct nr_plan *joined = join(true, NULL);
    assert_int_equal(joined->chapter_count, sizeof wanted / sizeof *wanted);
    for (size_t i = 0; i < joined->chapter_count; i++) {
        assert_string_equal(joined->chapters[i].title, wanted[i].title);
        assert_int_equal(joined->chapters[i].first_utterance, wanted[i].first_utterance);
        assert_int_equal(joined->chapters[i].inside, wanted[i].inside);
    }
    drop(joined);
}

/* Site, date and title come first; what they said of the date is not said again, and the writer still is. */
static void each_opens_by_site_date_and_title(void **state)
{
    (void)state;
    static const char *const first[] = {"The Gazette.", "the twelfth of March twenty twenty-four.",
                                        "Storm closes ports.", "Jane Doe."};
    static const char *const second[] = {"the twelfth of March twenty twenty-four.", "Rain comes.", "By Ann Lee.",
                                         "It rained on Monday."};
    const struct nr_plan *joined = join(true, NULL);
    for (size_t i = 0; i < 4; i++) {
        assert_string_equal(joined->utterances[i].text, first[i]);
        assert_string_equal(joined->utterances[7 + i].text, second[i]);
    }
    drop(joined);
    joined = join(false, NULL);
    assert_string_equal(joined->utterances[0].text, "Storm closes ports.");
    drop(joined);
}

static void what_all_say_alike_is_said_of_the_whole(void **state)
{
    (void)state;
    const struct nr_plan *joined = join(true, NULL);
    assert_string_equal(joined->article->name, "sea.md + rain.txt + wind.txt");
    assert_string_equal(joined->article->title, "Storm closes ports, and 2 more articles");
    assert_null(joined->article->site);
    assert_null(joined->article->byline);
    drop(joined);
    joined = join(true, "This week");
    assert_string_equal(joined->article->title, "This week");
    drop(joined);
    const struct nr_plan *one = plan_of(0, true);
    const struct nr_settings settings = {0};
    struct nr_error error;
    assert_true(nr_join_plans(&one, 1, &settings, &joined, &error));
    assert_string_equal(joined->article->site, "The Gazette");
    assert_string_equal(joined->article->byline, "Jane Doe");
    assert_string_equal(joined->article->title, "Storm closes ports");
    drop(joined);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_is_as_it_is_alone),
        cmocka_unit_test(a_chapter_for_each_with_its_own_inside),
        cmocka_unit_test(each_opens_by_site_date_and_title),
        cmocka_unit_test(what_all_say_alike_is_said_of_the_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
