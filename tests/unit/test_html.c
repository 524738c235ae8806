/* Saved pages: what of them is the article, which roles it gets, where its words stand. */
#include "reading.h"

#include "read/entity.h"
#include "utf8.h"

#include <dirent.h>

#define P1 "<p>The harbour opened again on Monday after three days of storms, the harbour master said.</p>"
#define P2 "<p>About 97 per cent of the boats were unharmed, and the first ferry leaves at dawn.</p>"
#define T1 "body\tThe harbour opened again on Monday after three days of storms, the harbour master said.\n"
#define L2 "About 97 per cent of the boats were unharmed, and the first ferry leaves at dawn."
#define T2 "body\tAbout 97 per cent of the boats were unharmed, and the first ferry leaves at dawn.\n"
#define H  "<h1>Harbour reopens after storm</h1>"
#define TH "headline\tHarbour reopens after storm\n"

static const struct {
    const char *html;
    const char *blocks;
} cases[] = {
    {"<title>Harbour reopens after storm | The Gazette</title>" H P1 "<h2>Repairs begin</h2>" P2,
     TH T1 "crosshead\tRepairs begin\n" T2},
    {"<nav><a href=/>Home</a><a href=/a>Sport</a></nav>" H P1 P2
     "<div class=related-links><p>Ten things that you never knew about the sea, and why they matter.</p></div>",
     TH T1 T2},
    {H P1 "<ul><li>The wall, which is old<li>The pier</ul>" P2,
     TH T1 "list-item\tThe wall, which is old\nlist-item\tThe pier\n" T2},
    {H "<div style='display: none'>" P1 P2 "</div>", TH T1 T2},
    {H "<div aria-hidden=true>" P1 P2 P1 P2 P1 P2 P1 P2 P1 P2 P1 P2 P1 P2 P1 P2 P1 P2 P1 P2 P1 P2 P1 P2 P1 P2 P1 P2
         P1 P2 P1 P2 "</div><p>Subscribe to us, and to all that we have to say, now.</p>",
     TH T1 T2 T1 T2 T1 T2 T1 T2 T1 T2 T1 T2 T1 T2 T1 T2 T1 T2 T1 T2 T1 T2 T1 T2 T1 T2 T1 T2 T1 T2 T1 T2},
    {"<title>Human error blamed</title><h1>Human error blamed</h1>" P1 P2
     "<noscript>Please enable JavaScript</noscript>",
     "headline\tHuman error blamed\n" T1 T2},
    {H "<p style='display:none'>Nobody sees this line, and that is how the page wants it to be read.</p>" P1 P2 P1
         P2,
     TH T1 T2 T1 T2},
    {H "<div class='elementor-widget'>" P1 "</div><div class='elementor-widget'>" P2 P1 P2 P1 P2 P1 P2 P1 P2 P1
       "</div>",
     TH T1 T2 T1 T2 T1 T2 T1 T2 T1 T2 T1},
    {H "<div class='caption-enabled'>" P2 P1 P2 P1 P2 P1 P2 P1 "</div>", TH T2 T1 T2 T1 T2 T1 T2 T1},
    {H P1
     "<p>See <span>Monday</span><a href=x>Tuesday</a>, 5 m<sup>2</sup> and the H<sub>2</sub>O of the harbour.</p>"
     "<p>It was <s>bad</s> good<sup><a href=#1>1</a></sup>, said the <ruby>man<rt>men</rt></ruby> on the "
     "pier.</p>",
     TH T1 "body\tSee Monday Tuesday, 5 m\302\262 and the H2O of the harbour.\n"
           "body\tIt was good, said the man on the pier.\nboilerplate\tbad\n"},
    {"<!DOCTYPE html><html lang=en><title>A title</title><article>" H P1 P2 "</article>", TH T1 T2},
    {H P1 "<p>It weighs <abbr title='approximately'>approx.</abbr> 9 tonnes, said the <abbr title='World Health "
          "Organization'>WHO</abbr> on <abbr title='2024-05-03'>3 May</abbr>, <abbr>etc.</abbr> and more.</p>",
     TH T1 "body\tIt weighs approximately 9 tonnes, said the WHO on 3 May, etc. and more.\n"},
    {H P1 "<ol start=3><li>The wall, which is old<li>The pier</ol>" P2,
     TH T1 "list-item\t3. The wall, which is old\nlist-item\t4. The pier\n" T2},
    {H P1 "<img alt='A boat on the quay at dawn' src=a>" P2, TH T1 "caption\tA boat on the quay at dawn\n" T2},
    {H P1 "<blockquote>It was loud.</blockquote><figure><img src=a><figcaption>A boat</figcaption></figure>" P2,
     TH T1 "quote\tIt was loud.\ncaption\tA boat\n" T2},
};

