#include "walk.h"

size_t walk_chapter(const struct nr_plan *plan, uint32_t utterance)
{
    size_t chapter = plan->chapter_count;
    while (chapter > 0 && plan->chapters[chapter - 1].first_utterance > utterance)
        chapter--;
    return chapter > 0 ? chapter - 1 : 0;
}

static bool starts_sentence(const struct nr_plan *plan, uint32_t utterance)
{
    return utterance < plan->utterance_count;
}

static bool starts_paragraph(const struct nr_plan *plan, uint32_t utterance)
{
    return utterance == 0 || plan->utterances[utterance].block != plan->utterances[utterance - 1].block;
}

static bool starts_section(const struct nr_plan *plan, uint32_t utterance)
{
    return utterance == 0 || plan->chapters[walk_chapter(plan, utterance)].first_utterance == utterance;
}

static bool (*const starts[])(const struct nr_plan *plan, uint32_t utterance) = {
    [STEP_SENTENCE] = starts_sentence,
    [STEP_PARAGRAPH] = starts_paragraph,
    [STEP_SECTION] = starts_section,
};

uint32_t walk_start(const struct nr_plan *plan, enum step step, uint32_t from)
{
    while (from > 0 && !starts[step](plan, from))
        from--;
    return from;
}

bool walk_next(const struct nr_plan *plan, enum step step, uint32_t from, uint32_t *to)
{
    for (uint32_t at = from + 1; at < plan->utterance_count; at++) {
        if (starts[step](plan, at)) {
            *to = at;
            return true;
        }
    }
    return false;
}

bool walk_previous(const struct nr_plan *plan, enum step step, uint32_t from, uint32_t *to)
{
    uint32_t start = walk_start(plan, step, from);
    if (start == 0)
        return false;
    *to = walk_start(plan, step, start - 1);
    return true;
}

static enum nr_role role_of(const struct nr_plan *plan, uint32_t utterance)
{
    return plan->article->blocks[plan->utterances[utterance].block].role;
}

bool walk_past(const struct nr_plan *plan, uint32_t from, uint32_t *to)
{
    enum nr_role role = role_of(plan, from);
    if (role == NR_BODY)
        return walk_next(plan, STEP_PARAGRAPH, from, to);
    while (from < plan->utterance_count && role_of(plan, from) == role)
        from++;
    *to = from;
    return from < plan->utterance_count;
}

struct str walk_written(const struct nr_plan *plan, uint32_t utterance)
{
    const struct nr_utterance *said = &plan->utterances[utterance];
    const struct nr_block *block = &plan->article->blocks[said->block];
    return str_slice((struct str){block->text, block->length}, said->written_start, said->written_end);
}

static bool holds(struct str text, struct str wanted)
{
    for (size_t at = 0; at + wanted.length <= text.length; at++)
        if (str_starts_caseless(str_slice(text, at, text.length), wanted))
            return true;
    return false;
}

bool walk_find(const struct nr_plan *plan, struct str text, uint32_t from, uint32_t *to)
{
    for (size_t i = 1; text.length && i <= plan->utterance_count; i++) {
        uint32_t at = (uint32_t)((from + i) % plan->utterance_count);
        if (holds(walk_written(plan, at), text)) {
            *to = at;
            return true;
        }
    }
    return false;
}

static uint64_t bytes_before(const struct nr_plan *plan, size_t utterance)
{
    uint64_t bytes = 0;
    for (size_t i = 0; i < utterance; i++)
        bytes += plan->utterances[i].length;
    return bytes;
}

unsigned walk_percent(const struct nr_plan *plan, uint32_t utterance)
{
    uint64_t all = bytes_before(plan, plan->utterance_count);
    return all ? (unsigned)(bytes_before(plan, utterance) * 100 / all) : 0;
}

uint32_t walk_at_percent(const struct nr_plan *plan, unsigned percent)
{
    uint64_t wanted = bytes_before(plan, plan->utterance_count) * percent / 100, bytes = 0;
    uint32_t at = 0;
    while (at + 1 < plan->utterance_count && (bytes += plan->utterances[at].length) <= wanted)
        at++;
    return at;
}

/* The first word of the utterance that ends behind byte `reached` of the source; false if none does. */
static bool find_word(const struct nr_plan *plan, uint32_t utterance, size_t reached, uint32_t *word)
{
    const struct nr_utterance *said = &plan->utterances[utterance];
    *word = 0;
    for (uint32_t i = said->first_token; i < said->first_token + said->token_count; i++) {
        const struct nr_token *token = &plan->tokens[i];
        if (token->spoken_end == token->spoken_start)
            continue;
        if (token->written.end > reached)
            return true;
        ++*word;
    }
    return false;
}

struct spot walk_same(const struct nr_plan *plan, struct spot spot, const struct nr_plan *other)
{
    const struct nr_utterance *here = &plan->utterances[spot.utterance];
    const struct nr_token *token = spot_token(plan, spot.utterance, spot.word);
    size_t reached = token ? token->written.start : 0;
    struct spot found = {.utterance = 0};
    for (; found.utterance + 1 < other->utterance_count; found.utterance++) {
        uint32_t block = other->utterances[found.utterance].block;
        if (block > here->block ||
            (block == here->block && find_word(other, found.utterance, reached, &found.word)))
            break;
    }
    if (spot.word == 0 || other->utterances[found.utterance].block != here->block ||
        !find_word(other, found.utterance, reached, &found.word))
        found.word = 0;
    return found;
}
