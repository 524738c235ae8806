/* What holds for every reading, over the written side of all of tests/spec: arguments are the files. */
#include "planning.h"

#include "memory.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define FILE_BYTES_MAX  ((size_t)1 << 20)
#define LONG_LINE_BYTES ((size_t)1 << 18)
#define GROWTH_MAX      40 /* times the written length */

static int file_count;
static char **file_names;

static struct nr_voice *plain_voice(void)
{
    static struct nr_voice *voice;
    struct nr_error error;
    if (!voice)
        assert_true(nr_voice_parse("test", "", 0, &voice, &error));
    return voice;
}

static void free_voice(void)
{
    nr_voice_free(plain_voice());
}

/* The utterances of `text` with a space between; empty when nothing is said. */
static void read_out(const char *text, const char *locale, const char *rules_off, struct buf *out)
{
    static const enum nr_role body = NR_BODY;
    struct nr_settings settings = {.locale = locale, .rules_off = rules_off};
    struct nr_article *article = planning_article(&body, &text, 1);
    const struct nr_plan *plan;
    struct nr_error error;
    buf_clear(out);
    if (nr_plan_article(article, plain_voice(), &settings, &plan, &error))
        for (size_t i = 0; i < plan->utterance_count; i++)
            buf_printf(out, "%s%s", i ? " " : "", plan->utterances[i].text);
    nr_article_free(article);
}

/* Calls `check` with the written side of each line of each file, in both locales. */
static void for_each_written(void (*check)(const char *written, const char *locale))
{
    char *text = memory_alloc(FILE_BYTES_MAX);
    for (int i = 0; i < file_count; i++) {
        FILE *file = fopen(file_names[i], "rb");
        assert_non_null(file);
        text[fread(text, 1, FILE_BYTES_MAX - 1, file)] = '\0';
        fclose(file);
        for (char *line = strtok(text, "\n"); line; line = strtok(NULL, "\n")) {
            line[strcspn(line, "\t")] = '\0';
            if (*line == '#' || strcmp(line, "locale") == 0)
                continue;
            check(line, "en-GB");
            check(line, "en-US");
        }
    }
    free(text);
}

static void check_no_digit(const char *written, const char *locale)
{
    struct buf said = {0};
    read_out(written, locale, NULL, &said);
    for (size_t i = 0; i < said.length; i++)
        if (said.at[i] >= '0' && said.at[i] <= '9')
            fail_msg("[%s] %s -> %s", locale, written, said.at);
    buf_free(&said);
}

static void no_digit_is_left(void **state)
{
    (void)state;
    for_each_written(check_no_digit);
}

/* White space at both ends, and what parts sentences, is not told apart. */
static bool equal_but_for_space(const char *a, const char *b)
{
    for (;;) {
        while (*a == ' ')
            a++;
        while (*b == ' ')
            b++;
        if (*a != *b)
            return false;
        if (!*a)
            return true;
        a++, b++;
    }
}

static bool has_letter_or_digit(const char *text)
{
    for (; *text; text++)
        if ((*text >= '0' && *text <= '9') || (*text | 32) >= 'a')
            return true;
    return false;
}

static void check_identity(const char *written, const char *locale)
{
    struct buf said = {0};
    read_out(written, locale, "all", &said);
    bool plain = has_letter_or_digit(written) && !strstr(written, " | "); /* a lone mark is no sentence */
    if (plain && !equal_but_for_space(written, said.length ? said.at : ""))
        fail_msg("[%s] %s -> %s", locale, written, said.at);
    buf_free(&said);
}

static void without_rules_all_is_said_as_written(void **state)
{
    (void)state;
    for_each_written(check_identity);
}

static void check_growth(const char *written, const char *locale)
{
    struct buf said = {0};
    read_out(written, locale, NULL, &said);
    assert_true(said.length <= GROWTH_MAX * (strlen(written) + 1));
    buf_free(&said);
}

static void readings_stay_in_bounds(void **state)
{
    (void)state;
    static const char *const dense[] = {"1",
                                        "7.7",
                                        "1/7",
                                        "777,777,777,777,777,777",
                                        "$7",
                                        "7m",
                                        "7°",
                                        "½",
                                        "https://a.b/?=&",
                                        "XVII",
                                        "10:10:10",
                                        "😀",
                                        "@",
                                        "#1",
                                        "77-77",
                                        "WHO",
                                        "7²",
                                        "1990s"};
    for (size_t i = 0; i < sizeof dense / sizeof *dense; i++)
        check_growth(dense[i], "en-GB");
    for_each_written(check_growth);
}

