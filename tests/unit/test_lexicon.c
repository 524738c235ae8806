#include "narrator/lexicon.h"

#include "../unit/planning.h"

#include "memory.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

static struct nr_lexicon *parse(const char *text)
{
    struct nr_lexicon *lexicon;
    struct nr_error error;
    if (!nr_lexicon_parse("l", text, strlen(text), &lexicon, &error))
        fail_msg("%s", error.message);
    return lexicon;
}

static void lines_become_entries(void **state)
{
    (void)state;
    struct nr_lexicon *lexicon =
        parse("\xEF\xBB\xBF# names\n\nXi\t/S'i:/\r\nReading\t\tredding\tafter=in|near  locale=en\n"
              "Ph.D.\tdoctorate\texact before=student\n");
    assert_int_equal(lexicon->count, 3);
    assert_string_equal(lexicon->entries[0].written, "Xi");
    assert_string_equal(lexicon->entries[0].phonemes, "S'i:");
    assert_null(lexicon->entries[0].spoken);
    assert_int_equal(lexicon->entries[0].line, 3);
    assert_string_equal(lexicon->entries[1].spoken, "redding");
    assert_string_equal(lexicon->entries[1].after, "in|near");
    assert_string_equal(lexicon->entries[1].locale, "en");
    assert_string_equal(lexicon->entries[2].written, "Ph.D");
    assert_string_equal(lexicon->entries[2].before, "student");
    assert_true(lexicon->entries[2].exact);
    nr_lexicon_free(lexicon);
}

static void mistakes_name_their_place(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const char *wanted;
    } rows[] = {
        {"Xi shee\n", "l:1:1: there is no tab"},
        {"a\tb\n\nXi\t/S'i:\n", "l:3:4: phonemes stand between slashes"},
        {"Xi\t//\n", "l:1:4: phonemes stand between slashes"},
        {"Xi\t/S'i:q/\n", "l:1:9: no phoneme of English that espeak-ng knows"},
        {"Xi\t/S'y:/\n", "l:1:7: no phoneme of English that espeak-ng knows"},
        {"Xi\t/st/\n", "l:1:5: there is no vowel"},
        {"Xi\t/S'i: /\n", "l:1:9: a space has phonemes on both sides"},
        {"Xi\t/aaaaaaaaaabbbbbbbbbbaaaaaaaaaabbbbbbbbbbaaaaaaaaaabbbbbbbbbb/\n",
         "too many phonemes without a space"},
        {"Xi\t\n", "l:1:4: there is nothing to say"},
        {"Xi\t...\n", "l:1:4: there is nothing to say"},
        {"Xi\ta\001b\n", "l:1:5: this holds a control character"},
        {"\tshee\n", "l:1:1: nothing is written before the tab"},
        {"Yahoo!\tyahoo\n", "l:1:6: this is no part of a word"},
        {"a  b\tyahoo\n", "l:1:3: this is no part of a word"},
        {"a-\tyahoo\n", "l:1:3: this is no part of a word"},
        {"caf\xE9\tcaffay\n", "l:1:4: this is not UTF-8"},
        {"Caf\u00e9 Z\tz\twhen=x\n", "l:1:10: unknown condition"},
        {"Z\tz\tlocale=\n", "l:1:12: this is no locale"},
        {"Z\tz\tlocale=en_GB\n", "l:1:14: this is no locale"},
        {"Z\tz\tafter=a||b\n", "l:1:13: a word is missing"},
        {"Z\tz\tafter=a,b\n", "l:1:12: this is no part of a word"},
        {"Z\tz\tafter=a after=b\n", "l:1:13: this condition was given before"},
        {"Z\tz\texact\tmore\n", "l:1:11: too many fields"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct nr_lexicon *lexicon;
        struct nr_error error;
        assert_false(nr_lexicon_parse("l", rows[i].text, strlen(rows[i].text), &lexicon, &error));
        assert_int_equal(error.status, NR_FAILED);
        if (!strstr(error.message, rows[i].wanted))
            fail_msg("%s: wanted %s, got %s", rows[i].text, rows[i].wanted, error.message);
    }
}

static const char *const example = "Xi\tshee\n"
                                   "quinoa\tkeenwah\n"
                                   "von der Leyen\tfon der lion\n"
                                   "Leyen\tlion\n"
                                   "Stoke-on-Trent\tstoke\n"
                                   "Chavez\tchah-vez\n"
                                   "Reading\tredding\tafter=in|near\n"
                                   "Reading\tredding town\tbefore=FC\n"
                                   "Polish\tpole ish\texact\n"
                                   "lieutenant\tlef-tenant\tlocale=en-GB\n"
                                   "lieutenant\tloo-tenant\tlocale=en-US\n"
                                   "\u00c9lys\u00e9e\tay-lee-zay\n"
                                   "O'Shea\to shay\n"
                                   "AT&T\tay tee and tee\n";

