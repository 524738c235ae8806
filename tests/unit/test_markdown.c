/* Markdown: what its marks become, and where its words come from. */
#include "reading.h"

#include "utf8.h"

static const struct {
    const char *markdown;
    const char *blocks;
} cases[] = {
    /* Headings. */
    {"# One\n\ntext.\n\n# Two\n\n## Three ##\n", "headline\tOne\nbody\ttext.\ncrosshead\tTwo\ncrosshead\tThree\n"},
    {"One\n===\n\nTwo\n---\n", "headline\tOne\ncrosshead\tTwo\n"},
    {"## One\n\ntext.\n", "headline\tOne\nbody\ttext.\n"},
    {"Bridge falls\n\nThe river rose.\n", "headline\tBridge falls\nbody\tThe river rose.\n"},
    {"# One\n\nAll of the town saw it.\n\n**What comes next**\n\nNobody knows.\n",
     "headline\tOne\nbody\tAll of the town saw it.\ncrosshead\tWhat comes next\nbody\tNobody knows.\n"},
    {"# One\n\n*All that is known so far.*\n\nNobody knows.\n",
     "headline\tOne\nsummary\tAll that is known so far.\nbody\tNobody knows.\n"},
    /* Front matter. */
    {"---\ntitle: One\nauthor:\n  - Jane Smith\n  - Bob\ndate: 2024-03-12 10:00\ntags: [a, b]\n---\ntext.\n",
     "headline\tOne\nbyline\tJane Smith\nbyline\tBob\nbyline\t2024-03-12\nbody\ttext.\n"},
    {"+++\ntitle = \"One\"\n+++\n\n# One\n\ntext.\n", "headline\tOne\nbody\ttext.\n"},
    {"---\ntitle: One\ndate: 2024\n---\n\n# One and all\n\ntext.\n",
     "headline\tOne\nheadline\tOne and all\nbyline\t2024\nbody\ttext.\n"},
    {"---\ntitle: One\n---", "headline\tOne\n"},
    {"---\nJust a rule.\n---\n", "headline\tJust a rule.\n"},
    /* Words. */
    {"# A\n\na*b*c **d** `e  f` ~~g~~ [h](i \"j\") <k@l.m> \\* &amp; &nope; &#x41; &eacute;\\\nn  \no\n",
     "headline\tA\nbody\tabc d e f h k@l.m * & &nope; A \303\251 n o\nboilerplate\tg\n"},
    {"# A\n\nso<!-- x --> it<br>is <b>b</b>.\n", "headline\tA\nbody\tso it is b.\n"},
    {"# A\n\nsoft\302\255ly\302\240 \342\200\213said\t.\n", "headline\tA\nbody\tsoftly said .\n"},
    /* Lists and quotes. */
    {"# A\n\ntext.\n\n3. b\n4. c\n\n   d\n   - e\n     1) f\n",
     "headline\tA\nbody\ttext.\nlist-item\t3. b\nlist-item\t4. c\nlist-item\td\nlist-item\te\nlist-item\t1. f\n"},
    {"# A\n\ntext.\n\n- [x] b\n- [ ] c\n", "headline\tA\nbody\ttext.\nlist-item\tb\nlist-item\tc\n"},
    {"# A\n\ntext.\n\n> b\nc\n>\n> - d\n", "headline\tA\nbody\ttext.\nquote\tb c\nquote\td\n"},
    /* Tables. */
    {"# A\n\n|b|c:|\n|---|---|\n|d|e|\n| |f|\n", "headline\tA\ntable\tb: d; c: e\ntable\tc: f\n"},
    {"# A\n\n|b|c|\n|---|---|\n", "headline\tA\ntable\tb; c\n"},
    {"# A\n\na|b|c|d|e|f|g\n---|---|---|---|---|---|---\n1|2|3|4|5|6|7\n",
     "headline\tA\ntable\ta; b; c; d; e; f; g\ntable\t1; 2; 3; 4; 5; 6; 7\n"},
    /* Code, images, HTML, footnotes. */
    {"# A\n\n```c\nint  a;\n\n  a = 1;\n```\n\n    indented\n\n---\n",
     "headline\tA\ncode\tint a; a = 1;\ncode\tindented\n"},
    {"# A\n\n![b *c*](d)\n*e.*\n\nf ![g](h) i.\n",
     "headline\tA\ncaption\tb c\ncaption\te.\nbody\tf i.\ncaption\tg\n"},
    {"# A\n\n<figure>\n<img alt='b'>\n<figcaption>c &lt; d</figcaption>\n</figure>\n\n<style>\np {}\n</style>\n",
     "headline\tA\ncaption\tc < d\n"},
    {"# A\n\nb[^1], c[^x] `[^1]`.\n\n[^1]: d *e*\n    f\n\ng.\n",
     "headline\tA\nbody\tb, c[^x] [^1].\nbody\tg.\nboilerplate\td e f\n"},
    /* What plain text would be taken for, too. */
    {"# A\n\nBy Jane Smith\n\nThe river rose in the night.\n\nRead more: [b](c)\n",
     "headline\tA\nbyline\tBy Jane Smith\nbody\tThe river rose in the night.\nboilerplate\tRead more: b\n"},
};

static void marks_become_roles(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_blocks(cases[i].markdown, NR_INPUT_MARKDOWN, cases[i].blocks);
}

