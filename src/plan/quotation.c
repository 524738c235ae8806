#include "quotation.h"

#include "memory.h"
#include "utf8.h"

#include <stdlib.h>
#include <unicode/uchar.h>

#define DEPTH_MAX       8
#define SCARE_WORDS_MAX 3
#define CLOSER_LOOK     400 /* bytes in which a later mark may be the better close */

enum {
    LEFT_SINGLE = 0x2018,
    RIGHT_SINGLE = 0x2019,
    LOW_SINGLE = 0x201A,
    LEFT_DOUBLE = 0x201C,
    RIGHT_DOUBLE = 0x201D,
    LOW_DOUBLE = 0x201E,
    LEFT_POINTED = 0xAB,
    RIGHT_POINTED = 0xBB
};

/* A style of marks.  `both`: the same mark opens and closes, so its neighbours decide. */
struct style {
    uint32_t open;
    uint32_t close;
    bool both;
    bool is_apostrophe; /* the closing mark is an apostrophe too */
};

static const struct style styles[] = {
    {LEFT_SINGLE, RIGHT_SINGLE, false, true},
    {LEFT_DOUBLE, RIGHT_DOUBLE, false, false},
    {'\'', '\'', true, true},
    {'"', '"', true, false},
    {LEFT_POINTED, RIGHT_POINTED, false, false},
    {LOW_DOUBLE, LEFT_DOUBLE, false, false},
    {LOW_SINGLE, LEFT_SINGLE, false, false},
};

struct scanner {
    struct str text;
    struct quotations *found;
    size_t stack[DEPTH_MAX]; /* indices of quotations not yet closed */
    unsigned depth;
};

static const struct style *style_of(uint32_t open)
{
    for (size_t i = 0; i < sizeof styles / sizeof *styles; i++)
        if (styles[i].open == open)
            return &styles[i];
    return NULL;
}

static bool is_word(uint32_t code)
{
    return code != UTF8_BAD && u_isalnum((UChar32)code);
}

static uint32_t before(struct str text, size_t at)
{
    size_t length;
    return utf8_before(text, at, &length);
}

/* The text behind a word may open a quotation: start, space, bracket, dash or another mark. */
static bool may_open_behind(uint32_t code)
{
    return !code || utf8_is_space(code) || code == '(' || code == '[' || code == '-' ||
           (code >= 0x2010 && code <= 0x2015) || (utf8_is_quote(code) && code != RIGHT_SINGLE);
}

/* Words that start with an apostrophe: "'90s", "'n'", "'em". */
static bool is_clipped_word(struct str text, size_t after)
{
    static const char *const words[] = {"n", "em", "til", "tis", "twas", "cause", "bout", "cos"};
    size_t end = after;
    while (end < text.length && is_word((unsigned char)text.at[end]))
        end++;
    struct str word = str_slice(text, after, end);
    if (word.length && word.at[0] >= '0' && word.at[0] <= '9')
        return word.length <= 3 || str_ends(word, STR("s"));
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_equal_caseless(word, str_of(words[i])))
            return true;
    return false;
}

static bool opens(struct str text, size_t at, size_t length, uint32_t code)
{
    const struct style *style = style_of(code);
    size_t after_length;
    uint32_t after = utf8_at(text, at + length, &after_length);
    if (!style || !may_open_behind(before(text, at)) || !after || utf8_is_space(after))
        return false;
    return !style->is_apostrophe || !is_clipped_word(text, at + length);
}

/* Does a mark that can close stand at `at`, before anything that is part of a word? */
static bool stands_as_close(struct str text, size_t at, size_t length)
{
    size_t after_length;
    return !is_word(utf8_at(text, at + length, &after_length)) && !utf8_is_space(before(text, at));
}

/* "the bosses' cars' end": behind an s, before a small word, a later mark may be the real close. */
static bool is_possessive(struct str text, size_t at, size_t length, const struct style *style)
{
    size_t step, next_length;
    uint32_t last = before(text, at), next = utf8_at(text, at + length + 1, &next_length);
    if ((last != 's' && last != 'S') || str_slice(text, at + length, at + length + 1).length == 0 ||
        text.at[at + length] != ' ' || !u_islower((UChar32)next))
        return false;
    size_t limit = at + CLOSER_LOOK < text.length ? at + CLOSER_LOOK : text.length;
    for (size_t i = at + length; i < limit; i += step) {
        uint32_t code = utf8_at(text, i, &step);
        if (code == style->open && !style->both)
            return false;
        if (code == style->close && stands_as_close(text, i, step))
            return true;
    }
    return false;
}

