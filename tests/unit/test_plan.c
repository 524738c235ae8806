#include "planning.h"

#include "plan/en/en.h"
#include "utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct nr_voice *plain_voice(void)
{
    static const char text[] = "[headline]\npause-after = 900\n"
                               "[crosshead]\npause-before = 1100\npause-after = 600\n";
    struct nr_voice *voice;
    struct nr_error error;
    assert_true(nr_voice_parse("test", text, strlen(text), &voice, &error));
    return voice;
}

static const struct nr_plan *plan(const struct nr_article *article, const struct nr_settings *settings)
{
    const struct nr_plan *made = NULL;
    struct nr_voice *voice = plain_voice();
    struct nr_error error;
    if (!nr_plan_article(article, voice, settings, &made, &error))
        fail_msg("%s", error.message);
    nr_voice_free(voice);
    return made;
}

static const enum nr_role roles[] = {NR_HEADLINE, NR_HEADLINE, NR_SUMMARY,   NR_BODY,
                                     NR_CAPTION,  NR_BODY,     NR_CROSSHEAD, NR_BODY};
static const char *const texts[] = {"Storm hits coast",   "Storm hits coast and cuts power to thousands",
                                    "Roads are shut",     "It came at night. Dr. Hall saw it.",
                                    "A wave at the pier", "It left at 5.",
                                    "What comes next",    "Nobody knows."};
#define BLOCKS (sizeof roles / sizeof *roles)

static void chapters_follow_the_sections(void **state)
{
    (void)state;
    static const struct nr_settings settings = {0};
    struct nr_article *article = planning_article(roles, texts, BLOCKS);
    article->title = "Storm hits coast";
    const struct nr_plan *made = plan(article, &settings);
    static const char *const titles[] = {"Storm hits coast", "Summary", "Article", "What comes next"};
    static const uint32_t starts[] = {0, 1, 2, 5};
    assert_int_equal(made->chapter_count, 4);
    for (size_t i = 0; i < 4; i++) {
        assert_string_equal(made->chapters[i].title, titles[i]);
        assert_int_equal(made->chapters[i].first_utterance, starts[i]);
    }
    assert_string_equal(made->utterances[0].text, "Storm hits coast and cuts power to thousands.");
    assert_int_equal(made->unspoken[NR_CAPTION], 1);
    assert_int_equal(made->unspoken[NR_HEADLINE], 0);
    nr_article_free(article);
}

static void long_chapter_titles_are_cut_at_a_word(void **state)
{
    (void)state;
    static const struct nr_settings settings = {0};
    static const enum nr_role crosshead = NR_CROSSHEAD;
    char text[400] = "";
    for (int i = 0; i < 30; i++)
        strcat(text, "\u00e9t\u00e9s ");
    const char *one = text;
    text[strlen(text) - 1] = '\0';
    struct nr_article *article = planning_article(&crosshead, &one, 1);
    struct str title = str_of(plan(article, &settings)->chapters[0].title);
    assert_true(utf8_count(title) <= 120);
    assert_true(utf8_count(title) > 110);
    assert_true(str_ends(title, STR("s\u2026")));
    nr_article_free(article);
}

static void pauses_shrink_with_the_rate(void **state)
{
    (void)state;
    static const struct {
        unsigned rate, headline, sentence, paragraph, crosshead;
    } rows[] = {{175, 900, 350, 700, 600}, {350, 450, 175, 350, 300}, {449, 350, 136, 272, 233}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct nr_settings settings = {.rate_wpm = rows[i].rate};
        struct nr_article *article = planning_article(roles, texts, BLOCKS);
        const struct nr_utterance *u = plan(article, &settings)->utterances;
        assert_int_equal(u[0].pause_after_ms, rows[i].headline);
        assert_int_equal(u[1].pause_after_ms, rows[i].paragraph);
        assert_int_equal(u[2].pause_after_ms, rows[i].sentence);
        assert_int_equal(u[4].pause_after_ms, 1100 * 175 / rows[i].rate);
        assert_int_equal(u[5].pause_after_ms, rows[i].crosshead);
        nr_article_free(article);
    }
}

static void wishes_win_over_the_defaults(void **state)
{
    (void)state;
    struct nr_settings settings = {.speak_roles = NR_ROLE_BIT(NR_CAPTION), .skip_roles = NR_ROLE_BIT(NR_SUMMARY)};
    struct nr_article *article = planning_article(roles, texts, BLOCKS);
    const struct nr_plan *made = plan(article, &settings);
    assert_int_equal(made->unspoken[NR_CAPTION], 0);
    assert_int_equal(made->unspoken[NR_SUMMARY], 1);
    assert_int_equal(made->utterance_count, 7);
    nr_article_free(article);
}

