#include "sentence.h"

#include "bracket.h"
#include "enumeration.h"
#include "fail.h"
#include "pool.h"
#include "stop.h"
#include "unseen.h"
#include "utf8.h"

#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#define WHOLE_BYTES_MAX 400 /* a longer quotation or bracket is spoken sentence by sentence */

struct splitter {
    const struct language *language;
    UBreakIterator *breaks;
    UText *source;
    struct str text;
    const struct quotations *quotations;
    struct brackets brackets;
    struct enumeration enumeration;
    size_t start;       /* of the sentence to come */
    size_t next_item;   /* index of the first list item not yet passed */
    size_t next_unseen; /* where a sentence starts that ICU does not see */
    size_t next_icu;    /* ICU's candidate; 0: to be asked */
};

static void close_breaker(void *object)
{
    ubrk_close(object);
}

/* For every locale that is asked for: all are English, whose sentence rules are one. */
static struct pool breakers = POOL(close_breaker);

static void close_splitter(void *context)
{
    struct splitter *splitter = context;
    pool_give(&breakers, splitter->breaks);
    enumeration_free(&splitter->enumeration);
    brackets_free(&splitter->brackets);
    utext_close(splitter->source);
}

bool splitter_open(struct splitter **splitter, const char *locale, const struct language *language,
                   struct nr_arena *arena, struct nr_error *error)
{
    UErrorCode status = U_ZERO_ERROR;
    struct splitter *opened = arena_alloc(arena, sizeof *opened);
    opened->language = language;
    opened->breaks = pool_take(&breakers);
    if (!opened->breaks)
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
    splitter->next_unseen = 0;
    enumeration_find(&splitter->enumeration, text);
    brackets_find(&splitter->brackets, text);
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

/* Is `at` inside a quotation that is short enough to be said in one breath with what is around it? */
static bool is_quoted(const struct splitter *splitter, size_t at)
{
    size_t end = content_end(splitter->text, at, false);
    const struct quotation *around = end > 0 ? quotations_around(splitter->quotations, end - 1, end + 1) : NULL;
    return around && around->end - around->start <= WHOLE_BYTES_MAX;
}

/* Is `at` inside a short bracket that opened amid the sentence? */
static bool is_bracketed(const struct splitter *splitter, size_t at)
{
    const struct bracket *around = at ? brackets_around(&splitter->brackets, at - 1) : NULL;
    return around && around->start > splitter->start && around->end > at &&
           around->end - around->start <= WHOLE_BYTES_MAX;
}

/* Does the bracket that opens at `at` hold a sentence of its own? */
static bool is_sentence(const struct splitter *splitter, size_t at)
{
    const struct bracket *bracket = brackets_around(&splitter->brackets, at);
    size_t length, end = bracket ? content_end(splitter->text, bracket->end, true) : 0;
    uint32_t last = utf8_before(splitter->text, end, &length);
    return last == '.' || last == '!' || last == '?';
}

/* "He said, ‘No!’ (Which was true.)", "‘A sham!’ (Smith, page 55)": a remark on the quotation before it; but one
 * that is somebody's whole sentence, spoken as such, is followed by the next. */
static bool is_remark(const struct splitter *splitter, size_t at)
{
    struct str text = splitter->text;
    size_t length, end = content_end(text, at, false);
    uint32_t next = utf8_at(text, at, &length);
    if ((next != '(' && next != '[') || !utf8_is_quote(utf8_before(text, end, &length)))
        return false;
    const struct quotation *quotation = quotations_around(splitter->quotations, end - 1, end);
    return (quotation && quotation->start > splitter->start) || !is_sentence(splitter, at);
}

/* Three dots set apart by spaces leave something out inside a sentence; a fourth one ends it. */
static bool is_omission(struct str text, size_t end)
{
    static const char dots[] = " . . .";
    size_t length = sizeof dots - 1;
    return end >= length + 1 && str_equal(str_slice(text, end - length, end), STR(" . . .")) &&
           text.at[end - length - 1] != '.';
}

/* A sentence of Latin script ends before white space: "Y!J." has none. */
static bool has_space_before(struct str text, size_t at)
{
    size_t length;
    uint32_t code = utf8_before(text, at, &length);
    return utf8_is_space(code) || (code >= 0x80 && !utf8_is_quote(code));
}

/* "She works at Yahoo! Mail is free.": the mark is the name's, unless a sentence opens behind it. */
static bool is_of_name(const struct language *language, struct str text, size_t mark, struct str next)
{
    struct str word = word_before(text, mark);
    return language && u_isupper((UChar32)word_first_code(word)) && language_has(language->exclaimed, word) &&
           !language_has(language->starters, next);
}

/* Is ICU's candidate at `at` an end of a sentence that started at splitter->start? */
static bool is_break(const struct splitter *splitter, size_t at)
{
    struct str text = splitter->text, next = word_after(text, at);
    size_t end = content_end(text, at, true), length;
    uint32_t last = utf8_before(text, end, &length);
    if (!has_space_before(text, at) || u_islower((UChar32)word_first_code(next)) || is_quoted(splitter, at) ||
        is_bracketed(splitter, at) || is_remark(splitter, at))
        return false;
    if (last == '!')
        return !is_of_name(splitter->language, text, end - 1, next);
    if (last != '.' || end < 2)
        return true;
    if (text.at[end - 2] == '.' || is_omission(text, end))
        return !is_omission(text, end);
    return stop_ends(splitter->language, text, splitter->start, end - 1, next);
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

static size_t next_unseen_start(struct splitter *splitter)
{
    size_t *next = &splitter->next_unseen, end = splitter->text.length;
    while (*next <= splitter->start ||
           (*next < end && (is_quoted(splitter, *next) || is_bracketed(splitter, *next))))
        *next = unseen_next_start(splitter->text, *next > splitter->start ? *next : splitter->start,
                                  splitter->language);
    return splitter->next_unseen;
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
    size_t item = next_item_start(splitter), unseen = next_unseen_start(splitter);
    size_t end = least(next_icu_break(splitter), least(item, unseen));
    *sentence = (struct sentence){splitter->start, content_end(text, end, false)};
    splitter->start = end;
    return true;
}
