#include "between.h"

#include "gap.h"
#include "marks.h"
#include "utf8.h"

#define NAMES_MAX 8 /* of marks in a row: more say nothing more */

const char between_punctuation[] = "punctuation";

/* A comma, unless there is a mark already or nothing to part. */
static void append_pause(struct buf *text)
{
    struct str said = str_trim(buf_str(text));
    if (!said.length || gap_ends_clause(str_slice(said, said.length - 1, said.length)))
        return;
    text->length = (size_t)(said.at - text->at) + said.length;
    buf_append(text, STR(", "));
}

/* "quote, ..., end quote": the words around them bring their own marks. */
static void say_mark(struct utterances *utterances, size_t start, size_t end, bool is_opening)
{
    struct buf *text = &utterances->text;
    append_pause(text);
    if (text->length && text->at[text->length - 1] != ' ')
        buf_append_char(text, ' ');
    size_t spoken_start = text->length;
    buf_append(text, is_opening ? STR("quote") : STR("end quote"));
    utterances_push(utterances, start, end, spoken_start, NR_CLASS_QUOTE, "quotes", NULL);
    if (is_opening)
        append_pause(text);
}

/* Does a clause end right behind the mark: "...', he said"? */
static bool clause_ends_at(const struct utterances *utterances, size_t at)
{
    return gap_ends_clause(
        str_slice((struct str){utterances->block->text, utterances->block->length}, at, at + 1));
}

/* Makes the quotation mark start..end audible in the way that was asked for. */
static void mark_quotation(struct utterances *utterances, size_t start, size_t end, bool is_opening)
{
    if (utterances->reading->quotes == NR_QUOTES_WORDS)
        say_mark(utterances, start, end, is_opening);
    else if (!clause_ends_at(utterances, end))
        append_pause(&utterances->text);
}

/* The next quotation mark at or behind *at that is to be heard, before `end`. */
static bool next_mark(const struct utterances *utterances, size_t *at, size_t end, size_t *mark_end, bool *opens)
{
    const struct quotations *quotations = utterances->quotations;
    struct str text = {utterances->block->text, utterances->block->length};
    enum nr_quotes quotes = utterances->reading->quotes;
    if (quotes != NR_QUOTES_WORDS && quotes != NR_QUOTES_PAUSE)
        return false;
    size_t length;
    for (; *at < end; *at += length) {
        utf8_at(text, *at, &length);
        const struct quotation *around = quotations_around(quotations, *at, *at + length);
        if (!around || quotation_is_scare(around, text))
            continue;
        *mark_end = *at + length;
        *opens = *at == around->start;
        if (*opens || (*mark_end == around->end && !around->is_open))
            return true;
    }
    return false;
}

static void append_space(struct buf *text)
{
    if (text->length && text->at[text->length - 1] != ' ')
        buf_append_char(text, ' ');
}

/* Is the single quotation mark at byte `at` one of a quotation's, and no apostrophe? */
static bool is_quotation_mark(const struct utterances *utterances, size_t at, size_t length)
{
    const struct quotation *around = quotations_around(utterances->quotations, at, at + length);
    return around && (around->start == at || around->end == at + length);
}

static void say_name(struct utterances *utterances, const struct mark *mark, size_t start, size_t end)
{
    struct buf *text = &utterances->text;
    bool american = mark->american && !utterances->reading->british;
    append_space(text);
    size_t spoken_start = text->length;
    buf_append(text, str_of(american ? mark->american : mark->name));
    utterances_push(utterances, start, end, spoken_start, NR_CLASS_SYMBOL, between_punctuation, NULL);
    buf_append(text, str_of(mark->behind ? mark->behind : " "));
}

static void append_unnamed(struct utterances *utterances, struct str gap)
{
    if (utterances->reading->keeps_gaps)
        buf_append(&utterances->text, gap);
    else
        gap_append(&utterances->text, gap);
}

/* Appends what stands at bytes start..end of the block, between the tokens; marks by their names if that is
 * wanted. */
static void append_gap(struct utterances *utterances, size_t start, size_t end)
{
    struct str text = {utterances->block->text, end};
    enum nr_punctuation level =
        utterances->context.language ? utterances->reading->punctuation : NR_PUNCTUATION_NONE;
    size_t length, names = 0;
    for (size_t at = start; level && at < end && names < NAMES_MAX; at += length) {
        utf8_at(text, at, &length);
        bool quotes = is_quotation_mark(utterances, at, length);
        struct str whole = {utterances->block->text, utterances->block->length};
        const struct mark *mark = marks_find(whole, at, level, quotes, &length);
        length = mark && at + length > end ? end - at : length;
        if (!mark)
            continue;
        append_unnamed(utterances, str_slice(text, start, at));
        say_name(utterances, mark, at, at + length);
        start = at + length;
        names++;
    }
    append_unnamed(utterances, str_slice(text, start, end));
}

/* Appends what stands between the tokens, bytes start..end of the block. */
void between_add(struct utterances *utterances, size_t start, size_t end)
{
    size_t at = start, mark_end;
    for (bool opens; next_mark(utterances, &at, end, &mark_end, &opens);) {
        append_gap(utterances, start, at);
        mark_quotation(utterances, at, mark_end, opens);
        start = at = mark_end;
    }
    append_gap(utterances, start, end);
}

/* The bracket that an aside or a note's mark stood in goes with it, and its name too. */
void between_drop_bracket(struct utterances *utterances)
{
    struct buf *text = &utterances->text;
    while (text->length && (text->at[text->length - 1] == '[' || text->at[text->length - 1] == '(')) {
        text->length--;
        struct nr_token *last = utterances->token_count > utterances->first_token
                                    ? &utterances->tokens[utterances->token_count - 1]
                                    : NULL;
        if (!last || last->rule != between_punctuation || last->spoken_end + 1 != text->length)
            continue;
        text->length = last->spoken_start;
        utterances->token_count--;
    }
}
