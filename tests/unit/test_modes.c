/* What is told beyond the words: verbosity, punctuation, capitals. */
#include "planning.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* The utterances' texts with '|' between; free(). */
static char *spoken(const struct nr_article *article, const struct nr_settings *settings)
{
    const struct nr_plan *plan = NULL;
    struct nr_voice *voice;
    struct nr_error error;
    struct buf all = {0};
    assert_true(nr_voice_parse("test", "", 0, &voice, &error));
    if (!nr_plan_article(article, voice, settings, &plan, &error))
        fail_msg("%s", error.message);
    for (size_t i = 0; i < plan->utterance_count; i++) {
        const struct nr_utterance *said = &plan->utterances[i];
        buf_printf(&all, "%s%s", i ? "|" : "", said->text);
        uint32_t reached = 0;
        for (uint32_t k = 0; k < said->token_count; k++) {
            const struct nr_token *token = &plan->tokens[said->first_token + k];
            assert_true(token->spoken_start >= reached && token->spoken_end >= token->spoken_start);
            assert_true(token->spoken_end <= said->length);
            assert_true(token->written.start < token->written.end);
            assert_true(token->written.end <= article->source_length);
            reached = token->spoken_end;
        }
    }
    nr_voice_free(voice);
    return all.at;
}

static void check(const char *written, struct nr_settings settings, const char *wanted)
{
    static const enum nr_role body = NR_BODY;
    settings.locale = settings.locale ? settings.locale : "en-GB";
    struct nr_article *article = planning_article(&body, &written, 1);
    char *text = spoken(article, &settings);
    assert_string_equal(text, wanted);
    free(text);
    nr_article_free(article);
}

/* Each mark is named where it stands; what makes a pause stays behind its name. */
static void punctuation_is_named(void **state)
{
    (void)state;
    static const struct {
        const char *written;
        const char *some;
        const char *all;
    } cases[] = {
        {"It rose, then fell.", "It rose, then fell.", "It rose comma, then fell full stop."},
        {"The old (grey) wall.", "The old left bracket (grey right bracket) wall.",
         "The old left bracket (grey right bracket) wall full stop."},
        {"He left \xE2\x80\x93 or so.", "He left dash \xE2\x80\x93 or so.",
         "He left dash \xE2\x80\x93 or so full stop."},
        {"A well-known man.", "A well-known man.", "A well hyphen known man full stop."},
        {"The cause/effect of it.", "The cause slash effect of it.", "The cause slash effect of it full stop."},
        {"The boys' hut isn't here!", "The boys' hut isn't here!",
         "The boys apostrophe hut isn't here exclamation mark!"},
        {"The \xE2\x80\x9Cold way\xE2\x80\x9D is gone", "The left quote old way right quote is gone.",
         "The left quote old way right quote is gone."},
        {"So it goes...", "So it goes...", "So it goes dots..."},
        {"Call a_name now", "Call a underscore name now.", "Call a underscore name now."},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        check(cases[i].written, (struct nr_settings){.punctuation = NR_PUNCTUATION_SOME}, cases[i].some);
        check(cases[i].written, (struct nr_settings){.punctuation = NR_PUNCTUATION_ALL}, cases[i].all);
    }
    check("It left (at 5).", (struct nr_settings){.punctuation = NR_PUNCTUATION_ALL, .locale = "en-US"},
          "It left left paren (at five right paren) period.");
}

/* What is said otherwise than it is written stays so, and a row of marks is no flood. */
static void punctuation_leaves_what_is_read(void **state)
{
    (void)state;
    const struct nr_settings all = {.punctuation = NR_PUNCTUATION_ALL};
    check("It cost \xC2\xA3"
          "2.50",
          all, "It cost two pounds fifty.");
    check("See www.example.org", all, "See WWW dot example dot org.");
    check("No!!!!!!!!!!!!", all, "No exclamation mark!");
    check("Half (of it [4] is gone", all,
          "Half left bracket (of it left square bracket [four right square bracket] is gone.");
}

