/* Words of one spelling and two sounds: told apart where their neighbours decide, left to the engine elsewhere. */
#include "planning.h"

#include "narrator/lexicon.h"
#include "plan/language.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const struct {
    const char *text;
    const char *wanted; /* the phonemes of its heteronyms, with a space between */
} british[] = {
    {"She read the letter aloud.", "r'Ed"},
    {"It read: Go home.", "r'Ed"},
    {"On Tuesday he read it twice.", "r'Ed"},
    {"Did she read it?", ""},
    {"Could he read it?", ""},
    {"They made him listen and let her read it.", ""},
    {"I read the papers every day.", ""},
    {"They read the news two years ago.", "r'Ed"},
    {"You should have seen what I read yesterday.", "r'Ed"},
    {"A statement read: we are sorry.", "r'Ed"},
    {"Read the statement again.", ""},
    {"Their most-read story was widely read.", "moUst r'Ed r'Ed"},
    {"At least read the label.", ""},
    {"It was the most read story.", "r'Ed"},
    {"Lead pipes are being replaced.", "l'Ed"},
    {"The pipes were made of lead.", "l'Ed"},
    {"Children were exposed to lead.", "l'Ed"},
    {"It could lead to war.", ""},
    {"They lead mining companies.", ""},
    {"She took the lead.", ""},
    {"The lead singer of a band.", ""},
    {"It will lead exposure to fall.", ""},
    {"People live in fear.", "l'Iv"},
    {"The match is live on BBC One.", ""},
    {"A live broadcast from Rome.", ""},
    {"John Smith lives in London.", "l'Ivz"},
    {"Ann, who lives here, said so.", ""},
    {"They spent their lives in exile.", ""},
    {"Doctors saved lives in Gaza.", ""},
    {"Saving Lives in Gaza", ""},
    {"Many lives in Gaza were lost.", ""},
    {"The year came to a close.", "kl'oUz"},
    {"At the close of play it rained.", "kl'oUz"},
    {"Pubs close at eleven.", "kl'oUz"},
    {"Pubs close to the river are full.", ""},
    {"She was a close friend.", ""},
    {"It was described in minute detail.", "maIn'ju:t"},
    {"One minute detail was missing.", ""},
    {"A last minute detail was added.", ""},
    {"A minute later it rained.", ""},
    {"A furious row broke out.", "r'aU"},
    {"A row over pay went on.", "r'aU"},
    {"They won three times in a row over the summer.", ""},
    {"A huge row of houses stood there.", ""},
    {"The front row was empty.", ""},
    {"He took a bow.", "b'aU"},
    {"They hunt with a bow and arrow.", ""},
    {"The bow of the ship was torn off.", "b'aU"},
    {"Ministers will not bow to pressure.", "b'aU"},
    {"I used to work there.", "j'u:st"},
    {"She never got used to it.", "j'u:st"},
    {"It is used to make steel.", ""},
    {"Commuters use the bus.", "j'u:z"},
    {"The use of the bus is free.", ""},
    {"The river wound through the town.", "w'aUnd"},
    {"The wound through his arm healed.", ""},
    {"Refuse collection stopped.", "r'Efju:s"},
    {"They refuse collection of it.", ""},
    {"They sell fresh produce.", "pr'0dju:s"},
    {"Factories produce steel.", ""},
    {"We ate sea bass to the sound of a bass guitar.", "b'as"},
    {"He dove into the lake.", "d'oUv"},
    {"A dove flew into the room.", ""},
    {"Excuse me, said the judge.", "Ekskj'u:z"},
    {"There was no excuse.", ""},
    {"Her resume was long.", "r'Ezju:m,eI"},
    {"Talks resume on Monday.", ""},
    {"Police suspect that he fled.", "s@sp'Ekt"},
    {"The police suspect fled.", ""},
    {"Residents object to the plan.", "@bdZ'Ekt"},
    {"The object to be sold is old.", ""},
    {"Scientists record the sound.", "rIk'o@d"},
    {"A police record was found.", ""},
    {"He broke the doctors' record.", ""},
    {"Officials present their evidence.", "prIz'Ent"},
    {"The officials present were asked.", ""},
    {"Rules permit a vote.", "p3m'It"},
    {"The permit is new.", ""},
    {"The bank projects a loss.", "pr@dZ'Ekts"},
    {"Their projects a year ago failed.", ""},
    {"Protesters tear down statues.", "t'e@"},
    {"A tear ran down.", ""},
    {"The storm tears through town.", "t'e@z"},
    {"She was in tears through the night.", ""},
    {"The road winds through a valley.", "w'aIndz"},
    {"Strong winds through the night did harm.", ""},
    {"The roads wind past farms.", "w'aInd"},
    {"The wind past the farm is cold.", ""},
    {"She is an advocate for change.", "'adv@k@t"},
    {"They advocate for change.", ""},
    {"Its import tariffs rose.", "'ImpO@t"},
    {"He is content with that.", "k@nt'Ent"},
    {"More content with pictures was added.", ""},
};

