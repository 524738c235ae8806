#include "utterance.h"

#include "between.h"
#include "classify.h"
#include "gap.h"
#include "heteronym.h"
#include "marks.h"
#include "memory.h"
#include "recase.h"
#include "utf8.h"
#include "verbalise.h"

#include <stdlib.h>
#include <string.h>

/* espeak-ng cuts a clause at about 730 characters and drops words of long clauses: a sentence is cut before,
 * at a clause mark if it has one, else at any space. */
#define CUT_AT_CLAUSE 420
#define CUT_AT_SPACE  560

/* Rules of this file's own. */
static const char announce[] = "announce", capitals[] = "capitals";

static void read_tokens(struct utterances *utterances, struct sentence sentence)
{
    struct context *context = &utterances->context;
    size_t at = sentence.start;
    struct token token;
    context->text =
        (struct str){utterances->recased.length ? utterances->recased.at : utterances->block->text, sentence.end};
    context->rules_off = utterances->reading->rules_off;
    context->count = 0;
    while (token_next(context->text, &at, sentence.end, &token)) {
        void *written = utterances->written;
        memory_reserve(&written, &utterances->written_capacity, context->count + 1, sizeof token);
        utterances->written = written;
        utterances->written[context->count++] = token;
    }
    context->tokens = utterances->written;
}

/* The language that the mark-up states for the block, if it is another than the article's and there is a voice. */
static const struct tongue *stated_tongue(const struct utterances *utterances)
{
    const struct reading *reading = utterances->reading;
    const char *stated = utterances->block->language;
    const struct tongue *tongue = stated && !reading->is_forced ? tongue_of_tag(str_of(stated)) : NULL;
    bool english = tongue && str_equal(str_of(tongue->tag), STR("en"));
    return tongue == reading->tongue || (english && reading->language) ? NULL : tongue;
}

/* What the mark-up states; else a sentence that has one of the language's little words is in it; else its script
 * or its own little words tell. */
static void choose_tongue(struct utterances *utterances, struct sentence sentence)
{
    const struct reading *reading = utterances->reading;
    struct context *context = &utterances->context;
    context->language = reading->language;
    context->british = reading->british;
    utterances->tongue = stated_tongue(utterances);
    if (utterances->tongue) {
        context->language = NULL;
        return;
    }
    utterances->tongue = reading->tongue;
    for (size_t i = 0; reading->language && i < context->count; i++)
        if (language_has(reading->language->function_words, context_token(context, i)))
            return;
    struct str text = str_slice(context->text, sentence.start, sentence.end);
    bool by_words = reading->language && !reading->is_forced;
    const struct tongue *tongue = by_words ? tongue_of_text(text) : tongue_of_script(text);
    if (!tongue || (reading->language && str_equal(str_of(tongue->tag), STR("en"))))
        return;
    utterances->tongue = tongue;
    context->language = NULL;
}

/* A clause in capitals changes how an engine reads initials: such a sentence is recased in a copy of its block,
 * where all stands at the same place. */
static void undo_capitals(struct utterances *utterances)
{
    struct context *context = &utterances->context;
    if (!context->language || utterances->reading->keeps_case || !is_in_capitals(context))
        return;
    if (!utterances->recased.length)
        buf_append(&utterances->recased, (struct str){utterances->block->text, utterances->block->length});
    recase(context, utterances->recased.at);
    context->text.at = utterances->recased.at;
    utterances->context_is_recased = true;
}

static void start_utterance(struct utterances *utterances, size_t written_start)
{
    buf_clear(&utterances->text);
    utterances->said.count = 0;
    utterances->written_start = written_start;
    utterances->first_token = utterances->token_count;
}

/* Are the tokens first..last of the sentence somebody's words, and not only a word at arm's length? */
static bool is_quoted(const struct utterances *utterances, size_t first, size_t last)
{
    const struct token *tokens = utterances->written;
    if (utterances->reading->quotes != NR_QUOTES_VOICE)
        return false;
    const struct quotation *around =
        quotations_around(utterances->quotations, tokens[first].start, tokens[last].end);
    return around && !quotation_is_scare(around, (struct str){utterances->block->text, utterances->block->length});
}

