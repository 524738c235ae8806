#include "sentence.h"

#include "fail.h"
#include "utf8.h"

#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#define WORD_LOOK_BACK  48  /* bytes; no abbreviation is longer */
#define QUOTATION_WHOLE 400 /* bytes; a longer quotation is spoken sentence by sentence */

struct splitter {
    const struct language *language;
    UBreakIterator *breaks;
    UText *source;
    struct str text;
    const struct quotations *quotations;
    size_t start; /* of the sentence to come */
};

static void close_splitter(void *context)
{
    struct splitter *splitter = context;
    ubrk_close(splitter->breaks);
    utext_close(splitter->source);
}

bool splitter_open(struct splitter **splitter, const char *locale, const struct language *language,
                   struct nr_arena *arena, struct nr_error *error)
{
    UErrorCode status = U_ZERO_ERROR;
    struct splitter *opened = arena_alloc(arena, sizeof *opened);
    opened->language = language;
    opened->breaks = ubrk_open(UBRK_SENTENCE, locale, NULL, 0, &status);
    if (U_FAILURE(status))
        return fail(error, NR_FAILED, "ICU has no sentence rules for %s: %s", locale, u_errorName(status));
    arena_defer(arena, close_splitter, opened);
    *splitter = opened;
    return true;
}

bool splitter_start(struct splitter *splitter, struct str text, const struct quotations *quotations,
                    struct nr_error *error)
{
    UErrorCode status = U_ZERO_ERROR;
    splitter->text = text;
    splitter->quotations = quotations;
    splitter->start = 0;
    splitter->source = utext_openUTF8(splitter->source, text.at, (int64_t)text.length, &status);
    ubrk_setUText(splitter->breaks, splitter->source, &status);
    if (U_FAILURE(status))
        return fail(error, NR_FAILED, "ICU can't read a block of %zu bytes: %s", text.length, u_errorName(status));
    ubrk_first(splitter->breaks);
    return true;
}

static bool is_closing(uint32_t code)
{
    return utf8_is_quote(code) || code == ')' || code == ']';
}

/* The text before `end` without white space, and without closing quotes and brackets if `bare`. */
static size_t content_end(struct str text, size_t end, bool bare)
{
    size_t length;
    for (;;) {
        uint32_t code = utf8_before(text, end, &length);
        if (!length || !(utf8_is_space(code) || (bare && is_closing(code))))
            return end;
        end -= length;
    }
}

/* The run of letters, digits and inner stops that ends at `end`. */
static struct str word_before(struct str text, size_t end)
{
    size_t start = end, length;
    while (start > 0 && end - start < WORD_LOOK_BACK) {
        uint32_t code = utf8_before(text, start, &length);
        if (code != '.' && !u_isalnum((UChar32)code))
            break;
        start -= length;
    }
    return str_slice(text, start, end);
}

/* The word that starts behind white space and opening quotes. */
static struct str word_after(struct str text, size_t start)
{
    size_t length, end;
    for (;; start += length) {
        uint32_t code = utf8_at(text, start, &length);
        if (!length || u_isalnum((UChar32)code))
            break;
    }
    for (end = start;; end += length) {
        uint32_t code = utf8_at(text, end, &length);
        if (!length || !u_isalnum((UChar32)code) || end - start > WORD_LOOK_BACK)
            break;
    }
    return str_slice(text, start, end);
}

static uint32_t first_code(struct str word)
{
    size_t length;
    return utf8_at(word, 0, &length);
}

/* "J", "U.S", "p.m": letters with stops between them. */
static bool is_initials(struct str word)
{
    size_t length, letters = 0;
    for (size_t at = 0; at < word.length; at += length) {
        uint32_t code = utf8_at(word, at, &length);
        bool letter = u_isalpha((UChar32)code);
        if (letter == (letters % 2 == 1) || (!letter && code != '.'))
            return false;
        letters++;
    }
    return letters % 2 == 1;
}

static bool is_number(struct str word)
{
    for (size_t i = 0; i < word.length; i++)
        if (word.at[i] < '0' || word.at[i] > '9')
            return false;
    return word.length > 0;
}

/* Does the stop behind `word` end a sentence when `next` follows? */
static bool stop_ends(const struct splitter *splitter, struct str word, struct str next)
{
    const struct language *language = splitter->language;
    if (!language)
        return true;
    bool next_starts = language_has(language->starters, next) && u_isupper((UChar32)first_code(next));
    const struct abbreviation *abbreviation = language_abbreviation(language, word);
    if (!abbreviation)
        return !is_initials(word) || next_starts;
    switch (abbreviation->kind) {
    case BEFORE_NAME:
    case INSIDE:
        return false;
    case BEFORE_NUMBER:
        return !u_isdigit((UChar32)first_code(next));
    case ANYWHERE:
        break;
    }
    return next_starts;
}

/* Is `at` inside a quotation that is short enough to be said in one breath with what is around it? */
static bool is_quoted(const struct splitter *splitter, size_t at)
{
    size_t end = content_end(splitter->text, at, false);
    const struct quotation *around = end > 0 ? quotations_around(splitter->quotations, end - 1, end + 1) : NULL;
    return around && around->end - around->start <= QUOTATION_WHOLE;
}

/* Is ICU's candidate at `at` an end of a sentence that started at splitter->start? */
static bool is_break(const struct splitter *splitter, size_t at)
{
    struct str text = splitter->text, next = word_after(text, at);
    size_t end = content_end(text, at, true), length;
    uint32_t last = utf8_before(text, end, &length);
    if (u_islower((UChar32)first_code(next)) || is_quoted(splitter, at))
        return false;
    if (last != '.' || end < 2 || text.at[end - 2] == '.')
        return true;
    struct str word = word_before(text, end - 1);
    bool opens = (size_t)(word.at - text.at) <= splitter->start;
    if (opens && (is_number(word) || word.length == 1))
        return false; /* "1. Wash hands": the number of a list item */
    return stop_ends(splitter, word, next);
}

static size_t skip_space(struct str text, size_t start)
{
    size_t length;
    while (utf8_is_space(utf8_at(text, start, &length)) && length)
        start += length;
    return start;
}

bool splitter_next(struct splitter *splitter, struct sentence *sentence)
{
    struct str text = splitter->text;
    splitter->start = skip_space(text, splitter->start);
    if (splitter->start >= text.length)
        return false;
    size_t end = text.length;
    for (int32_t at; (at = ubrk_next(splitter->breaks)) != UBRK_DONE;) {
        if ((size_t)at > splitter->start && ((size_t)at >= text.length || is_break(splitter, (size_t)at))) {
            end = (size_t)at;
            break;
        }
    }
    *sentence = (struct sentence){splitter->start, content_end(text, end, false)};
    splitter->start = end;
    return true;
}
