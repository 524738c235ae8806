/* Any bytes as blocks -> a refusal, or an article that its own blocks give again. */
#include "checking.h"

#include "buf.h"
#include "narrator/show.h"

#include <stdio.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static struct buf print_blocks(const struct nr_article *article)
{
    char *text;
    size_t length;
    struct buf out = {0};
    FILE *file = open_memstream(&text, &length);
    require(file);
    nr_view_find("blocks")->print(article, NULL, file);
    require(!fclose(file));
    buf_append(&out, (struct str){text, length});
    free(text);
    return out;
}

static void check_again(const struct nr_article *article)
{
    struct buf first = print_blocks(article);
    struct nr_article *again = check_reading(first.at, first.length, NR_INPUT_BLOCKS);
    require(again);
    struct buf second = print_blocks(again);
    require(str_equal(buf_str(&first), buf_str(&second)) && !strcmp(article->title, again->title));
    buf_free(&first);
    buf_free(&second);
    nr_article_free(again);
}

/* Blocks of every kind of input can be read again; the first byte chooses it. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const enum nr_input inputs[] = {NR_INPUT_BLOCKS, NR_INPUT_TEXT, NR_INPUT_PROSE, NR_INPUT_MARKDOWN};
    struct nr_article *article = size ? check_reading(data + 1, size - 1, inputs[data[0] % 4]) : NULL;
    if (article)
        check_again(article);
    nr_article_free(article);
    return 0;
}