static void open_quotation(struct scanner *scanner, size_t at, uint32_t code)
{
    if (scanner->depth == DEPTH_MAX)
        return;
    struct quotations *found = scanner->found;
    void *all = found->all;
    memory_reserve(&all, &found->capacity, found->count + 1, sizeof *found->all);
    found->all = all;
    scanner->stack[scanner->depth] = found->count;
    found->all[found->count++] = (struct quotation){.start = at, .open = code};
    scanner->depth++;
}

/* Closes the innermost quotation of that style; what was left open inside it was no quotation. */
static bool close_quotation(struct scanner *scanner, size_t at, size_t length, uint32_t code)
{
    struct str text = scanner->text;
    for (unsigned depth = scanner->depth; depth-- > 0;) {
        struct quotation *open = &scanner->found->all[scanner->stack[depth]];
        const struct style *style = style_of(open->open);
        if (style->close != code)
            continue;
        if (style->is_apostrophe && (!stands_as_close(text, at, length) || is_possessive(text, at, length, style)))
            return false;
        open->end = at + length;
        scanner->depth = depth;
        return true;
    }
    return false;
}

/* Keeps what was closed, and what the next paragraph takes up with the same mark. */
static void keep_closed(struct scanner *scanner, struct str next)
{
    struct quotations *found = scanner->found;
    size_t length, kept = 0, outermost = 0, first_open = scanner->depth ? scanner->stack[0] : found->count;
    uint32_t goes_on = utf8_at(next, 0, &length);
    for (size_t i = 0; i < found->count; i++) {
        struct quotation quotation = found->all[i];
        if (i == first_open && quotation.open == goes_on) {
            quotation.end = scanner->text.length;
            quotation.is_open = true;
        }
        if (!quotation.end)
            continue;
        if (!kept || quotation.start >= found->all[outermost].end)
            outermost = kept;
        quotation.outermost = outermost;
        found->all[kept++] = quotation;
    }
    found->count = kept;
}

void quotations_find(struct quotations *quotations, struct str text, struct str next)
{
    struct scanner scanner = {.text = text, .found = quotations};
    quotations->count = 0;
    for (size_t at = 0, length; at < text.length; at += length) {
        uint32_t code = utf8_at(text, at, &length);
        if (!utf8_is_quote(code) || close_quotation(&scanner, at, length, code))
            continue;
        if (opens(text, at, length, code))
            open_quotation(&scanner, at, code);
    }
    keep_closed(&scanner, next);
}

const struct quotation *quotations_around(const struct quotations *quotations, size_t start, size_t end)
{
    size_t low = 0, high = quotations->count;
    while (low < high) { /* the first that starts behind `start` */
        size_t middle = low + (high - low) / 2;
        if (quotations->all[middle].start <= start)
            low = middle + 1;
        else
            high = middle;
    }
    if (!low)
        return NULL;
    const struct quotation *outermost = &quotations->all[quotations->all[low - 1].outermost];
    return outermost->end >= end ? outermost : NULL;
}

bool quotation_is_scare(const struct quotation *quotation, struct str text)
{
    struct str inside = str_slice(text, quotation->start, quotation->end);
    unsigned words = 1;
    size_t length, last_at = inside.length;
    for (size_t at = 0; at < inside.length; at += length)
        words += utf8_is_space(utf8_at(inside, at, &length));
    utf8_before(inside, last_at, &length);
    uint32_t last = before(inside, last_at - length);
    bool finished = last == '.' || last == '!' || last == '?' || last == ',' || last == 0x2026;
    return words <= SCARE_WORDS_MAX && !finished && !quotation->is_open;
}

void quotations_free(struct quotations *quotations)
{
    free(quotations->all);
    *quotations = (struct quotations){0};
}
