#include "utterance.h"

#include "classify.h"
#include "memory.h"
#include "utf8.h"
#include "verbalise.h"

#include <stdlib.h>

/* espeak-ng cuts a clause at about 730 characters and drops words of long clauses: a sentence is cut before,
 * at a clause mark if it has one, else at any space. */
#define CUT_AT_CLAUSE 420
#define CUT_AT_SPACE  560
#define GAP_BYTES_MAX 24 /* "......" and other rows of marks say nothing more when they are longer */

enum { EN_DASH = 0x2013, EM_DASH = 0x2014 };

static void read_tokens(struct utterances *utterances, struct str text, struct sentence sentence)
{
    size_t at = sentence.start;
    struct token token;
    utterances->context.text = str_slice(text, 0, sentence.end);
    utterances->context.count = 0;
    while (token_next(utterances->context.text, &at, sentence.end, &token)) {
        void *written = utterances->written;
        memory_reserve(&written, &utterances->written_capacity, utterances->context.count + 1, sizeof token);
        utterances->written = written;
        utterances->written[utterances->context.count++] = token;
    }
    utterances->context.tokens = utterances->written;
}

/* A dash that parts clauses makes an engine pause only as a spaced en dash. */
static bool is_clause_dash(struct str gap, size_t at, size_t length, uint32_t code)
{
    size_t before_length, after_length;
    bool spaced = utf8_before(gap, at, &before_length) == ' ' && utf8_at(gap, at + length, &after_length) == ' ';
    return code == EM_DASH || ((code == '-' || code == EN_DASH) && spaced);
}

static void append_space(struct buf *text)
{
    if (text->length && !str_ends(buf_str(text), STR(" ")))
        buf_append_char(text, ' ');
}

/* Appends the punctuation between two tokens as the engine should see it. */
static void append_gap(struct buf *text, struct str gap)
{
    size_t length, limit = text->length + GAP_BYTES_MAX;
    bool behind_dash = false;
    for (size_t at = 0; at < gap.length && text->length < limit; at += length) {
        uint32_t code = utf8_at(gap, at, &length);
        bool dash = is_clause_dash(gap, at, length, code);
        if (dash || utf8_is_space(code) || behind_dash)
            append_space(text);
        if (dash)
            buf_append(text, STR("\u2013"));
        else if (!utf8_is_space(code))
            buf_append(text, str_slice(gap, at, at + length));
        behind_dash = dash;
    }
    if (behind_dash || text->length >= limit)
        append_space(text);
}

static bool is_end_mark(uint32_t code)
{
    return code == '.' || code == '!' || code == '?' || code == ':' || code == ';' || code == ',' ||
           code == 0x2026 || code == EN_DASH || code == 0x3002 || code == 0xFF01 || code == 0xFF1F ||
           code == 0x061F;
}

/* A headline has no stop, but is spoken with the tune of a sentence. */
static void end_tune(struct buf *text)
{
    struct str said = utf8_trim(buf_str(text));
    size_t end = said.length, length;
    text->length = (size_t)(said.at - text->at) + said.length;
    uint32_t code = utf8_before(said, end, &length);
    while (length && (utf8_is_quote(code) || code == ')' || code == ']')) {
        end -= length;
        code = utf8_before(said, end, &length);
    }
    if (!is_end_mark(code))
        buf_append_char(text, '.');
}

static void start_utterance(struct utterances *utterances, size_t written_start)
{
    buf_clear(&utterances->text);
    utterances->written_start = written_start;
    utterances->first_token = utterances->token_count;
}

static void finish_utterance(struct utterances *utterances, uint32_t block, size_t written_end,
                             unsigned pause_after_ms)
{
    size_t tokens = utterances->token_count - utterances->first_token;
    if (!tokens)
        return;
    end_tune(&utterances->text);
    void *all = utterances->all;
    memory_reserve(&all, &utterances->capacity, utterances->count + 1, sizeof *utterances->all);
    utterances->all = all;
    utterances->all[utterances->count++] = (struct nr_utterance){
        .text = arena_string(utterances->arena, buf_str(&utterances->text)),
        .length = (uint32_t)utterances->text.length,
        .block = block,
        .written_start = (uint32_t)utterances->written_start,
        .written_end = (uint32_t)written_end,
        .first_token = (uint32_t)utterances->first_token,
        .token_count = (uint32_t)tokens,
        .pause_after_ms = pause_after_ms,
    };
}

/* Is the utterance in hand long enough to end with `gap`? */
static bool cuts(const struct utterances *utterances, struct str gap)
{
    size_t length = utterances->text.length, mark_length;
    if (length < CUT_AT_CLAUSE)
        return false;
    if (length >= CUT_AT_SPACE)
        return true;
    for (size_t at = 0; at < gap.length; at += mark_length)
        if (is_end_mark(utf8_at(gap, at, &mark_length)))
            return true;
    return false;
}

/* Speaks the token at `index`; returns how many written tokens that took, and where they end in *end. */
static size_t add_token(struct utterances *utterances, const struct nr_block *block, size_t index, size_t *end)
{
    const struct context *context = &utterances->context;
    struct value value;
    bool classified = classify(context, index, &value);
    size_t taken = classified ? value.tokens : 1, start = context->tokens[index].start;
    *end = context->tokens[index + taken - 1].end;
    struct nr_token token = {.written = nr_block_span(block, start, *end),
                             .spoken_start = (uint32_t)utterances->text.length};
    if (classified) {
        token.class = value.class;
        token.rule = value.rule;
        verbalise(context, utterances->speller, &value, &utterances->text);
        *end += value.takes_stop;
    } else {
        buf_append(&utterances->text, str_slice(context->text, start, *end));
    }
    token.spoken_end = (uint32_t)utterances->text.length;
    void *tokens = utterances->tokens;
    memory_reserve(&tokens, &utterances->token_capacity, utterances->token_count + 1, sizeof token);
    utterances->tokens = tokens;
    utterances->tokens[utterances->token_count++] = token;
    return taken;
}

void utterances_add(struct utterances *utterances, const struct nr_block *block, uint32_t block_index,
                    struct sentence sentence)
{
    read_tokens(utterances, (struct str){block->text, block->length}, sentence);
    struct str text = utterances->context.text;
    size_t at = sentence.start;
    start_utterance(utterances, sentence.start);
    for (size_t i = 0; i < utterances->context.count;) {
        struct str gap = str_slice(text, at, utterances->written[i].start);
        append_gap(&utterances->text, gap);
        if (cuts(utterances, gap)) {
            finish_utterance(utterances, block_index, at + gap.length, utterances->clause_pause_ms);
            start_utterance(utterances, at + gap.length);
        }
        i += add_token(utterances, block, i, &at);
    }
    append_gap(&utterances->text, str_slice(text, at, sentence.end));
    finish_utterance(utterances, block_index, sentence.end, utterances->sentence_pause_ms);
}

void utterances_finish(struct utterances *utterances)
{
    buf_free(&utterances->text);
    free(utterances->written);
    utterances->written = NULL;
    arena_defer(utterances->arena, free, utterances->all);
    arena_defer(utterances->arena, free, utterances->tokens);
}
