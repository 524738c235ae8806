#include "opening.h"

#include "arena.h"
#include "buf.h"
#include "pieces.h"

#include <string.h>

static bool has_headline(const struct nr_article *article)
{
    for (size_t i = 0; i < article->block_count; i++)
        if (article->blocks[i].role == NR_HEADLINE)
            return true;
    return false;
}

static void add_sentence(struct buf *text, const char *sentence)
{
    if (sentence && *sentence)
        buf_printf(text, "%s%s.", text->length > 0 ? " " : "", sentence);
}

/* It stands for nothing that is written, at the start of the source. */
static struct nr_block make_block(struct nr_arena *arena, struct str text)
{
    struct tracing tracing = {0};
    tracing_replace(&tracing, text, 0, 0);
    struct nr_block block = {.role = NR_BYLINE,
                             .text = arena_string(arena, text),
                             .length = text.length,
                             .pieces = tracing_pieces(&tracing, arena),
                             .why = "opens one of several articles"};
    tracing_free(&tracing);
    return block;
}

void opening_add(struct nr_article *article)
{
    struct buf text = {0};
    add_sentence(&text, article->site);
    add_sentence(&text, article->date);
    if (!has_headline(article))
        add_sentence(&text, article->title);
    if (text.length) {
        struct nr_block *blocks = arena_alloc(article->arena, (article->block_count + 1) * sizeof *blocks);
        blocks[0] = make_block(article->arena, buf_str(&text));
        memcpy(blocks + 1, article->blocks, article->block_count * sizeof *blocks);
        article->blocks = blocks;
        article->block_count++;
    }
    buf_free(&text);
}