/* Lines that a careless reader reads again and again: the whole test ends by its time limit if one does. */
static void long_lines_are_read_in_linear_time(void **state)
{
    (void)state;
    static const char *const pieces[] = {"1",          ",",      "\"",   "1/",   "1 ",     "5\" ", "at 10.15 ",
                                         "A",          "a.",     "a@a.", "x = ", "1 + ",   "$",    "[1]",
                                         "(sic ",      "St. ",   "1-a-", "9.",   "1,111,", "😀",    "①",
                                         "https://a/", "\"a\" ", "III ", "'5",   "1:",     "#a",   "1½",
                                         "a-5, ",      "(",      "= ",   "5ft "};
    struct buf line = {0}, said = {0};
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        buf_clear(&line);
        while (line.length < LONG_LINE_BYTES)
            buf_append(&line, str_of(pieces[i]));
        read_out(line.at, i % 2 ? "en-GB" : "en-US", NULL, &said);
        assert_true(said.length <= GROWTH_MAX * line.length);
    }
    buf_free(&line);
    buf_free(&said);
}

static void article_text_commands_no_engine(void **state)
{
    (void)state;
    static const enum nr_role body = NR_BODY;
    static const char *const texts[] = {"He wrote [[m9]] and [[h@'loU]] twice.", "A [[1]] and [[[sic]]] too."};
    for (size_t i = 0; i < 2; i++) {
        struct nr_settings settings = {.locale = "en-GB"};
        struct nr_article *article = planning_article(&body, &texts[i], 1);
        const struct nr_plan *plan;
        struct nr_error error;
        assert_true(nr_plan_article(article, plain_voice(), &settings, &plan, &error));
        for (size_t u = 0; u < plan->utterance_count; u++)
            assert_int_equal(plan->utterances[u].pronunciation_count, 0);
        nr_article_free(article);
    }
}

/* The source of the token that `rule` changed. */
static void assert_source(const struct nr_plan *plan, const char *rule, const char *source)
{
    for (size_t i = 0; i < plan->token_count; i++) {
        const struct nr_token *token = &plan->tokens[i];
        if (!token->rule || strcmp(token->rule, rule) != 0)
            continue;
        struct str written = {plan->article->source + token->written.start,
                              token->written.end - token->written.start};
        if (str_equal(written, str_of(source)))
            return;
        fail_msg("%s: %.*s, wanted %s", rule, (int)written.length, written.at, source);
    }
    fail_msg("no token by the rule %s", rule);
}

static void spans_are_right_behind_entities_and_composed_letters(void **state)
{
    (void)state;
    static const char text[] = "Cafe\xCC\x81 &amp; bar: \xE2\x80\x9CIt costs &pound;2.5m\xE2\x80\x9D, he said, "
                               "5&#37; of it at 8.30&nbsp;pm&hellip; Dr.&nbsp;Lee left.\n";
    struct nr_settings settings = {.locale = "en-GB", .from = NR_INPUT_MARKDOWN};
    struct nr_article *article;
    const struct nr_plan *plan;
    struct nr_error error;
    assert_true(nr_read_article("a.md", text, strlen(text), &settings, &article, &error));
    assert_true(nr_plan_article(article, plain_voice(), &settings, &plan, &error));
    assert_source(plan, "money", "&pound;2.5m");
    assert_source(plan, "percent", "5&#37;");
    assert_source(plan, "time", "8.30&nbsp;pm");
    assert_source(plan, "title", "Dr");
    assert_source(plan, "symbol", "&amp;");
    nr_article_free(article);
}

static void each_rule_has_a_name_of_its_own(void **state)
{
    (void)state;
    for (size_t i = 0; nr_rule_name(i); i++)
        for (size_t k = 0; k < i; k++)
            assert_string_not_equal(nr_rule_name(i), nr_rule_name(k));
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_digit_is_left),
        cmocka_unit_test(without_rules_all_is_said_as_written),
        cmocka_unit_test(readings_stay_in_bounds),
        cmocka_unit_test(long_lines_are_read_in_linear_time),
        cmocka_unit_test(article_text_commands_no_engine),
        cmocka_unit_test(spans_are_right_behind_entities_and_composed_letters),
        cmocka_unit_test(each_rule_has_a_name_of_its_own),
    };
    file_count = argc - 1;
    file_names = argv + 1;
    atexit(free_voice);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
