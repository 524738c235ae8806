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
    draft->evidence[draft->count++] = (struct evidence){.marker = marker.kind, .number = marker.number};
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
