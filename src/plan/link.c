#include "narrator/plan.h"

#include <string.h>

/* The block's first link that ends behind byte `from` of its text. */
static size_t first_behind(const struct nr_block *block, uint32_t from)
{
    size_t low = 0, high = block->link_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (block->links[middle].end <= from)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* What is announced stands for a written character, but is of no link. */
static bool is_of(const struct nr_token *token, struct nr_span link)
{
    return token->written.start < link.end && token->written.end > link.start &&
           !(token->rule && strcmp(token->rule, "announce") == 0);
}

bool nr_plan_link(const struct nr_plan *plan, size_t utterance, size_t index, struct nr_sentence_link *found)
{
    const struct nr_utterance *said = &plan->utterances[utterance];
    const struct nr_block *block = &plan->article->blocks[said->block];
    size_t at = first_behind(block, said->written_start) + index;
    if (at >= block->link_count || block->links[at].start >= said->written_end)
        return false;
    *found = (struct nr_sentence_link){.link = &block->links[at]};
    struct nr_span span = nr_block_span(block, found->link->start, found->link->end);
    for (uint32_t i = said->first_token; i < said->first_token + said->token_count; i++) {
        if (!is_of(&plan->tokens[i], span))
            continue;
        if (!found->token_count)
            found->first_token = i;
        found->token_count = i - found->first_token + 1;
    }
    return true;
}