static bool is_anything_said(const struct utterances *utterances)
{
    for (size_t i = utterances->first_token; i < utterances->token_count; i++)
        if (utterances->tokens[i].spoken_end > utterances->tokens[i].spoken_start &&
            utterances->tokens[i].rule != announce)
            return true;
    return false;
}

/* Appends the utterance in hand, of the tokens since its start. */
static void append_utterance(struct utterances *utterances, bool quoted, size_t written_end,
                             unsigned pause_after_ms)
{
    const struct reading *reading = utterances->reading;
    void *all = utterances->all;
    memory_reserve(&all, &utterances->capacity, utterances->count + 1, sizeof *utterances->all);
    utterances->all = all;
    utterances->all[utterances->count++] = (struct nr_utterance){
        .text = arena_string(reading->arena, buf_str(&utterances->text)),
        .length = (uint32_t)utterances->text.length,
        .style = styles_get(reading->styles, utterances->block->role, quoted,
                            utterances->tongue ? utterances->tongue->voice : NULL),
        .block = utterances->block_index,
        .written_start = (uint32_t)utterances->written_start,
        .written_end = (uint32_t)written_end,
        .first_token = (uint32_t)utterances->first_token,
        .token_count = (uint32_t)(utterances->token_count - utterances->first_token),
        .pause_after_ms = pause_after_ms,
        .pronunciations = pronunciations_keep(&utterances->said, reading->arena),
        .pronunciation_count = (uint32_t)utterances->said.count,
    };
}

/* Silent tokens at the end may stand behind space that is gone. */
static void hold_tokens(struct utterances *utterances)
{
    uint32_t length = (uint32_t)utterances->text.length;
    for (size_t i = utterances->token_count; i > utterances->first_token; i--) {
        struct nr_token *token = &utterances->tokens[i - 1];
        if (token->spoken_end <= length)
            return;
        token->spoken_end = length;
        token->spoken_start = token->spoken_start < length ? token->spoken_start : length;
    }
}

/* Ends the utterance of the sentence's tokens first..end-1; one of silent tokens makes none. */
static void finish_utterance(struct utterances *utterances, size_t first, size_t end, size_t written_end,
                             unsigned pause_after_ms)
{
    if (!is_anything_said(utterances))
        return;
    if (!utterances->reading->keeps_gaps)
        gap_end_tune(&utterances->text);
    hold_tokens(utterances);
    append_utterance(utterances, is_quoted(utterances, first, end - 1), written_end, pause_after_ms);
}

/* Is the utterance in hand long enough to end with `gap`? */
static bool cuts(const struct utterances *utterances, struct str gap)
{
    size_t length = utterances->text.length;
    return length >= CUT_AT_SPACE || (length >= CUT_AT_CLAUSE && gap_ends_clause(gap));
}

/* A space where one token follows another at once and words took the place of signs: "x=1", "No.1". */
static void part_words(struct buf *text, size_t index, const struct context *context)
{
    bool touches = index > 0 && (!context_gap(context, index - 1).length ||
                                 str_equal(context_gap(context, index - 1), STR(".")));
    char last = text->length ? text->at[text->length - 1] : ' ';
    if (touches && ((last >= 'a' && last <= 'z') || (last >= 'A' && last <= 'Z') || (unsigned char)last >= 0x80))
        buf_append_char(text, ' ');
}

/* The tag of the language that the sentence is in. */
static const char *language_of(const struct utterances *utterances)
{
    bool own = utterances->context.language || !utterances->tongue;
    return own ? utterances->reading->locale : utterances->tongue->tag;
}

/* Speaks a word in parts, with the names of the marks that it has inside: "and slash or".  False if none is to be
 * named. */
static bool add_parts(struct utterances *utterances, size_t index)
{
    struct str word = context_token(&utterances->context, index);
    struct buf *text = &utterances->text;
    bool british = utterances->reading->british, named = false;
    enum nr_punctuation level =
        utterances->context.language ? utterances->reading->punctuation : NR_PUNCTUATION_NONE;
    size_t from = 0, length, start = text->length;
    for (size_t at = 0; level && at < word.length; at += length) {
        utf8_at(word, at, &length);
        const struct mark *mark =
            memchr("-/_*^~<>\xE2", word.at[at], 9) ? marks_find(word, at, level, false, &length) : NULL;
        if (!mark || utf8_at(word, at, &(size_t){0}) == 0x2019)
            continue;
        buf_append(text, str_slice(word, from, at));
        bool parted = !text->length || text->at[text->length - 1] == ' ';
        buf_printf(text, "%s%s ", parted ? "" : " ", mark->american && !british ? mark->american : mark->name);
        from = at + length;
        named = true;
    }
    if (named)
        buf_append(text, str_slice(word, from, word.length));
    return named && text->length > start;
}