static void front_matter_fills_what_an_article_says_of_itself(void **state)
{
    (void)state;
    struct nr_article *article = read_text(STR("---\nlang: en-US\nauthor: {name: x}\ntitle: 'One: two'\nbyline: "
                                               "Homer\ndate: 3 May 2024\nsite_name: The Gazette\n---\n\n"
                                               "t.\n\n![](<a b.png>) ![c](d.png)\n"),
                                           NR_INPUT_MARKDOWN);
    assert_string_equal(article->language, "en-US");
    assert_string_equal(article->title, "One: two");
    assert_string_equal(article->date, "3 May 2024");
    assert_string_equal(article->site, "The Gazette");
    assert_string_equal(article->image, "a b.png");
    nr_article_free(article);
    article = read_text(STR("---\ntitle: A\nimage: a.jpg\n---\n\n![c](d.png)\n"), NR_INPUT_MARKDOWN);
    assert_string_equal(article->image, "a.jpg");
    assert_null(article->site);
    nr_article_free(article);
}

static void words_lead_back_to_the_source(void **state)
{
    (void)state;
    static const char markdown[] = "# A\n\nIt *cost* &pound;3 [in\nall](b).\n\n1. **first**\n";
    static const struct {
        size_t block;
        const char *words;
        const char *written;
    } spans[] = {
        {0, "A", "A"},
        {1, "cost", "cost"},
        {1, "\302\243", "&pound;"},
        {1, "\302\2433", "&pound;3"},
        {1, "in all", "in\nall"},
        {2, "first", "first"},
        {2, "1. ", "1. **"},
    };
    struct nr_article *article = read_text(str_of(markdown), NR_INPUT_MARKDOWN);
    for (size_t i = 0; i < sizeof spans / sizeof *spans; i++) {
        const struct nr_block *block = &article->blocks[spans[i].block];
        struct str words = str_of(spans[i].words), written = str_of(spans[i].written);
        size_t at = str_find(str_of(block->text), words);
        assert_true(at < block->length);
        struct nr_span span = nr_block_span(block, at, at + words.length);
        assert_int_equal(span.end - span.start, written.length);
        assert_memory_equal(article->source + span.start, written.at, written.length);
    }
    nr_article_free(article);
}

static void links_keep_their_words_and_lead_somewhere(void **state)
{
    (void)state;
    static const struct {
        const char *markdown;
        const char *links;
    } pages[] = {
        {"# A\n\nSee the [old *report*](http://a.example/b?c=1&amp;d) and\n[ this ](../x.html \"t\").\n",
         "old report|http://a.example/b?c=1&d\nthis|../x.html\n"},
        {"# A\n\n<https://b.example/> and [ref][r] or [r].\n\n[r]: http://c.example 'x'\n",
         "https://b.example/|https://b.example/\nref|http://c.example\nr|http://c.example\n"},
        {"# A\n\n1. [First](u) item\n2. [![pic](p.png)](v) text\n", "First|u\n"},
        {"# A\n\n| H | I |\n|---|---|\n| [cell](w) | 2 |\n", "cell|w\n"},
        {"# A\n\nSee <a title='x' href=\"http://d.example/?a&amp;b\">the <b>page</b></a> or <A HREF=e>that</A>.\n",
         "the page|http://d.example/?a&b\nthat|e\n"},
        {"# A\n\n<p align=center><a href='f'>In a block</a> of HTML, <a name=x>no</a> <a href>link</a>.</p>\n",
         "In a block|f\n"},
        {"# A\n\nNo [link] here, [none]() there, ~~[gone](x)~~ [kept](y).\n", "kept|y\n"},
    };
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
        assert_links(pages[i].markdown, NR_INPUT_MARKDOWN, pages[i].links);
}

static void assert_refused(struct str text, const char *message)
{
    struct nr_settings settings = {0};
    struct nr_error error = {0};
    struct nr_article *article = NULL;
    assert_false(nr_read_article("a.md", text.at, text.length, &settings, &article, &error));
    assert_int_equal(error.status, NR_REFUSED);
    assert_string_equal(error.message, message);
    assert_null(article);
}

/* md4c fills up short rows, so that width times length is what a table costs. */
static void limits_have_names(void **state)
{
    (void)state;
    struct buf text = {0};
    for (int row = 0; row < 2; row++) {
        for (int column = 0; column < 200; column++)
            buf_append(&text, row ? STR("|---") : STR("|a"));
        buf_append(&text, STR("|\n"));
    }
    assert_refused(buf_str(&text), "a.md: a table has more than 128 columns; leave it out");
    buf_clear(&text);
    while (text.length <= (size_t)16 << 20)
        buf_append(&text, STR("The river rose in the night.\n\n"));
    assert_refused(buf_str(&text), "a.md: more than 16 MiB of Markdown; split it, or try --from text");
    buf_clear(&text);
    while (text.length < (size_t)5 << 20)
        buf_append(&text, STR("- a\n"));
    assert_refused(buf_str(&text), "a.md: more than 1048576 paragraphs; split it into articles");
    buf_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(marks_become_roles),
        cmocka_unit_test(front_matter_fills_what_an_article_says_of_itself),
        cmocka_unit_test(words_lead_back_to_the_source),
        cmocka_unit_test(links_keep_their_words_and_lead_somewhere),
        cmocka_unit_test(limits_have_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