static const struct {
    const char *locale;
    const char *text;
    const char *wanted; /* what is written and what is said, a '|' between matches */
} matches[] = {
    {"en-GB", "Xi", "Xi=shee"},
    {"en-GB", "xi", ""},
    {"en-GB", "XI", ""},
    {"en-GB", "Xia", ""},
    {"en-GB", "Xi's and Xi\u2019s", "Xi's=shee|Xi\u2019s=shee"},
    {"en-GB", "Quinoa, QUINOA quinoas", "Quinoa=keenwah|QUINOA=keenwah|quinoas=keenwah"},
    {"en-GB", "Ursula von der Leyen's", "von der Leyen's=fon der lion"},
    {"en-GB", "von der Lay Leyen", "Leyen=lion"},
    {"en-GB", "von der\u00a0Leyen", "von der\u00a0Leyen=fon der lion"},
    {"en-GB", "von  der Leyen", "Leyen=lion"},
    {"en-GB", "von, der Leyen", "Leyen=lion"},
    {"en-GB", "VON DER LEYEN", "VON DER LEYEN=fon der lion"},
    {"en-GB", "Stoke-on-Trent, Stoke on Trent", "Stoke-on-Trent=stoke|Stoke on Trent=stoke"},
    {"en-GB", "Xi-led pro-Xi", "Xi=shee|Xi=shee"},
    {"en-GB", "the Chavezes", "Chavezes=chah-vez"},
    {"en-GB", "in Reading, near reading, reading Reading", "Reading=redding"},
    {"en-GB", "Reading FC's Reading", "Reading=redding town"},
    {"en-GB", "IN READING", "READING=redding"},
    {"en-GB", "Polish polish POLISH Polish's", "Polish=pole ish"},
    {"en-GB", "Lieutenant", "Lieutenant=lef-tenant"},
    {"en-US", "Lieutenant", "Lieutenant=loo-tenant"},
    {"en", "lieutenant", ""},
    {"de", "Xi lieutenant", "Xi=shee"},
    {"en-GB", "the \u00c9LYS\u00c9E", "\u00c9LYS\u00c9E=ay-lee-zay"},
    {"en-GB", "O\u2019Shea's", "O\u2019Shea's=o shay"},
    {"en-GB", "AT&T AT", "AT&T=ay tee and tee"},
};

static size_t word_at(const char *text, size_t at)
{
    while (text[at] && strchr(" ,-", text[at]))
        at++;
    return at;
}

static void the_longest_phrase_that_holds_wins(void **state)
{
    (void)state;
    struct nr_lexicon *lexicon = parse(example);
    for (size_t i = 0; i < COUNT(matches); i++) {
        const char *text = matches[i].text;
        size_t length = strlen(text);
        struct buf got = {0};
        for (size_t at = 0; (at = word_at(text, at)) < length;) {
            struct nr_lexicon_match match;
            if (nr_lexicon_match(lexicon, matches[i].locale, text, length, at, &match)) {
                buf_printf(&got, "%s%.*s=%s", got.length ? "|" : "", (int)(match.end - at), text + at,
                           match.entry->spoken);
                at = match.end;
            } else {
                at += strcspn(text + at, " ,-");
            }
        }
        if (!str_equal(buf_str(&got), str_of(matches[i].wanted)))
            fail_msg("%s [%s]: wanted %s, got %s", text, matches[i].locale, matches[i].wanted,
                     got.length ? got.at : "nothing");
        buf_free(&got);
    }
    nr_lexicon_free(lexicon);
}

static void write_file(const char *path, const char *text)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static void assert_said(const struct nr_lexicon *lexicon, const char *written, const char *said)
{
    struct nr_lexicon_match match;
    assert_true(nr_lexicon_match(lexicon, "en-GB", written, strlen(written), 0, &match));
    assert_string_equal(match.entry->spoken, said);
}

