/* Texts that are not UTF-8 are read all the same, and what was guessed is said. */
#include "reading.h"

#include "utf8.h"

#define BYTES(literal)                                                                                            \
    {                                                                                                             \
        literal, sizeof(literal) - 1                                                                              \
    }

/* No note: nothing was guessed. */
static const struct {
    struct str bytes;
    const char *source;
    const char *note;
} texts[] = {
    {BYTES("One."), "One.", NULL},
    {BYTES("\357\273\277caf\303\251"), "caf\303\251", NULL},
    {BYTES("\377\376c\0a\0f\0\351\0=\330\0\336"), "caf\303\251\360\237\230\200", NULL},
    {BYTES("\376\377\0c\0a\0f\0\351"), "caf\303\251", NULL},
    {BYTES("\377\376\0\0c\0\0\0\351\0\0\0"), "c\303\251", NULL},
    {BYTES("\0\0\376\377\0\0\0c\0\0\0\351"), "c\303\251", NULL},
    {BYTES("T\0h\0e\0 \0c\0a\0f\0\351\0"), "The caf\303\251", NULL},
    {BYTES("\0T\0h\0e\0 \0c\0a\0f\0\351"), "The caf\303\251", NULL},
    {BYTES("caf\351"), "caf\303\251", "test.txt: not UTF-8; read as windows-1252, which is a guess"},
    {BYTES("It cost \2005, he said: \223no\224.\n"),
     "It cost \342\202\2545, he said: \342\200\234no\342\200\235.\n",
     "test.txt: not UTF-8; read as windows-1252, which is a guess"},
    {BYTES("Za\277\363\263\346 g\352\234l\271 ja\237\361. W Szczebrzeszynie chrz\271szcz brzmi w trzcinie."),
     "Za\305\274\303\263\305\202\304\207 g\304\231\305\233l\304\205 ja\305\272\305\204. W Szczebrzeszynie "
     "chrz\304\205szcz brzmi w trzcinie.",
     "test.txt: not UTF-8; read as windows-1250, which is a guess"},
    {BYTES("\220\354\202\315\226\351\202\314\202\244\202\277\202\311\221\235\220\205\202\265\201A\222\251\202\334"
           "\202"
           "\305\222N\202\340\213C\202\303\202\251\202\310\202\251\202\301\202\275\201B"),
     "\345\267\235\343\201\257\345\244\234\343\201\256\343\201\206\343\201\241\343\201\253\345\242\227\346\260\264"
     "\343"
     "\201\227\343\200\201\346\234\235\343\201\276\343\201\247\350\252\260\343\202\202\346\260\227\343\201\245\343"
     "\201"
     "\213\343\201\252\343\201\213\343\201\243\343\201\237\343\200\202",
     "test.txt: not UTF-8; read as Shift_JIS, which is a guess"},
    {BYTES("caf\303\251 d\303\251j\303\240 vu \303\251t\303\251 and\nna\357ve"),
     "caf\303\251 d\303\251j\303\240 vu \303\251t\303\251 and\nna\357\277\275ve",
     "test.txt:2:3: not UTF-8: byte 0xEF, one of 1 such bytes"},
};

static void every_charset_becomes_utf8(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct nr_article *article = read_text(texts[i].bytes, NR_INPUT_PROSE);
        const struct nr_note *note = article->notes->first;
        assert_string_equal(article->source, texts[i].source);
        if (texts[i].note)
            assert_string_equal(note ? note->message : "nothing", texts[i].note);
        else
            assert_null(note);
        nr_article_free(article);
    }
}

/* Two bytes, least first, for each code point of `text`, none of which may need four. */
static struct buf utf16_of(struct str text)
{
    struct buf out = {0};
    buf_append(&out, STR("\377\376"));
    for (size_t at = 0, length; at < text.length; at += length) {
        uint32_t code = utf8_at(text, at, &length);
        buf_append_char(&out, (char)(code & 0xFF));
        buf_append_char(&out, (char)(code >> 8));
    }
    return out;
}

/* Spans count bytes of the decoded text, so blocks and spans are those of the UTF-8 file. */
static void blocks_and_spans_are_the_same_from_utf16(void **state)
{
    (void)state;
    struct buf text = read_bytes("samples", "tabloid.txt"), wide = utf16_of(buf_str(&text));
    struct nr_article *plain = read_text(buf_str(&text), NR_INPUT_TEXT);
    struct nr_article *decoded = read_text(buf_str(&wide), NR_INPUT_TEXT);
    assert_string_equal(decoded->source, plain->source);
    assert_int_equal(decoded->block_count, plain->block_count);
    for (size_t i = 0; i < plain->block_count; i++) {
        const struct nr_block *a = &plain->blocks[i], *b = &decoded->blocks[i];
        assert_string_equal(a->text, b->text);
        assert_int_equal(a->role, b->role);
        struct nr_span first = nr_block_span(a, 0, a->length), second = nr_block_span(b, 0, b->length);
        assert_int_equal(first.start, second.start);
        assert_int_equal(first.end, second.end);
    }
    nr_article_free(plain);
    nr_article_free(decoded);
    buf_free(&wide);
    buf_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_charset_becomes_utf8),
        cmocka_unit_test(blocks_and_spans_are_the_same_from_utf16),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
