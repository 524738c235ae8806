/* A one-block article and its plan, for tests of the planner. */
#ifndef TESTS_PLANNING_H
#define TESTS_PLANNING_H

#include "arena.h"
#include "narrator/plan.h"
#include "pieces.h"

/* An article of the blocks given, whose source is their texts, a line each; to free with nr_article_free(). */
static inline struct nr_article *planning_article(const enum nr_role *roles, const char *const *texts,
                                                  size_t count)
{
    struct nr_arena *arena = arena_new();
    struct nr_article *article = arena_alloc(arena, sizeof *article);
    struct nr_block *blocks = arena_alloc(arena, count * sizeof *blocks);
    struct buf source = {0};
    for (size_t i = 0; i < count; i++) {
        struct tracing tracing = {0};
        size_t start = source.length;
        buf_append(&source, str_of(texts[i]));
        buf_append_char(&source, '\n');
        tracing_copy(&tracing, buf_str(&source), start, source.length - 1);
        blocks[i] = (struct nr_block){.role = roles[i],
                                      .text = arena_string(arena, buf_str(&tracing.text)),
                                      .length = tracing.text.length,
                                      .pieces = tracing_pieces(&tracing, arena),
                                      .why = "test"};
        tracing_free(&tracing);
    }
    *article = (struct nr_article){.arena = arena,
                                   .notes = arena_alloc(arena, sizeof(struct nr_notes)),
                                   .name = "test.txt",
                                   .source = arena_string(arena, buf_str(&source)),
                                   .source_length = source.length,
                                   .title = "",
                                   .blocks = blocks,
                                   .block_count = count};
    buf_free(&source);
    return article;
}

#endif