static void layers_replace_each_other(void **state)
{
    (void)state;
    char folder[] = "/tmp/narrate-lexicon-XXXXXX", path[128], command[160];
    assert_non_null(mkdtemp(folder));
    static const char *const names[][2] = {{"data", NULL},
                                           {"data/voices", NULL},
                                           {"user", NULL},
                                           {"user/voices", NULL},
                                           {"data/voices/b.lexicon", "all\tsystem b\nb\tsystem b\n"},
                                           {"data/voices/a.lexicon", "all\tsystem a\nb\tsystem a\na\tsystem a\n"},
                                           {"user/voices/x.lexicon", "all\tuser\nuser\tuser\n"},
                                           {"storm.lexicon", "all\tbeside\nbeside\tbeside\n"},
                                           {"given.lexicon", "all\tgiven\n"}};
    for (size_t i = 0; i < COUNT(names); i++) {
        snprintf(path, sizeof path, "%s/%s", folder, names[i][0]);
        if (names[i][1])
            write_file(path, names[i][1]);
        else
            assert_int_equal(mkdir(path, 0700), 0);
    }
    char data[64], user[64], given[64], article[64];
    snprintf(data, sizeof data, "%s/data", folder);
    snprintf(user, sizeof user, "%s/user", folder);
    snprintf(given, sizeof given, "%s/given.lexicon", folder);
    snprintf(article, sizeof article, "%s/storm.txt", folder);
    const char *lexicons[] = {given, NULL};
    struct nr_settings settings = {.data_dir = data, .user_dir = user, .lexicons = lexicons};
    struct nr_lexicon *lexicon;
    struct nr_error error;
    assert_true(nr_lexicon_load(article, &settings, &lexicon, &error));
    assert_said(lexicon, "all", "given");
    assert_said(lexicon, "beside", "beside");
    assert_said(lexicon, "user", "user");
    assert_said(lexicon, "b", "system b");
    assert_said(lexicon, "a", "system a");
    nr_lexicon_free(lexicon);
    settings.lexicons = NULL;
    assert_true(nr_lexicon_load(article, &settings, &lexicon, &error));
    assert_said(lexicon, "all", "beside");
    nr_lexicon_free(lexicon);
    assert_true(nr_lexicon_load(NULL, &settings, &lexicon, &error));
    assert_said(lexicon, "all", "user");
    nr_lexicon_free(lexicon);
    snprintf(command, sizeof command, "rm -r %s", folder);
    assert_int_equal(system(command), 0);
}

static void the_lexicon_of_an_article_is_named_after_it(void **state)
{
    (void)state;
    static const char *const rows[][2] = {{"a/storm.txt", "a/storm.lexicon"},
                                          {"storm", "storm.lexicon"},
                                          {"a.b/storm", "a.b/storm.lexicon"},
                                          {".storm", ".storm.lexicon"},
                                          {"s.t.md", "s.t.lexicon"}};
    for (size_t i = 0; i < COUNT(rows); i++) {
        char *path = nr_lexicon_beside(rows[i][0]);
        assert_string_equal(path, rows[i][1]);
        free(path);
    }
}

static void keep_remark(void *context, const struct nr_lexicon_remark *remark)
{
    struct buf *remarks = context;
    buf_printf(remarks, "%zu %s %zu %s\n", remark->entry->line, remark->is_wrong ? "wrong" : "fine",
               remark->other ? remark->other->line : 0, remark->what);
}

static void entries_without_effect_are_found(void **state)
{
    (void)state;
    struct nr_lexicon *lexicon =
        parse("Xi\tshee\nXi\tksi\nab\tab\nNice\tneece\tafter=in\nNice\tneess\n"
              "one\twun\none\twun\nOne\twan\nUs\tuss\tlocale=en-US\nUs\toos\tlocale=en-GB\n");
    struct buf remarks = {0};
    nr_lexicon_check(lexicon, keep_remark, &remarks);
    assert_string_equal(remarks.at, "1 wrong 2 never holds: another line says otherwise\n"
                                    "3 wrong 0 changes nothing: it says what is written\n"
                                    "6 wrong 7 is written twice\n");
    buf_free(&remarks);
    nr_lexicon_free(lexicon);
}

/* Plans one sentence of prose with a lexicon. */
static const struct nr_plan *plan(const char *text, const char *entries, struct nr_article **article)
{
    static const enum nr_role role = NR_BODY;
    struct nr_settings settings = {.locale = "en-GB"};
    struct nr_lexicon *lexicon = parse(entries);
    struct nr_voice *voice;
    struct nr_error error;
    const struct nr_plan *made;
    *article = planning_article(&role, &text, 1);
    assert_true(nr_voice_parse("v", "", 0, &voice, &error));
    voice->lexicon = lexicon;
    if (!nr_plan_article(*article, voice, &settings, &made, &error))
        fail_msg("%s", error.message);
    nr_voice_free(voice);
    nr_lexicon_free(lexicon);
    return made;
}