static void capitals_are_told(void **state)
{
    (void)state;
    const struct nr_settings say = {.capitals = NR_CAPITALS_SAY};
    check("Ann saw the man.", say, "cap Ann saw the man.");
    check("We saw NASA and an iPhone.", say, "cap We saw all cap NASA and an mixed cap iPhone.");
    check("He and I left", say, "cap He and cap I left.");
    check("\xC3\x89lan is a word", say, "cap \xC3\x89lan is a word.");
    check("It rose 5% on Monday", say, "cap It rose five per cent on cap Monday.");
}

static const enum nr_role roles[] = {NR_HEADLINE,  NR_BYLINE, NR_BODY,       NR_CROSSHEAD, NR_LIST_ITEM,
                                     NR_LIST_ITEM, NR_BODY,   NR_LIST_ITEM,  NR_CAPTION,   NR_TABLE,
                                     NR_TABLE,     NR_CODE,   NR_BOILERPLATE};
static const char *const texts[] = {"Storm",   "By Ann Lee", "It came.",     "What next", "Lime",
                                    "Timber",  "And so.",    "Rope (thick)", "A wave",    "Oban: 3",
                                    "Mull: 4", "int x;",     "Share this"};

static void check_verbosity(enum nr_verbosity verbosity, const char *wanted)
{
    struct nr_article *article = planning_article(roles, texts, COUNT(roles));
    char *text = spoken(article, &(struct nr_settings){.verbosity = verbosity, .locale = "en-GB"});
    assert_string_equal(text, wanted);
    free(text);
    nr_article_free(article);
}

static void verbosity_chooses_what_is_told(void **state)
{
    (void)state;
    check_verbosity(NR_VERBOSITY_SOME, "Storm.|It came.|What next.|Lime.|Timber.|And so.|Rope (thick).");
    check_verbosity(NR_VERBOSITY_MOST,
                    "Storm.|By Ann Lee.|It came.|What next.|Lime.|Timber.|And so.|Rope (thick).|"
                    "Oban: three.|Mull: four.|Code block.");
    check_verbosity(NR_VERBOSITY_ALL, "Storm.|By Ann Lee.|It came.|Heading: What next.|Item one of two: Lime.|"
                                      "Item two of two: Timber.|And so.|Item one of one: Rope (thick).|"
                                      "Image: A wave.|Row one of two: Oban: three.|Row two of two: Mull: four.|"
                                      "Code block, lines: one.");
}

static void lists_are_told_apart_by_their_numbers(void **state)
{
    (void)state;
    static const enum nr_role items[] = {NR_LIST_ITEM, NR_LIST_ITEM, NR_LIST_ITEM};
    static const char *const written[] = {"1. Lime", "2. Sand", "1. Rope"};
    struct nr_article *article = planning_article(items, written, COUNT(items));
    char *text = spoken(article, &(struct nr_settings){.verbosity = NR_VERBOSITY_ALL, .locale = "en-GB"});
    assert_string_equal(text,
                        "Item one of two: one. Lime.|Item two of two: two. Sand.|Item one of one: one. Rope.");
    free(text);
    nr_article_free(article);
}

/* Who names a role gets it at any verbosity; what verbosity leaves out is counted. */
static void roles_that_are_named_win(void **state)
{
    (void)state;
    struct nr_article *article = planning_article(roles, texts, COUNT(roles));
    struct nr_settings settings = {.verbosity = NR_VERBOSITY_SOME,
                                   .speak_roles = NR_ROLE_BIT(NR_TABLE),
                                   .skip_roles = NR_ROLE_BIT(NR_LIST_ITEM),
                                   .locale = "en-GB"};
    char *text = spoken(article, &settings);
    assert_string_equal(text, "Storm.|It came.|What next.|And so.|Oban: three.|Mull: four.");
    free(text);
    nr_article_free(article);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(punctuation_is_named),
        cmocka_unit_test(punctuation_leaves_what_is_read),
        cmocka_unit_test(capitals_are_told),
        cmocka_unit_test(verbosity_chooses_what_is_told),
        cmocka_unit_test(lists_are_told_apart_by_their_numbers),
        cmocka_unit_test(roles_that_are_named_win),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
