/* What holds for every article, however it was read. */
#ifndef TESTS_CHECKING_H
#define TESTS_CHECKING_H

#include "narrator/article.h"

#include "str.h"
#include "utf8.h"

#include <stdlib.h>
#include <string.h>

static inline void require(bool holds)
{
    if (!holds)
        abort();
}

/* Spans lie in the source and never go back. */
static inline void check_block(const struct nr_article *article, const struct nr_block *block)
{
    struct str text = {block->text, block->length};
    size_t reached = 0;
    require(text.length > 0 && utf8_invalid(text) == text.length && strlen(block->text) == text.length);
    require(utf8_trim(text).length == text.length && block->why && block->why[0]);
    require(block->role < NR_ROLE_COUNT);
    for (size_t at = 0, length; at < text.length; at += length) {
        require(utf8_at(text, at, &length) >= ' ');
        struct nr_span span = nr_block_span(block, at, at + length);
        require(span.start >= reached && span.end > span.start && span.end <= article->source_length);
        reached = span.start;
    }
}

static inline bool is_boundary(const struct nr_block *block, size_t at)
{
    return at <= block->length && ((unsigned char)block->text[at] & 0xC0) != 0x80;
}

/* Links hold words, are apart and in order, and lead somewhere. */
static inline void check_links(const struct nr_block *block)
{
    uint32_t reached = 0;
    for (size_t i = 0; i < block->link_count; i++) {
        const struct nr_link *link = &block->links[i];
        struct str url = str_of(link->url);
        require(link->start >= reached && link->end > link->start && link->end <= block->length);
        require(is_boundary(block, link->start) && is_boundary(block, link->end));
        require(url.length > 0 && utf8_invalid(url) == url.length);
        reached = link->end;
    }
}

static inline void check_article(const struct nr_article *article)
{
    require(article->block_count > 0 && article->title);
    for (size_t i = 0; i < article->block_count; i++) {
        check_block(article, &article->blocks[i]);
        check_links(&article->blocks[i]);
    }
}

/* Reads `data` as `from`: an article, for the caller to free, or a refusal and NULL. */
static inline struct nr_article *check_reading(const void *data, size_t size, enum nr_input from)
{
    struct nr_error error = {0};
    struct nr_article *article = NULL;
    struct nr_settings settings = {.from = from, .any_page = true};
    if (nr_read_article("fuzz", data, size, &settings, &article, &error))
        check_article(article);
    else
        require(error.status == NR_REFUSED && error.message[0]);
    return article;
}

#endif