static void the_article_is_found_with_its_roles(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_blocks(cases[i].html, NR_INPUT_HTML, cases[i].blocks);
}

/* References to notes and readings of characters are not said. */
static const struct {
    const char *opens;
    const char *closes;
} unsaid[] = {
    {"<sup><a href=\"#", "</sup>"},
    {"<rt>", "</rt>"},
    {"<rp>", "</rp>"},
};

/* Of what begins with "<" the bytes that are no text. */
static size_t tag_length(struct str rest)
{
    for (size_t i = 0; i < sizeof unsaid / sizeof *unsaid; i++)
        if (str_starts(rest, str_of(unsaid[i].opens)))
            return str_find(rest, str_of(unsaid[i].closes)) + str_of(unsaid[i].closes).length;
    return str_find(rest, STR(">")) + 1;
}

/* Text as a browser has it: without tags, character references resolved. */
static void resolve(struct str source, struct buf *text)
{
    for (size_t at = 0; at < source.length;) {
        struct str rest = str_slice(source, at, source.length);
        bool tag = rest.at[0] == '<' && rest.length > 1;
        size_t length = tag ? tag_length(rest) : 1;
        size_t end = str_find(str_slice(rest, 0, ENTITY_BYTES_MAX), STR(";")) + 1;
        uint32_t code = rest.at[0] == '&' ? entity_code(str_slice(rest, 0, end)) : 0;
        if (code) {
            length = end;
            buf_append_code(text, code);
        } else if (!tag) {
            buf_append(text, str_slice(rest, 0, 1));
        }
        at += length;
    }
}

/* Words that stand nowhere are put on the mark-up, or at the end: the number of an item, the header of a cell. */
static bool is_written(const struct nr_article *article, struct nr_span span)
{
    char first = article->source[span.start];
    bool last = span.start + 1 == article->source_length;
    return span.end > span.start + 1 || (!last && !strchr("<>", first));
}

/* But for what is put behind a cell, for raised digits and references to notes. */
static void assert_same_word(struct buf *got, struct buf *wanted)
{
    size_t raised = str_find(buf_str(wanted), STR("\302\262")), note = str_find(buf_str(got), STR("["));
    if (raised < wanted->length) {
        wanted->at[raised] = '2';
        memmove(wanted->at + raised + 1, wanted->at + raised + 2, wanted->length - raised - 1);
        wanted->length--;
    }
    if (got->length > 1 && got->at[got->length - 1] == '<')
        got->at[--got->length] = '\0';
    if (wanted->length > got->length && strchr(":;", wanted->at[wanted->length - 1]))
        wanted->at[--wanted->length] = '\0';
    if (note < got->length && str_find(buf_str(wanted), STR("[")) == wanted->length) {
        struct str rest = str_slice(buf_str(got), note, got->length);
        size_t length = str_find(rest, STR("]")) + 1;
        assert_true(length <= rest.length);
        memmove(got->at + note, got->at + note + length, rest.length - length + 1);
    }
    assert_string_equal(got->at, wanted->at);
}

/* Every word of every block, read where its span says. */
static void assert_spans(const struct nr_article *article)
{
    for (size_t i = 0; i < article->block_count; i++) {
        struct str text = {article->blocks[i].text, article->blocks[i].length};
        for (size_t start = 0; start < text.length;) {
            size_t end = start + str_find(str_slice(text, start, text.length), STR(" "));
            struct nr_span span = nr_block_span(&article->blocks[i], start, end);
            struct buf got = {0}, wanted = {0};
            resolve(str_slice((struct str){article->source, article->source_length}, span.start, span.end), &got);
            buf_append(&wanted, str_slice(text, start, end));
            if (is_written(article, span))
                assert_same_word(&got, &wanted);
            buf_free(&got);
            buf_free(&wanted);
            start = end + 1;
        }
    }
}

