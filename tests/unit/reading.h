/* Reading texts and files in tests of src/read. */
#ifndef TESTS_READING_H
#define TESTS_READING_H

#include "narrator/article.h"

#include "arena.h"
#include "buf.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* The article in `text`; to free with nr_article_free(). */
static inline struct nr_article *read_text(struct str text, enum nr_input from)
{
    struct nr_settings settings = {.from = from};
    struct nr_error error;
    struct nr_article *article = NULL;
    if (!nr_read_article("test.txt", text.at, text.length, &settings, &article, &error))
        fail_msg("%s", error.message);
    return article;
}

/* The file at FOLDER/NAME in the source tree; to free with buf_free(). */
static inline struct buf read_bytes(const char *folder, const char *name)
{
    struct buf path = {0}, bytes = {0};
    const char *root = getenv("SOURCE_DIR");
    buf_printf(&path, "%s/%s/%s", root ? root : ".", folder, name);
    FILE *file = fopen(path.at, "rb");
    if (!file)
        fail_msg("%s can't be opened", path.at);
    for (int c; (c = getc(file)) != EOF;)
        buf_append_char(&bytes, (char)c);
    fclose(file);
    buf_free(&path);
    return bytes;
}

/* A block a line, "role<TAB>text"; to free with buf_free(). */
static inline struct buf print_blocks(const struct nr_article *article)
{
    struct buf out = {0};
    for (size_t i = 0; i < article->block_count; i++)
        buf_printf(&out, "%s\t%s\n", nr_role_name(article->blocks[i].role), article->blocks[i].text);
    return out;
}

/* Reads `text` and compares its blocks, as print_blocks() prints them. */
static inline void assert_blocks(const char *text, enum nr_input from, const char *wanted)
{
    struct nr_article *article = read_text(str_of(text), from);
    struct buf got = print_blocks(article);
    assert_string_equal(got.at, wanted);
    buf_free(&got);
    nr_article_free(article);
}

/* The article's links, "words|url" a line; to free with buf_free(). */
static inline struct buf print_links(const struct nr_article *article)
{
    struct buf out = {0};
    buf_append(&out, STR(""));
    for (size_t i = 0; i < article->block_count; i++) {
        const struct nr_block *block = &article->blocks[i];
        uint32_t reached = 0;
        for (size_t k = 0; k < block->link_count; k++) {
            const struct nr_link *link = &block->links[k];
            assert_true(link->start >= reached && link->end > link->start && link->end <= block->length);
            buf_printf(&out, "%.*s|%s\n", (int)(link->end - link->start), block->text + link->start, link->url);
            reached = link->end;
        }
    }
    return out;
}

static inline void assert_links(const char *text, enum nr_input from, const char *wanted)
{
    struct nr_article *article = read_text(str_of(text), from);
    struct buf got = print_links(article);
    assert_string_equal(got.at ? got.at : "", wanted);
    buf_free(&got);
    nr_article_free(article);
}

#endif