static const struct {
    const char *text;
    const char *wanted;
} american[] = {
    {"A furious row broke out.", ""},
    {"They sell fresh produce.", "pr'oUdu:s"},
    {"Her resume was long.", "r'EzUm,eI"},
    {"She read it.", "r'Ed"},
};

static void check(const char *text, const char *wanted, const char *locale, const char *rules_off)
{
    static const enum nr_role role = NR_BODY;
    struct nr_settings settings = {.locale = locale, .rules_off = rules_off};
    struct nr_article *article = planning_article(&role, &text, 1);
    struct nr_voice *voice;
    struct nr_error error;
    const struct nr_plan *plan;
    struct buf got = {0};
    assert_true(nr_voice_parse("v", "", 0, &voice, &error));
    if (!nr_plan_article(article, voice, &settings, &plan, &error))
        fail_msg("%s", error.message);
    for (size_t i = 0; i < plan->utterance_count; i++)
        for (size_t p = 0; p < plan->utterances[i].pronunciation_count; p++)
            buf_printf(&got, "%s%s", got.length ? " " : "", plan->utterances[i].pronunciations[p].phonemes);
    if (!str_equal(buf_str(&got), str_of(wanted)))
        fail_msg("%s [%s]: wanted '%s', got '%s'", text, locale, wanted, got.length ? got.at : "");
    buf_free(&got);
    nr_voice_free(voice);
    nr_article_free(article);
}

static void neighbours_decide(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof british / sizeof *british; i++)
        check(british[i].text, british[i].wanted, "en-GB", NULL);
    for (size_t i = 0; i < sizeof american / sizeof *american; i++)
        check(american[i].text, american[i].wanted, "en-US", NULL);
}

static void the_rule_can_be_switched_off(void **state)
{
    (void)state;
    check("She read the letter aloud.", "", "en-GB", "heteronym");
    check("She read the letter aloud.", "", "en-GB", "all");
    check("She read the letter aloud.", "r'Ed", "en-GB", "year");
}

static void check_phonemes(const char *phonemes)
{
    size_t at;
    const char *why;
    if (!nr_phonemes_check(phonemes, &at, &why))
        fail_msg("%s: %s", phonemes, why);
}

/* The table is searched by halves, and a list has words alone. */
static void the_table_is_in_order(void **state)
{
    (void)state;
    const struct heteronym *rows = language_en.heteronyms->rows;
    for (size_t i = 0; i < language_en.heteronyms->count; i++) {
        const char *const lists[] = {rows[i].before_that, rows[i].before, rows[i].after, rows[i].somewhere};
        assert_true(i == 0 || strcmp(rows[i - 1].word, rows[i].word) <= 0);
        check_phonemes(rows[i].british);
        if (rows[i].american)
            check_phonemes(rows[i].american);
        for (size_t l = 0; l < sizeof lists / sizeof *lists; l++)
            if (lists[l] && (strstr(lists[l], "||") || strchr(lists[l], ' ') || !*lists[l]))
                fail_msg("%s: '%s'", rows[i].word, lists[l]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(neighbours_decide),
        cmocka_unit_test(the_rule_can_be_switched_off),
        cmocka_unit_test(the_table_is_in_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
