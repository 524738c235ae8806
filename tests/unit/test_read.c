/* Articles as they are: the samples, and what holds for every text. */
#include "reading.h"

#include "clean.h"
#include "utf8.h"

static const char *const samples[] = {"blog",    "broadsheet", "finance", "interview",
                                      "science", "sport",      "tabloid", "wire"};

#define SAMPLE_COUNT (sizeof samples / sizeof *samples)

/* A text with all that is cleaned away. */
static const char hostile[] =
    "\357\273\277Head\302\255line  of\302\240 a\tstory\r\n\r\n"
    "\342\200\242\342\200\213 First\302\240point\r\r"
    "A body\342\200\250that\002 wraps\n  at caf\303\251s, soft\302\255\nly and well-\nknown.\302\240\n"
    "\n> > quoted \360\237\230\200 line\n>\n> more\n\n***\n";

static struct buf read_sample(const char *name)
{
    char file[64];
    snprintf(file, sizeof file, "%s.txt", name);
    return read_bytes("samples", file);
}

static void samples_have_the_structure_that_readers_see(void **state)
{
    (void)state;
    for (size_t i = 0; i < SAMPLE_COUNT; i++) {
        char file[64];
        struct buf text = read_sample(samples[i]);
        struct nr_article *article = read_text(buf_str(&text), NR_INPUT_AUTO);
        struct buf got = print_blocks(article);
        snprintf(file, sizeof file, "%s.blocks", samples[i]);
        struct buf wanted = read_bytes("tests/golden", file);
        assert_string_equal(got.at, wanted.at);
        buf_free(&wanted);
        buf_free(&got);
        buf_free(&text);
        nr_article_free(article);
    }
}

/* `text` with its "\n" as `end`. */
static struct buf with_line_ends(struct str text, struct str end)
{
    struct buf out = {0};
    for (size_t i = 0; i < text.length; i++)
        buf_append(&out, text.at[i] == '\n' ? end : str_slice(text, i, i + 1));
    return out;
}

static void assert_same_blocks(struct str a, struct str b)
{
    struct nr_article *first = read_text(a, NR_INPUT_AUTO), *second = read_text(b, NR_INPUT_AUTO);
    struct buf got = print_blocks(first), wanted = print_blocks(second);
    assert_string_equal(got.at, wanted.at);
    buf_free(&got);
    buf_free(&wanted);
    nr_article_free(first);
    nr_article_free(second);
}

static void line_ends_make_no_difference(void **state)
{
    (void)state;
    for (size_t i = 0; i < SAMPLE_COUNT; i++) {
        struct buf text = read_sample(samples[i]);
        struct buf crlf = with_line_ends(buf_str(&text), STR("\r\n"));
        struct buf cr = with_line_ends(buf_str(&text), STR("\r"));
        assert_same_blocks(buf_str(&crlf), buf_str(&text));
        assert_same_blocks(buf_str(&cr), buf_str(&text));
        buf_free(&cr);
        buf_free(&crlf);
        buf_free(&text);
    }
}

static void byte_order_mark_is_no_text(void **state)
{
    (void)state;
    struct nr_article *article = read_text(STR("\357\273\277One.\n"), NR_INPUT_AUTO);
    assert_string_equal(article->source, "One.\n");
    assert_string_equal(article->blocks[0].text, "One.");
    struct nr_span span = nr_block_span(&article->blocks[0], 0, 4);
    assert_int_equal(span.start, 0);
    assert_int_equal(span.end, 4);
    nr_article_free(article);
}

static void unseen_characters_are_cleaned_away(void **state)
{
    (void)state;
    assert_blocks(hostile, NR_INPUT_TEXT,
                  "headline\tHeadline of a story\n"
                  "summary\tFirst point\n"
                  "body\tA body that wraps at caf\303\251s, softly and well-known.\n"
                  "quote\tquoted \360\237\230\200 line\n"
                  "quote\tmore\n"
                  "boilerplate\t***\n");
}

/* Every word that is in the source as it is in the block is mapped there, and spans never go back. */
static void assert_spans(const struct nr_article *article)
{
    size_t reached = 0;
    for (size_t i = 0; i < article->block_count; i++) {
        const struct nr_block *block = &article->blocks[i];
        struct str text = {block->text, block->length};
        for (size_t at = 0, length; at < text.length; at += length) {
            utf8_at(text, at, &length);
            struct nr_span span = nr_block_span(block, at, at + length);
            assert_true(span.start >= reached && span.end > span.start && span.end <= article->source_length);
            if (text.at[at] != ' ') {
                assert_int_equal(span.end - span.start, length);
                assert_memory_equal(article->source + span.start, text.at + at, length);
            }
            reached = span.end;
        }
    }
}

/* A character of the source that need not be in a block: white space, controls, bullets. */
static bool may_be_dropped(uint32_t code)
{
    return utf8_is_space(code) || clean_drops(code) || code == 0x2022 || code == '-' || code == '>';
}

static void assert_nothing_dropped(const struct nr_article *article)
{
    struct str source = {article->source, article->source_length};
    size_t at = 0, length, got;
    for (size_t i = 0; i < article->block_count; i++) {
        struct str text = {article->blocks[i].text, article->blocks[i].length};
        for (size_t in = 0; in < text.length; in += got) {
            uint32_t code = utf8_at(text, in, &got);
            if (code == ' ')
                continue;
            while (utf8_at(source, at, &length) != code && length && may_be_dropped(utf8_at(source, at, &length)))
                at += length;
            assert_int_equal(utf8_at(source, at, &length), code);
            at += length;
        }
    }
    for (; at < source.length; at += length)
        assert_true(may_be_dropped(utf8_at(source, at, &length)));
}

static void every_character_is_kept_and_traced(void **state)
{
    (void)state;
    static const enum nr_input inputs[] = {NR_INPUT_TEXT, NR_INPUT_PROSE};
    for (size_t i = 0; i < 2 * SAMPLE_COUNT + 2; i++) {
        struct buf text = {0};
        if (i < 2 * SAMPLE_COUNT)
            text = read_sample(samples[i / 2]);
        else
            buf_append(&text, str_of(hostile));
        struct nr_article *article = read_text(buf_str(&text), inputs[i % 2]);
        assert_spans(article);
        assert_nothing_dropped(article);
        buf_free(&text);
        nr_article_free(article);
    }
}

static void prose_is_body_and_nothing_else(void **state)
{
    (void)state;
    assert_blocks("A line without a stop\n\n\342\200\242 By Jane Smith\n\nSource: Read Full Article\n",
                  NR_INPUT_PROSE,
                  "body\tA line without a stop\n"
                  "body\t\342\200\242 By Jane Smith\n"
                  "body\tSource: Read Full Article\n");
}

static void roles_have_names(void **state)
{
    (void)state;
    for (int i = 0; i < NR_ROLE_COUNT; i++) {
        enum nr_role role = NR_ROLE_COUNT;
        assert_true(nr_role_find(nr_role_name((enum nr_role)i), &role));
        assert_int_equal(role, i);
    }
    enum nr_role role;
    assert_false(nr_role_find("Headline", &role));
    assert_false(nr_role_find("", &role));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(samples_have_the_structure_that_readers_see),
        cmocka_unit_test(line_ends_make_no_difference),
        cmocka_unit_test(byte_order_mark_is_no_text),
        cmocka_unit_test(unseen_characters_are_cleaned_away),
        cmocka_unit_test(every_character_is_kept_and_traced),
        cmocka_unit_test(prose_is_body_and_nothing_else),
        cmocka_unit_test(roles_have_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