static void tokens_are_said_as_the_lexicon_has_them(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const char *wanted; /* phonemes in place of what they stand for */
    } rows[] = {
        {"Mr Xi spoke.", "Mister /S'i:/ spoke."},
        {"It is Xi's.", "It is /S'i:z/."},
        {"All the Keiths, Lvivs and Marshes.", "All the /k'i:Ts/, /l@v'i:vz/ and /m'aSI2z/."},
        {"A Xi-led, pro-Xi/Lviv plan.", "A /S'i:/-led, pro-/S'i:///l@v'i:v/ plan."},
        {"Ursula von der Leyen\u2019s day.", "Ursula /f0n d@ l'aI@nz/ day."},
        {"The 5G mast cost \u00a35.", "The five gee mast cost five pounds."},
        {"Two boxes, one box.", "Two boxes, one crate."},
        {"The crates.", "The boxes."},
        {"(\u201cXi\u201d)", "(\u201c/S'i:/\u201d)."},
    };
    static const char entries[] =
        "Xi\t/S'i:/\nKeith\t/k'i:T/\nLviv\t/l@v'i:v/\nMarsh\t/m'aS/\nvon der Leyen\t/f0n d@ l'aI@n/\n"
        "Covid\t/k'oUvId/\n5G\tfive gee\nbox\tcrate\texact\ncrate\tbox\n";
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct nr_article *article;
        struct buf got = {0};
        const struct nr_utterance *said = plan(rows[i].text, entries, &article)->utterances;
        size_t at = 0;
        for (size_t p = 0; p < said->pronunciation_count; at = said->pronunciations[p++].end)
            buf_printf(&got, "%.*s/%s/", (int)(said->pronunciations[p].start - at), said->text + at,
                       said->pronunciations[p].phonemes);
        buf_printf(&got, "%s", said->text + at);
        if (strcmp(got.at, rows[i].wanted) != 0)
            fail_msg("%s: wanted %s, got %s", rows[i].text, rows[i].wanted, got.at);
        buf_free(&got);
        nr_article_free(article);
    }
}

/* The rules for numbers have it. */
static void a_word_with_a_number_is_left_alone(void **state)
{
    (void)state;
    struct nr_article *article;
    const struct nr_plan *made = plan("Covid-19 and Covid.", "Covid\t/k'oUvId/\n", &article);
    assert_int_equal(made->utterances[0].pronunciation_count, 1);
    assert_string_equal(made->tokens[made->token_count - 1].place, "l:1");
    nr_article_free(article);
}

static void an_entry_is_named_by_its_line(void **state)
{
    (void)state;
    struct nr_article *article;
    const struct nr_plan *made = plan("Ursula von der Leyen, again.", "# names\nvon der Leyen\tlion\n", &article);
    assert_int_equal(made->token_count, 3);
    assert_null(made->tokens[0].rule);
    assert_null(made->tokens[0].place);
    assert_string_equal(made->tokens[1].rule, "lexicon");
    assert_string_equal(made->tokens[1].place, "l:2");
    assert_int_equal(made->tokens[1].written.start, 7);
    assert_int_equal(made->tokens[1].written.end, 20);
    assert_string_equal(made->utterances[0].text, "Ursula lion, again.");
    nr_article_free(article);
}

/* A hundred hyphens, each word of which would become 200 bytes. */
static void a_token_does_not_explode(void **state)
{
    (void)state;
    struct buf text = {0}, entries = {0};
    for (int i = 0; i < 100; i++)
        buf_append(&text, STR("a-"));
    buf_append(&text, STR("b c."));
    buf_append(&entries, STR("a\t"));
    for (int i = 0; i < 40; i++)
        buf_append(&entries, STR("long "));
    struct nr_article *article;
    const struct nr_plan *made = plan(text.at, entries.at, &article);
    for (size_t i = 0; i < made->utterance_count; i++)
        assert_true(made->utterances[i].length <= NR_UTTERANCE_BYTES_MAX);
    nr_article_free(article);
    buf_free(&text);
    buf_free(&entries);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_become_entries),
        cmocka_unit_test(mistakes_name_their_place),
        cmocka_unit_test(the_longest_phrase_that_holds_wins),
        cmocka_unit_test(layers_replace_each_other),
        cmocka_unit_test(the_lexicon_of_an_article_is_named_after_it),
        cmocka_unit_test(entries_without_effect_are_found),
        cmocka_unit_test(tokens_are_said_as_the_lexicon_has_them),
        cmocka_unit_test(a_word_with_a_number_is_left_alone),
        cmocka_unit_test(an_entry_is_named_by_its_line),
        cmocka_unit_test(a_token_does_not_explode),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