/* Says "cap" before the words from byte `start` of the text on, if they are written with capitals; the `said`
 * behind them move.  True if it did. */
static bool add_capitals(struct utterances *utterances, struct str written, size_t start, size_t said)
{
    struct buf *text = &utterances->text;
    const char *words = marks_of_capitals(written);
    bool wanted = utterances->reading->capitals == NR_CAPITALS_SAY && utterances->context.language;
    if (!wanted || !words || text->length == start)
        return false;
    size_t length = strlen(words);
    buf_append(text, str_of(words));
    memmove(text->at + start + length, text->at + start, text->length - length - start);
    memcpy(text->at + start, words, length);
    for (size_t i = said; i < utterances->said.count; i++) {
        utterances->said.at[i].start += (uint32_t)length;
        utterances->said.at[i].end += (uint32_t)length;
    }
    return true;
}

/* Speaks the word at `index` as it is written, or by its neighbours; returns the rule for that, or NULL. */
static const char *add_word(struct utterances *utterances, size_t index)
{
    const struct context *context = &utterances->context;
    struct str word = context_token(context, index);
    const char *written = utterances->block->text + context->tokens[index].start;
    bool looks = context->language && !utterances->reading->ignores_heteronyms;
    const char *phonemes = looks ? heteronym_phonemes(context, index) : NULL;
    size_t start = utterances->text.length;
    if (!phonemes && add_parts(utterances, index))
        return between_punctuation;
    buf_append(&utterances->text, word);
    if (phonemes) {
        pronunciations_add(&utterances->said, start, utterances->text.length, phonemes);
        return "heteronym";
    }
    bool recased = utterances->context_is_recased && memcmp(word.at, written, word.length) != 0;
    return recased ? "recase" : NULL;
}

/* Is a mark to be named that its rule would pass over: the stroke between words, a star, what parts "a_name"? */
static bool is_named(const struct utterances *utterances, struct str word, struct value *value)
{
    static const struct {
        const char *rule;
        const char *mark;
    } passed_over[] = {{"stroke", "/"}, {"markup", ""}, {"identifier", "_"}};
    for (size_t i = 0; utterances->reading->punctuation && i < sizeof passed_over / sizeof *passed_over; i++) {
        if (strcmp(value->rule, passed_over[i].rule) != 0 ||
            str_find(word, str_of(passed_over[i].mark)) == word.length)
            continue;
        *value = (struct value){.class = NR_CLASS_WORD, .tokens = 1};
        return true;
    }
    return false;
}

/* Speaks the token at `index`; returns how many written tokens that took, and where they end in *end. */
static size_t add_token(struct utterances *utterances, size_t index, size_t *end)
{
    const struct context *context = &utterances->context;
    const struct token *token = &context->tokens[index];
    size_t spoken_start = utterances->text.length;
    struct value value = {.class = NR_CLASS_WORD, .tokens = 1};
    struct str word = context_token(context, index);
    const char *place = NULL;
    size_t said = utterances->said.count;
    *end = token->end;
    if (!utterances->reading->ignores_lexicon &&
        pronounce_by_lexicon(&(struct pronouncing){utterances->reading, context, language_of(utterances),
                                                   &utterances->text, &utterances->said},
                             index, end, &value.tokens, &place)) {
        value.rule = "lexicon";
    } else if (context->language && classify(context, index, &value) && !is_named(utterances, word, &value)) {
        *end = context->tokens[index + value.tokens - 1].end;
        if (value.in_brackets)
            between_drop_bracket(utterances);
        if (value.kind != KIND_WORDS || *value.words)
            part_words(&utterances->text, index, context);
        spoken_start = utterances->text.length;
        verbalise(context, utterances->reading->speller, &value, &utterances->text);
    } else if (context->language && token->shape & SHAPE_FOREIGN && !utterances->reading->keeps_scripts &&
               romanise(utterances->reading->romaniser, word, &utterances->text)) {
        value.class = NR_CLASS_FOREIGN;
        value.rule = "romanise";
    } else {
        if (context->language && !utterances->reading->rules_off)
            part_words(&utterances->text, index, context);
        spoken_start = utterances->text.length;
        value.rule = add_word(utterances, index);
    }
    struct str written = {utterances->block->text + token->start, token->end - token->start};
    if (add_capitals(utterances, written, spoken_start, said) && !value.rule)
        value.rule = capitals;
    utterances_push(utterances, token->start, *end, spoken_start, value.class, value.rule, place);
    if (value.end > *end)
        *end = value.end;
    return value.tokens;
}

