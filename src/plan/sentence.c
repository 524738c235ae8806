#include "sentence.h"

#include "enumeration.h"
#include "fail.h"
#include "footnote.h"
#include "utf8.h"

#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#define WORD_LOOK_BACK  48  /* bytes; no abbreviation is longer */
#define OPENING_CLOCK   12  /* bytes; "At 5 a.m. Mr Smith rose" goes on */
#define QUOTATION_WHOLE 400 /* bytes; a longer quotation is spoken sentence by sentence */

struct splitter {
    const struct language *language;
    UBreakIterator *breaks;
    UText *source;
    struct str text;
    const struct quotations *quotations;
    struct enumeration enumeration;
    size_t start;     /* of the sentence to come */
    size_t next_item; /* index of the first list item not yet passed */
    size_t next_note; /* where a sentence starts behind footnote marks */
    size_t next_icu;  /* ICU's candidate; 0: to be asked */
};

static void close_splitter(void *context)
{
    struct splitter *splitter = context;
    ubrk_close(splitter->breaks);
    enumeration_free(&splitter->enumeration);
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
    splitter->start = splitter->next_item = splitter->next_icu = 0;
    splitter->next_note = footnote_next_start(text, 0);
    enumeration_find(&splitter->enumeration, text);
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

/* "6 p.m." ends a sentence behind which anything starts but a time zone or a day, unless it opened it. */
static bool clock_ends(const struct splitter *splitter, struct str word, struct str next)
{
    size_t so_far = (size_t)(word.at - splitter->text.at) - splitter->start;
    return so_far >= OPENING_CLOCK && u_isupper((UChar32)first_code(next)) &&
           !language_has(splitter->language->clock_tails, next);
}

static bool is_clock_half(struct str word)
{
    return str_equal_caseless(word, STR("a.m")) || str_equal_caseless(word, STR("p.m"));
}

/* Does the stop behind `word` end a sentence when `next` follows? */
static bool stop_ends(const struct splitter *splitter, struct str word, struct str next)
{
    const struct language *language = splitter->language;
    if (!language)
        return true;
    bool next_starts = language_has(language->starters, next) && u_isupper((UChar32)first_code(next));
    if (is_clock_half(word))
        return next_starts || clock_ends(splitter, word, next);
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

/* A sentence of Latin script ends before white space: "Y!J." has none. */
static bool has_space_before(struct str text, size_t at)
{
    size_t length;
    uint32_t code = utf8_before(text, at, &length);
    return utf8_is_space(code) || (code >= 0x80 && !utf8_is_quote(code));
}

/* Is ICU's candidate at `at` an end of a sentence that started at splitter->start? */
static bool is_break(const struct splitter *splitter, size_t at)
{
    struct str text = splitter->text, next = word_after(text, at);
    size_t end = content_end(text, at, true), length;
    uint32_t last = utf8_before(text, end, &length);
    if (!has_space_before(text, at) || u_islower((UChar32)first_code(next)) || is_quoted(splitter, at))
        return false;
    if (last != '.' || end < 2 || text.at[end - 2] == '.')
        return true;
    struct str word = word_before(text, end - 1);
    bool opens = (size_t)(word.at - text.at) <= splitter->start;
    if (opens && (is_number(word) || word.length == 1))
        return false; /* "1. Wash hands": the number of a list item */
    return stop_ends(splitter, word, next);
}

/* ICU's first candidate behind the start that is a break. */
static size_t next_icu_break(struct splitter *splitter)
{
    while (splitter->next_icu <= splitter->start) {
        int32_t at = ubrk_next(splitter->breaks);
        if (at == UBRK_DONE || (size_t)at >= splitter->text.length)
            splitter->next_icu = splitter->text.length;
        else if ((size_t)at > splitter->start && is_break(splitter, (size_t)at))
            splitter->next_icu = (size_t)at;
    }
    return splitter->next_icu;
}

/* The first list item behind the start; a number's own stop, which it passes, is no break. */
static size_t next_item_start(struct splitter *splitter)
{
    const struct enumeration *items = &splitter->enumeration;
    for (; splitter->next_item < items->count; splitter->next_item++) {
        const struct enumerator *item = &items->all[splitter->next_item];
        if (item->start > splitter->start)
            return item->start;
        if (splitter->next_icu > item->start && splitter->next_icu <= item->end + 1)
            splitter->next_icu = 0;
    }
    return splitter->text.length;
}

static size_t next_note_start(struct splitter *splitter)
{
    if (splitter->next_note <= splitter->start)
        splitter->next_note = footnote_next_start(splitter->text, splitter->start);
    return splitter->next_note;
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
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
    size_t item = next_item_start(splitter), note = next_note_start(splitter);
    size_t end = least(next_icu_break(splitter), least(item, note));
    *sentence = (struct sentence){splitter->start, content_end(text, end, false)};
    splitter->start = end;
    return true;
}
