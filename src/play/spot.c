#include "spot.h"

#include <string.h>

static bool is_spoken(const struct nr_token *token)
{
    return token->spoken_end > token->spoken_start;
}

/* "Item two of three:" stands before what is written. */
static bool is_announced(const struct nr_token *token)
{
    return token->rule && strcmp(token->rule, "announce") == 0;
}

size_t spot_words(const struct nr_plan *plan, uint32_t utterance, struct nr_unit_word *words)
{
    const struct nr_utterance *said = &plan->utterances[utterance];
    const struct nr_token *tokens = plan->tokens + said->first_token;
    size_t count = 0;
    for (uint32_t i = 0; i < said->token_count; i++) {
        if (!is_spoken(&tokens[i]))
            continue;
        if (words)
            words[count] = (struct nr_unit_word){tokens[i].spoken_start, tokens[i].spoken_end};
        count++;
    }
    return count;
}

const struct nr_token *spot_token(const struct nr_plan *plan, uint32_t utterance, uint32_t word)
{
    const struct nr_utterance *said = &plan->utterances[utterance];
    const struct nr_token *tokens = plan->tokens + said->first_token, *last = NULL;
    size_t count = 0;
    for (uint32_t i = 0; i < said->token_count && count <= word; i++) {
        if (is_spoken(&tokens[i])) {
            last = &tokens[i];
            count++;
        }
    }
    if (last && is_announced(last) && last + 1 < tokens + said->token_count)
        last++;
    return last;
}

/* Where word `index` starts; the first owns the silence before it, and the sound's end is behind the last. */
static uint64_t start_of(const uint32_t *marks, size_t mark_count, size_t count, size_t index)
{
    if (index == 0)
        return 0;
    return index < mark_count ? marks[index] : count;
}

uint64_t spot_frame(struct spot spot, const uint32_t *marks, size_t mark_count, size_t count)
{
    uint64_t start = start_of(marks, mark_count, count, spot.word);
    uint64_t end = start_of(marks, mark_count, count, (size_t)spot.word + 1);
    return end > start ? start + (uint64_t)((double)(end - start) * spot.part) : start;
}

struct spot spot_at(uint32_t utterance, uint64_t frame, const uint32_t *marks, size_t mark_count, size_t count)
{
    uint32_t word = 0;
    while (word < mark_count && start_of(marks, mark_count, count, (size_t)word + 1) <= frame)
        word++;
    uint64_t start = start_of(marks, mark_count, count, word);
    uint64_t end = start_of(marks, mark_count, count, (size_t)word + 1);
    bool within = end > start && frame > start;
    return (struct spot){utterance, word, within ? (double)(frame - start) / (double)(end - start) : 0};
}