static void pull_quotes_are_spoken_once(void **state)
{
    (void)state;
    static const struct nr_settings settings = {0};
    static const enum nr_role kinds[] = {NR_BODY, NR_QUOTE, NR_QUOTE};
    static const char *const said[] = {"She said: \u2018We will rebuild it.\u2019 He agreed.",
                                       "\u2018We will rebuild it\u2019", "\u2018We never will\u2019"};
    struct nr_article *article = planning_article(kinds, said, 3);
    const struct nr_plan *made = plan(article, &settings);
    for (size_t i = 0; i < made->utterance_count; i++)
        assert_int_not_equal(made->utterances[i].block, 1);
    assert_int_equal(made->utterances[made->utterance_count - 1].block, 2);
    nr_article_free(article);
}

/* Tokens lie in order in the utterance and in the source, and spell what was written. */
static void check_tokens(const struct nr_plan *made)
{
    for (size_t i = 0; i < made->utterance_count; i++) {
        const struct nr_utterance *u = &made->utterances[i];
        uint32_t at = 0;
        size_t source = 0;
        assert_true(u->length <= NR_UTTERANCE_BYTES_MAX);
        for (uint32_t t = u->first_token; t < u->first_token + u->token_count; t++) {
            const struct nr_token *token = &made->tokens[t];
            assert_true(token->spoken_start >= at && token->spoken_end > token->spoken_start);
            assert_true(token->spoken_end <= u->length);
            assert_true(token->written.start >= source && token->written.end > token->written.start);
            assert_true(token->written.end <= made->article->source_length);
            if (!token->rule)
                assert_memory_equal(u->text + token->spoken_start, made->article->source + token->written.start,
                                    token->written.end - token->written.start);
            at = token->spoken_end;
            source = token->written.end;
        }
    }
}

static void long_runs_become_several_utterances(void **state)
{
    (void)state;
    static const struct nr_settings settings = {0};
    static const enum nr_role body = NR_BODY;
    struct buf text = {0};
    for (int i = 501; i <= 600; i++)
        buf_printf(&text, "%d ", i);
    for (int i = 0; i < 3000; i++)
        buf_append(&text, STR("\u4e2d"));
    const char *one = text.at;
    struct nr_article *article = planning_article(&body, &one, 1);
    const struct nr_plan *made = plan(article, &settings);
    check_tokens(made);
    assert_true(made->utterance_count > 10);
    for (size_t i = 0; i + 1 < made->utterance_count; i++)
        assert_int_equal(made->utterances[i].pause_after_ms, 150);
    nr_article_free(article);
    buf_free(&text);
}

static void tokens_know_what_was_written(void **state)
{
    (void)state;
    static const struct nr_settings settings = {0};
    static const enum nr_role body = NR_BODY;
    static const char *const text =
        "On 24 September 2022 Dr. Hall paid \u00a32.5m for 3 km of road, i.e. 97% of it.";
    struct nr_article *article = planning_article(&body, &text, 1);
    const struct nr_plan *made = plan(article, &settings);
    check_tokens(made);
    const struct nr_token *date = &made->tokens[1];
    assert_int_equal(date->class, NR_CLASS_DATE);
    assert_memory_equal(article->source + date->written.start, "24 September 2022", 17);
    assert_int_equal(date->written.end - date->written.start, 17);
    nr_article_free(article);
}

static struct nr_article *body_article(const char *text)
{
    static const enum nr_role body = NR_BODY;
    return planning_article(&body, &text, 1);
}

/* What is said of `text`, and whether its first utterance is in the quotation's pitch. */
static void check_quotes(enum nr_quotes quotes, const char *text, const char *wanted, bool shifted)
{
    struct nr_settings settings = {.quotes = quotes};
    struct nr_article *article = body_article(text);
    const struct nr_plan *made = plan(article, &settings);
    assert_string_equal(made->utterances[0].text, wanted);
    assert_int_equal(made->utterances[0].style->pitch != 50, shifted);
    nr_article_free(article);
}