static void every_word_of_the_golden_pages_stands_where_its_span_says(void **state)
{
    (void)state;
    size_t count = 0;
    struct buf path = {0};
    buf_printf(&path, "%s/tests/golden/pages", getenv("SOURCE_DIR") ? getenv("SOURCE_DIR") : ".");
    DIR *folder = opendir(path.at);
    assert_non_null(folder);
    for (struct dirent *entry; (entry = readdir(folder));) {
        if (!str_ends(str_of(entry->d_name), STR("html")) && !str_ends(str_of(entry->d_name), STR("mhtml")))
            continue;
        struct nr_settings settings = {.any_page = true};
        struct nr_article *article = NULL;
        struct nr_error error;
        struct buf page = read_bytes("tests/golden/pages", entry->d_name);
        if (nr_read_article(entry->d_name, page.at, page.length, &settings, &article, &error))
            assert_spans(article);
        count += article != NULL;
        nr_article_free(article);
        buf_free(&page);
    }
    closedir(folder);
    buf_free(&path);
    assert_true(count >= 25);
}

static void every_word_stands_where_its_span_says(void **state)
{
    (void)state;
    static const char page[] =
        "<!-- <p>x --><h1 class='a>b'>Caf&eacute; &amp; b&#97;r</h1><p>The <b>har</b>bour&nbsp;opened\n"
        "on &quot;Monday&#8221;, &#x201C;they&rdquo; said &lt;again&gt;, caf\303\251.</p>" P1 P2;
    struct nr_article *article = read_text(str_of(page), NR_INPUT_HTML);
    struct buf blocks = print_blocks(article);
    assert_string_equal(blocks.at, "headline\tCaf\303\251 & bar\n"
                                   "body\tThe harbour opened on \"Monday\342\200\235, "
                                   "\342\200\234they\342\200\235 said <again>, caf\303\251.\n" T1 T2);
    assert_spans(article);
    buf_free(&blocks);
    nr_article_free(article);
}

static const struct {
    const char *before;
    const char *part;
    size_t times;
    const char *behind;
    const char *message; /* NULL: the article is read to its end */
} hostile[] = {
    {"", "<div>", 200000, "", "elements stand in each other more than 1000 deep"},
    {"", "<table><tr><td>x", 20000, "", "elements stand in each other more than 1000 deep"},
    {"", "<b></i>", 100000, "", "elements stand in each other more than 1000 deep"},
    {"", "</i>", 2000000, "", "more than 1048576 mistakes in the mark-up"},
    {"", "<br>", 2000000, "", "more than 1048576 elements and pieces of text"},
    {"", "<font>", 300, "", NULL},
    {"", "&lt;", 300000, "", NULL},
    {"", "<", 300000, "", NULL},
    {"<p class='", "a ", 500000, "'>x</p>", NULL},
    {"<img alt='", "word ", 200000, "'>", NULL},
    {"<!DOCTYPE html [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]><p>", "&b;", 1000, "</p>",
     NULL},
    {"<script type='application/ld+json'>", "[{\"a\":", 100000, "</script>", NULL},
    {"<p>", "The quick brown fox jumps over the lazy dog again and again. ", 800000, "</p>", NULL},
};

/* A long text in a message would be of no use. */
static void assert_ends_with(const struct nr_article *article, const char *text)
{
    assert_true(article->block_count > 0);
    assert_string_equal(article->blocks[article->block_count - 1].text, text);
}

static void hostile_pages_end_in_an_article_or_a_named_limit(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof hostile / sizeof *hostile; i++) {
        struct nr_settings settings = {.from = NR_INPUT_HTML};
        struct nr_error error = {.message = ""};
        struct nr_article *article = NULL;
        struct buf page = {0};
        buf_printf(&page, "%s%s", H P1, hostile[i].before);
        for (size_t k = 0; k < hostile[i].times; k++)
            buf_append(&page, str_of(hostile[i].part));
        buf_printf(&page, "%s%s", hostile[i].behind, P2);
        bool read = nr_read_article("a.html", page.at, page.length, &settings, &article, &error);
        assert_int_equal(read, !hostile[i].message);
        if (read)
            assert_ends_with(article, L2);
        else
            assert_non_null(strstr(error.message, hostile[i].message));
        nr_article_free(article);
        buf_free(&page);
    }
}

