/* What is refused, and in which words. */
#include "reading.h"

#include <fcntl.h>
#include <unistd.h>

static const struct {
    const char *name;
    struct str bytes;
    enum nr_input from;
    const char *message;
} refused[] = {
#define BYTES(literal)                                                                                            \
    {                                                                                                             \
        literal, sizeof(literal) - 1                                                                              \
    }
    {"a.txt", BYTES(""), NR_INPUT_AUTO, "a.txt: empty; give it an article"},
    {"a.txt", BYTES("\357\273\277"), NR_INPUT_AUTO, "a.txt: empty; give it an article"},
    {"a.txt", BYTES(" \n\302\240\r\n\342\200\213"), NR_INPUT_AUTO,
     "a.txt: nothing but white space; give it an article"},
    {"a.txt", BYTES("\377\376O\0n\0\0\330e\0"), NR_INPUT_AUTO, "a.txt: damaged UTF-16LE text; save it as UTF-8"},
    {"a.txt", BYTES("\377\376\0\0O\0\0\0\0\0\1\1"), NR_INPUT_AUTO,
     "a.txt: damaged UTF-32LE text; save it as UTF-8"},
    {"a.txt", BYTES("\377\376O\0\0\0e\0"), NR_INPUT_AUTO, "a.txt: binary data, not text; give it a text file"},
    {"a.txt", BYTES("One t\303o \1\2 and \3 four"), NR_INPUT_AUTO,
     "a.txt: binary data, not text; give it a text file"},
    {"a.blocks", BYTES("\nbody\tOne.\nbody Two.\n"), NR_INPUT_AUTO,
     "a.blocks:3: no TAB and text behind the role; write 'role<TAB>text'"},
    {"a.txt", BYTES("body\tOne.\r\nbody\t \302\240\n"), NR_INPUT_BLOCKS,
     "a.txt:2: no TAB and text behind the role; write 'role<TAB>text'"},
    {"a.txt", BYTES("Body\tOne.\n"), NR_INPUT_BLOCKS,
     "a.txt:1: 'Body' is no role; there are: headline, summary, byline, body, crosshead, quote, list-item, "
     "caption, "
     "table, code, boilerplate"},
    {"a.md", BYTES("---\ntitle:\n---\n\n<!-- nothing -->\n\n* * *\n"), NR_INPUT_AUTO,
     "a.md: nothing but white space; give it an article"},
    {"a.txt", BYTES("One\0two"), NR_INPUT_TEXT, "a.txt: binary data, not text; give it a text file"},
    {"a.txt", BYTES("\1\2\3\4One"), NR_INPUT_TEXT, "a.txt: binary data, not text; give it a text file"},
    {"a.pdf", BYTES("%PDF-1.4\n%\342\343\317\323\n"), NR_INPUT_AUTO,
     "a.pdf: this is a PDF, not text; save it as plain text"},
    {"a.epub", BYTES("PK\3\4\24\0\0\0mimetypeapplication/epub+zipPK"), NR_INPUT_AUTO,
     "a.epub: this is an EPUB book, not text; save it as plain text"},
    {"a.docx", BYTES("PK\3\4\24\0\0\0[Content_Types].xml"), NR_INPUT_AUTO,
     "a.docx: this is a Word document, not text; save it as plain text"},
    {"a.HTML", BYTES("<p>"), NR_INPUT_AUTO,
     "a.HTML: an empty page, not an article; save it again once it has loaded"},
    {"-", BYTES("\357\273\277\n <!DOCTYPE html>\n<p>"), NR_INPUT_AUTO,
     "-: an empty page, not an article; save it again once it has loaded"},
#undef BYTES
};

static void what_is_no_text_is_refused_in_clear_words(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        struct nr_settings settings = {.from = refused[i].from};
        struct nr_error error = {0};
        struct nr_article *article = NULL;
        assert_false(nr_read_article(refused[i].name, refused[i].bytes.at, refused[i].bytes.length, &settings,
                                     &article, &error));
        assert_int_equal(error.status, NR_REFUSED);
        assert_string_equal(error.message, refused[i].message);
        assert_null(article);
    }
}

static void html_is_text_for_those_who_say_so(void **state)
{
    (void)state;
    assert_blocks("<html>One.", NR_INPUT_TEXT, "body\t<html>One.\n");
}

/* Reads the file at `path`, which must fail. */
static struct nr_error file_error(const char *path)
{
    struct nr_settings settings = {0};
    struct nr_error error = {0};
    struct nr_article *article = NULL;
    assert_false(nr_read_article_file(path, &settings, &article, &error));
    assert_null(article);
    return error;
}

static void files_that_cannot_be_read_are_named(void **state)
{
    (void)state;
    struct nr_error error = file_error("/tmp");
    assert_int_equal(error.status, NR_FAILED);
    assert_string_equal(error.message, "/tmp: is a directory; name an article in it");
    error = file_error("/nowhere/a.txt");
    assert_int_equal(error.status, NR_FAILED);
    assert_string_equal(error.message, "/nowhere/a.txt: can't be opened: No such file or directory");
}

/* 65 MiB of holes: the limit is told before the NULs are. */
static void limit_of_size_has_a_name(void **state)
{
    (void)state;
    char path[] = "/tmp/narrate-test-XXXXXX";
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    assert_int_equal(ftruncate(fd, (off_t)65 << 20), 0);
    close(fd);
    struct nr_error error = file_error(path);
    unlink(path);
    assert_int_equal(error.status, NR_REFUSED);
    assert_non_null(strstr(error.message, ": larger than 64 MiB; split it into articles"));
}

static void limit_of_paragraphs_has_a_name(void **state)
{
    (void)state;
    struct buf text = {0};
    for (size_t i = 0; i < ((size_t)1 << 20) + 1; i++)
        buf_append(&text, STR("- a\n"));
    struct nr_settings settings = {0};
    struct nr_error error = {0};
    struct nr_article *article = NULL;
    assert_false(nr_read_article("a.txt", text.at, text.length, &settings, &article, &error));
    assert_int_equal(error.status, NR_REFUSED);
    assert_string_equal(error.message, "a.txt: more than 1048576 paragraphs; split it into articles");
    buf_free(&text);
}

static void file_is_read_whole(void **state)
{
    (void)state;
    char path[] = "/tmp/narrate-test-XXXXXX";
    int fd = mkstemp(path);
    struct buf text = {0};
    while (text.length < (size_t)200 << 10)
        buf_append(&text, STR("The river rose in the night.\n\n"));
    assert_int_equal(write(fd, text.at, text.length), (ssize_t)text.length);
    close(fd);
    struct nr_settings settings = {0};
    struct nr_error error;
    struct nr_article *article;
    assert_true(nr_read_article_file(path, &settings, &article, &error));
    unlink(path);
    assert_string_equal(article->name, path);
    assert_string_equal(article->source, text.at);
    assert_int_equal(article->block_count, text.length / 30);
    nr_article_free(article);
    buf_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_no_text_is_refused_in_clear_words),
        cmocka_unit_test(html_is_text_for_those_who_say_so),
        cmocka_unit_test(files_that_cannot_be_read_are_named),
        cmocka_unit_test(limit_of_size_has_a_name),
        cmocka_unit_test(limit_of_paragraphs_has_a_name),
        cmocka_unit_test(file_is_read_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
