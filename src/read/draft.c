#include "draft.h"

#include "memory.h"

#include <stdlib.h>

static void reserve(struct draft *draft)
{
    void *blocks = draft->blocks, *evidence = draft->evidence;
    memory_reserve(&blocks, &draft->blocks_capacity, draft->count + 1, sizeof *draft->blocks);
    memory_reserve(&evidence, &draft->evidence_capacity, draft->count + 1, sizeof *draft->evidence);
    draft->blocks = blocks;
    draft->evidence = evidence;
}

void draft_add(struct draft *draft, const struct tracing *tracing, struct marker marker)
{
    struct str text = buf_str(&tracing->text);
    if (!text.length)
        return;
    reserve(draft);
    draft->blocks[draft->count] = (struct nr_block){
        .role = NR_BODY,
        .text = arena_string(draft->arena, text),
        .length = text.length,
        .pieces = tracing_pieces(tracing, draft->arena),
    };
    draft->evidence[draft->count++] = (struct evidence){
        .marker = marker.kind,
        .number = marker.number,
        .assumed = NR_BODY,
    };
}

void draft_add_marked(struct draft *draft, const struct tracing *tracing, struct markup markup)
{
    size_t index = draft->count;
    draft_add(draft, tracing, (struct marker){0});
    if (draft->count == index)
        return;
    draft->evidence[index].roles = (uint16_t)(NR_ROLE_BIT(markup.role) | markup.others);
    draft->evidence[index].assumed = markup.role;
    draft->evidence[index].markup = markup.why;
}

void draft_move_last(struct draft *draft, size_t index)
{
    struct nr_block block = draft->blocks[draft->count - 1];
    struct evidence evidence = draft->evidence[draft->count - 1];
    for (size_t i = draft->count - 1; i > index; i--) {
        draft->blocks[i] = draft->blocks[i - 1];
        draft->evidence[i] = draft->evidence[i - 1];
    }
    draft->blocks[index] = block;
    draft->evidence[index] = evidence;
}

struct str draft_text(const struct draft *draft, size_t index)
{
    return (struct str){draft->blocks[index].text, draft->blocks[index].length};
}

void draft_free(struct draft *draft)
{
    free(draft->blocks);
    free(draft->evidence);
    *draft = (struct draft){0};
}