static void quotations_are_made_audible(void **state)
{
    (void)state;
    static const char whole[] = "\u201cWe will rebuild it.\u201d";
    static const char inside[] = "It is \u2018the worst of all storms\u2019, he said.";
    static const char scare[] = "The \u2018sham\u2019 went on.";
    check_quotes(NR_QUOTES_VOICE, whole, whole, true);
    check_quotes(NR_QUOTES_VOICE, inside, inside, false);
    check_quotes(NR_QUOTES_VOICE, "\u2018Sham\u2019.", "\u2018Sham\u2019.", false);
    check_quotes(NR_QUOTES_NONE, whole, whole, false);
    check_quotes(NR_QUOTES_WORDS, whole, "quote, We will rebuild it. end quote.", false);
    check_quotes(NR_QUOTES_WORDS, inside, "It is, quote, the worst of all storms, end quote, he said.", false);
    check_quotes(NR_QUOTES_WORDS, scare, scare, false);
    check_quotes(NR_QUOTES_PAUSE, inside, "It is, the worst of all storms, he said.", false);
}

static void quotations_go_on_over_paragraphs(void **state)
{
    (void)state;
    static const struct nr_settings settings = {0};
    static const enum nr_role bodies[] = {NR_BODY, NR_BODY, NR_BODY};
    static const char *const paragraphs[] = {"\u201cWe will go on. There is no other way.",
                                             "\u201cAnd we shall win.\u201d", "He left the room."};
    struct nr_article *article = planning_article(bodies, paragraphs, 3);
    const struct nr_plan *made = plan(article, &settings);
    for (size_t i = 0; i < made->utterance_count; i++)
        assert_int_equal(made->utterances[i].style->pitch != 50, made->utterances[i].block < 2);
    nr_article_free(article);
}

static void check_tongue(const char *text, const char *locale, const char *voice, const char *spoken)
{
    static const struct nr_settings settings = {0};
    struct nr_article *article = body_article(text);
    const struct nr_plan *made = plan(article, &settings);
    assert_string_equal(made->locale, locale);
    assert_string_equal(made->utterances[0].style->engine_voice, voice);
    assert_string_equal(made->utterances[0].text, spoken);
    assert_int_equal(article->notes->first != NULL, strcmp(locale, "en-GB") != 0);
    nr_article_free(article);
}

static void other_languages_keep_their_words_and_voice(void **state)
{
    (void)state;
    static const char german[] = "Der Hafen ist seit 3 Tagen wieder offen, und die Stadt ist froh.";
    static const char french[] = "Le port est ouvert depuis lundi et les 12 bateaux sont dans la rade.";
    static const char russian[] = "Порт снова открыт, и 12 кораблей вышли в море.";
    static const char arabic[] = "أعيد فتح الميناء يوم الاثنين بعد العواصف.";
    check_tongue(german, "de", "de", german);
    check_tongue(french, "fr", "fr-fr", french);
    check_tongue(russian, "ru", "ru", russian);
    check_tongue(arabic, "ar", "ar", arabic);
    check_tongue("The port of \u5317\u4eac is open to Зеленский.", "en-GB", "en",
                 "The port of bei jing is open to Zelenskiy.");
    check_tongue("Beckham, Owen, Scholes.", "en-GB", "en", "Beckham, Owen, Scholes.");
}