static void bytes_that_are_no_text_are_passed_over(void **state)
{
    (void)state;
    static const char page[] =
        H "<p>The har\0bour ope\0ned\f again\1 on Monday after three days of storms.</p>" P2;
    struct nr_settings settings = {.from = NR_INPUT_HTML};
    struct nr_error error;
    struct nr_article *article = NULL;
    assert_true(nr_read_article("a.html", page, sizeof page - 1, &settings, &article, &error));
    struct buf blocks = print_blocks(article);
    assert_string_equal(blocks.at, TH "body\tThe harbour opened again on Monday after three days of storms.\n" T2);
    assert_spans(article);
    buf_free(&blocks);
    nr_article_free(article);
}

/* The charset: a mark, valid UTF-8, what is declared in the words of the Web, statistics. */
static const struct {
    const char *head;
    const char *word; /* "caf\u00e9" */
} charsets[] = {
    {"<meta charset=iso-8859-1>", "caf\351"},
    {"<meta http-equiv=Content-Type content='text/html; charset=windows-1252'>", "caf\351"},
    {"<meta charset=macintosh>", "caf\216"},
    {"<meta charset=iso-8859-1>", "caf\303\251"},
    {"<meta charset=unknown>", "caf\303\251"},
    {"\357\273\277<meta charset=koi8-r>", "caf\303\251"},
};

static void the_charset_is_what_browsers_take_it_for(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof charsets / sizeof *charsets; i++) {
        struct buf page = {0};
        buf_printf(&page,
                   "%s" H P1 "<p>The %s at the harbour opens at dawn, as it has for three hundred years.</p>",
                   charsets[i].head, charsets[i].word);
        assert_blocks(page.at, NR_INPUT_HTML,
                      TH T1
                      "body\tThe caf\303\251 at the harbour opens at dawn, as it has for three hundred years.\n");
        buf_free(&page);
    }
}

#define LONG "and the rest of the paragraph goes on for a while, as it does on any page that is an article."

/* Addresses are told from the page's own; what leads nowhere is none. */
static void links_keep_their_words_and_lead_somewhere(void **state)
{
    (void)state;
    static const struct {
        const char *body;
        const char *links;
    } pages[] = {
        {"<p>On Monday <a href=\"../r.pdf?a=1&amp;b\">the full  <b>report</b></a> came, " LONG,
         "the full report|https://www.example.org/r.pdf?a=1&b\n"},
        {"<p>See <a href=' https://b.example/x '>here</a>.<sup><a href='#n1'>[1]</a></sup> So it is, " LONG,
         "here|https://b.example/x\n"},
        {"<p>A <a href='javascript:void(0)'>button</a>, <a>none</a>, <a href=''>empty</a>, <a "
         "href='mailto:a@b.example'>"
         "mail</a> " LONG,
         "mail|mailto:a@b.example\n"},
        {"<p>It is <a href=x>un<a href=y>closed</a> here, " LONG,
         "un|https://www.example.org/news/x\nclosed|https://www.example.org/news/y\n"},
        {"<p>It was <del><a href=x>gone</a></del> but <a href=y><img src=z alt=''></a><a href=z>kept</a>, " LONG,
         "kept|https://www.example.org/news/z\n"},
        {"<p>The wall, which <a href=x>was old<br>and grey</a>, " LONG,
         "was old and grey|https://www.example.org/news/x\n"},
    };
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        struct buf page = {0};
        buf_printf(&page, "<link rel=canonical href='https://www.example.org/news/a.html'>" H P1 "%s",
                   pages[i].body);
        assert_links(page.at, NR_INPUT_HTML, pages[i].links);
        buf_free(&page);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_article_is_found_with_its_roles),
        cmocka_unit_test(every_word_of_the_golden_pages_stands_where_its_span_says),
        cmocka_unit_test(every_word_stands_where_its_span_says),
        cmocka_unit_test(bytes_that_are_no_text_are_passed_over),
        cmocka_unit_test(the_charset_is_what_browsers_take_it_for),
        cmocka_unit_test(links_keep_their_words_and_lead_somewhere),
        cmocka_unit_test(hostile_pages_end_in_an_article_or_a_named_limit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
