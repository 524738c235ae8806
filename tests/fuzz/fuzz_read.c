/* Any bytes as plain text -> an article or a refusal; the first byte chooses how they are read. */
#include "narrator/article.h"

#include "str.h"
#include "utf8.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
    if (!holds)
        abort();
}

static void check_block(const struct nr_article *article, const struct nr_block *block, size_t *reached)
{
    struct str text = {block->text, block->length};
    require(text.length > 0 && utf8_invalid(text) == text.length && strlen(block->text) == text.length);
    require(utf8_trim(text).length == text.length && block->why && block->why[0]);
    require(block->role < NR_ROLE_COUNT);
    for (size_t at = 0, length; at < text.length; at += length) {
        uint32_t code = utf8_at(text, at, &length);
        struct nr_span span = nr_block_span(block, at, at + length);
        require(span.start >= *reached && span.end > span.start && span.end <= article->source_length);
        require(code == ' ' || !memcmp(article->source + span.start, text.at + at, length));
        *reached = span.end;
    }
}

static void check_article(const struct nr_article *article)
{
    size_t reached = 0;
    require(article->block_count > 0 && article->title);
    for (size_t i = 0; i < article->block_count; i++)
        check_block(article, &article->blocks[i], &reached);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const enum nr_input inputs[] = {NR_INPUT_TEXT, NR_INPUT_PROSE};
    struct nr_error error = {0};
    struct nr_article *article;
    if (!size)
        return 0;
    struct nr_settings settings = {.from = inputs[data[0] % 2]};
    if (nr_read_article("fuzz", (const char *)data + 1, size - 1, &settings, &article, &error)) {
        check_article(article);
        nr_article_free(article);
    } else {
        require(error.status == NR_REFUSED && error.message[0]);
    }
    return 0;
}