static void a_stated_language_is_spoken_by_its_voice(void **state)
{
    (void)state;
    static const struct nr_settings settings = {0};
    static const char *const rows[][2] = {{"id-ID", "id"}, {"no", "nb"}, {"sr-Latn-RS", "sr"}, {"uk", "uk"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct nr_article *article = body_article("Banjir besar melanda ibu kota.");
        article->language = rows[i][0];
        assert_string_equal(plan(article, &settings)->utterances[0].style->engine_voice, rows[i][1]);
        nr_article_free(article);
    }
}

/* As newspapers print them, for an English voice to read. */
static void words_in_other_scripts_are_romanised(void **state)
{
    (void)state;
    static const struct nr_settings settings = {0};
    static const struct {
        const char *word, *romanised;
    } rows[] = {{"Хрущёв", "Khrushchev"},     {"Ельцин", "Yeltsin"},
                {"Їжак", "Yizhak"},           {"Μητσοτάκης", "Mitsotakis"},
                {"Երևան", "Yerevan"},         {"მთა", "mta"},
                {"曾庆红", "zeng qing hong"}, {"トヨタ", "toyota"},
                {"محمد", "mahamad"},          {"שלום", "salum"},
                {"فلسطين", "falasatin"},      {"김정은", "gimjeong-eun"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char text[128], spoken[128];
        snprintf(text, sizeof text, "The name is %s and the rest is not.", rows[i].word);
        snprintf(spoken, sizeof spoken, "The name is %s and the rest is not.", rows[i].romanised);
        struct nr_article *article = body_article(text);
        assert_string_equal(plan(article, &settings)->utterances[0].text, spoken);
        nr_article_free(article);
    }
}

static void a_foreign_sentence_has_its_own_voice(void **state)
{
    (void)state;
    static const struct nr_settings settings = {0};
    struct nr_article *article =
        body_article("The talks went on. Переговоры продолжатся завтра. He left the room. "
                     "La commune devra organiser de nouvelles élections avant la fin du mois de juin.");
    const struct nr_plan *made = plan(article, &settings);
    assert_int_equal(made->utterance_count, 4);
    assert_string_equal(made->utterances[0].style->engine_voice, "en");
    assert_string_equal(made->utterances[1].style->engine_voice, "ru");
    assert_string_equal(made->utterances[2].style->engine_voice, "en");
    assert_string_equal(made->utterances[3].style->engine_voice, "fr-fr");
    nr_article_free(article);
}

/* A table that is searched by halves loses rows when it is out of order. */
static void tables_are_sorted(void **state)
{
    (void)state;
    static const struct table *const tables[] = {
        &en_abbreviations, &en_codes,      &en_units,        &en_prefixes,      &en_weekdays,   &en_idioms,
        &en_symbols,       &en_marks,      &en_states,       &en_streets,       &en_directions, &en_acronyms,
        &en_periods,       &en_rates,      &en_emoji,        &en_uncounted,     &en_code_cues,  &en_phone_cues,
        &en_heat_cues,     &en_clock_cues, &en_clock_words,  &en_rating_cues,   &en_odds_cues,  &en_date_cues,
        &en_extents,       &en_domains,    &en_zones,        &en_initialisms,   &en_captions,   &en_amount_verbs,
        &en_magnitudes,    &en_months,     &en_starters,     &en_year_cues,     &en_score_cues, &en_determiners,
        &en_clock_tails,   &en_numbered,   &en_regnal_names, &en_function_words};
    for (size_t t = 0; t < sizeof tables / sizeof *tables; t++) {
        const char *rows = tables[t]->rows;
        for (size_t i = 1; i < tables[t]->count; i++) {
            const char *const *before = (const void *)(rows + (i - 1) * tables[t]->row_size);
            const char *const *row = (const void *)(rows + i * tables[t]->row_size);
            if (strcmp(*before, *row) >= 0)
                fail_msg("%s stands before %s", *before, *row);
        }
    }
}

static void locales_are_known_or_refused(void **state)
{
    (void)state;
    struct nr_article *article = planning_article(roles, texts, BLOCKS);
    struct nr_voice *voice = plain_voice();
    struct nr_error error;
    const struct nr_plan *made;
    struct nr_settings settings = {.locale = "en-US"};
    assert_true(nr_plan_article(article, voice, &settings, &made, &error));
    assert_string_equal(made->locale, "en-US");
    settings.locale = "en-AU";
    assert_true(nr_plan_article(article, voice, &settings, &made, &error));
    assert_string_equal(made->locale, "en-GB");
    settings.locale = "tlh";
    assert_false(nr_plan_article(article, voice, &settings, &made, &error));
    assert_int_equal(error.status, NR_USAGE);
    nr_voice_free(voice);
    nr_article_free(article);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(chapters_follow_the_sections),
        cmocka_unit_test(long_chapter_titles_are_cut_at_a_word),
        cmocka_unit_test(pauses_shrink_with_the_rate),
        cmocka_unit_test(wishes_win_over_the_defaults),
        cmocka_unit_test(pull_quotes_are_spoken_once),
        cmocka_unit_test(long_runs_become_several_utterances),
        cmocka_unit_test(tokens_know_what_was_written),
        cmocka_unit_test(quotations_are_made_audible),
        cmocka_unit_test(quotations_go_on_over_paragraphs),
        cmocka_unit_test(other_languages_keep_their_words_and_voice),
        cmocka_unit_test(a_stated_language_is_spoken_by_its_voice),
        cmocka_unit_test(words_in_other_scripts_are_romanised),
        cmocka_unit_test(a_foreign_sentence_has_its_own_voice),
        cmocka_unit_test(tables_are_sorted),
        cmocka_unit_test(locales_are_known_or_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
