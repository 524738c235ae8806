#include "buf.h"
#include "plan/quotation.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

struct row {
    const char *text;
    const char *next;
    const char *wanted; /* each as [1 if inside another:quotation] */
};

static void check(const struct row *row)
{
    struct quotations quotations = {0};
    struct buf got = {0};
    struct str text = str_of(row->text);
    quotations_find(&quotations, text, str_of(row->next));
    for (size_t i = 0; i < quotations.count; i++) {
        const struct quotation *q = &quotations.all[i];
        struct str inside = str_slice(text, q->start, q->end);
        buf_printf(&got, "[%d:%.*s]", q->outermost != i, (int)inside.length, inside.at);
    }
    assert_string_equal(buf_str(&got).at, row->wanted);
    buf_free(&got);
    quotations_free(&quotations);
}

static void marks_are_matched_and_told_from_apostrophes(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"‘It is a sham’, he said.", "", "[0:‘It is a sham’]"},
        {"“He told me ‘go’ and I went.”", "", "[0:“He told me ‘go’ and I went.”][1:‘go’]"},
        {"The ’90s of rock ’n’ roll and the bosses’ cars.", "", ""},
        {"The '90s of rock 'n' roll and the bosses' cars.", "", ""},
        {"'It's the bosses' cars', she said.", "", "[0:'It's the bosses' cars']"},
        {"‘It’s the bosses’ cars’, she said.", "", "[0:‘It’s the bosses’ cars’]"},
        {"The ‘losses’ of ‘gains’ grew.", "", "[0:‘losses’][0:‘gains’]"},
        {"She called it \"odd\" and 'new'.", "", "[0:\"odd\"][0:'new']"},
        {"Don't say 'tis or 'em.", "", ""},
        {"He is 5' 10\" tall.", "", ""},
        {"«Non», dit-il („nein“).", "", "[0:«Non»][0:„nein“]"},
        {"(‘Yes?’) – “No!”", "", "[0:‘Yes?’][0:“No!”]"},
        {"“We will go.", "“We must.”", "[0:“We will go.]"},
        {"“We will go.", "And so on.", ""},
        {"An unclosed “mark and a ‘pair’.", "", "[0:‘pair’]"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        check(&rows[i]);
}

static void the_outermost_quotation_is_found(void **state)
{
    (void)state;
    struct quotations quotations = {0};
    struct str text = STR("A “b ‘c’ d” e “f”.");
    quotations_find(&quotations, text, STR(""));
    size_t c = str_find(text, STR("c")), f = str_find(text, STR("f")), e = str_find(text, STR("e"));
    assert_int_equal(quotations_around(&quotations, c, c + 1)->start, str_find(text, STR("“b")));
    assert_int_equal(quotations_around(&quotations, f, f + 1)->start, str_find(text, STR("“f")));
    assert_null(quotations_around(&quotations, e, e + 1));
    assert_null(quotations_around(&quotations, c, e + 1));
    quotations_free(&quotations);
}

static void scare_quotes_are_short_and_unfinished(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool scare;
    } rows[] = {{"‘sham’", true},
                {"‘special military operation’", true},
                {"‘No!’", false},
                {"‘already been decided by now’", false},
                {"“We will rebuild.”", false}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct quotations quotations = {0};
        quotations_find(&quotations, str_of(rows[i].text), STR(""));
        assert_int_equal(quotations.count, 1);
        assert_int_equal(quotation_is_scare(&quotations.all[0], str_of(rows[i].text)), rows[i].scare);
        quotations_free(&quotations);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(marks_are_matched_and_told_from_apostrophes),
        cmocka_unit_test(the_outermost_quotation_is_found),
        cmocka_unit_test(scare_quotes_are_short_and_unfinished),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