void utterances_push(struct utterances *utterances, size_t start, size_t end, size_t spoken_start,
                     enum nr_class class, const char *rule, const char *place)
{
    void *tokens = utterances->tokens;
    memory_reserve(&tokens, &utterances->token_capacity, utterances->token_count + 1, sizeof(struct nr_token));
    utterances->tokens = tokens;
    utterances->tokens[utterances->token_count++] =
        (struct nr_token){.written = nr_block_span(utterances->block, start, end),
                          .spoken_start = (uint32_t)spoken_start,
                          .spoken_end = (uint32_t)utterances->text.length,
                          .class = class,
                          .rule = rule,
                          .place = place};
}

/* What is told before the block's first sentence is of it, unless that is in another language.  It stands for the
 * first character. */
static void lead_in(struct utterances *utterances, size_t start)
{
    const struct tongue *tongue = utterances->tongue;
    size_t first;
    utf8_at((struct str){utterances->block->text, utterances->block->length}, start, &first);
    if (utterances->lead.length && !utterances->context.language) {
        utterances_announce(utterances, str_trim(buf_str(&utterances->lead)), first);
        utterances->tongue = tongue;
        buf_clear(&utterances->lead);
    }
    start_utterance(utterances, start);
    if (!utterances->lead.length)
        return;
    buf_append(&utterances->text, str_trim(buf_str(&utterances->lead)));
    utterances_push(utterances, start, start + first, 0, NR_CLASS_WORD, announce, NULL);
    buf_append_char(&utterances->text, ' ');
    buf_clear(&utterances->lead);
}

void utterances_start(struct utterances *utterances, const struct nr_block *block, uint32_t block_index,
                      const struct quotations *quotations)
{
    utterances->block = block;
    utterances->block_index = block_index;
    utterances->quotations = quotations;
    buf_clear(&utterances->recased);
    buf_clear(&utterances->lead);
}

void utterances_add(struct utterances *utterances, struct sentence sentence)
{
    read_tokens(utterances, sentence);
    choose_tongue(utterances, sentence);
    utterances->context_is_recased = false;
    undo_capitals(utterances);
    const struct reading *reading = utterances->reading;
    struct str text = utterances->context.text;
    size_t at = sentence.start, count = utterances->context.count, first = 0;
    if (!count)
        return;
    lead_in(utterances, sentence.start);
    for (size_t i = 0; i < count;) {
        size_t start = utterances->written[i].start;
        bool cut = i > first && cuts(utterances, str_slice(text, at, start));
        between_add(utterances, at, start);
        if (cut) {
            finish_utterance(utterances, first, i, start, reading->clause_pause_ms);
            start_utterance(utterances, start);
            first = i;
        }
        i += add_token(utterances, i, &at);
    }
    between_add(utterances, at, sentence.end);
    finish_utterance(utterances, first, count, sentence.end, reading->sentence_pause_ms);
}

void utterances_announce(struct utterances *utterances, struct str words, size_t end)
{
    utterances->tongue = utterances->reading->tongue;
    start_utterance(utterances, 0);
    buf_append(&utterances->text, words);
    utterances_push(utterances, 0, end, 0, NR_CLASS_WORD, announce, NULL);
    append_utterance(utterances, false, end, utterances->reading->sentence_pause_ms);
}

void utterances_finish(struct utterances *utterances)
{
    buf_free(&utterances->text);
    buf_free(&utterances->lead);
    buf_free(&utterances->recased);
    free(utterances->written);
    free(utterances->said.at);
    utterances->written = NULL;
    arena_defer(utterances->reading->arena, free, utterances->all);
    arena_defer(utterances->reading->arena, free, utterances->tokens);
}
