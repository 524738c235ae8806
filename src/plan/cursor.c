#include "cursor.h"

#include "utf8.h"

#include <string.h>

#define CURSOR_REACH                                                                                              \
    4096 /* bytes that a rule may read on, so that a line of any length is read in linear time                    \
          */

enum { MINUS = 0x2212, EN_DASH = 0x2013, EM_DASH = 0x2014, HYPHEN = 0x2010, FIGURE_DASH = 0x2012 };

struct cursor cursor_at(const struct context *context, size_t index)
{
    if (index >= context->count)
        return (struct cursor){context->text, context->text.length};
    size_t start = context->tokens[index].start, end = context->text.length;
    return (struct cursor){str_slice(context->text, 0, end - start > CURSOR_REACH ? start + CURSOR_REACH : end),
                           start};
}

static struct str rest_of(const struct cursor *cursor)
{
    return str_slice(cursor->text, cursor->at, cursor->text.length);
}

static bool is_possessive(struct str rest)
{
    static const char *const tails[] = {"'s", "\u2019s", "'", "\u2019"};
    for (size_t i = 0; i < sizeof tails / sizeof *tails; i++)
        if (str_equal(rest, str_of(tails[i])))
            return true;
    return false;
}

bool cursor_cover(const struct cursor *cursor, const struct context *context, size_t index, struct value *value)
{
    size_t last = index;
    while (last + 1 < context->count && context->tokens[last + 1].start < cursor->at)
        last++;
    const struct token *token = &context->tokens[last];
    value->tokens = last - index + 1;
    value->end = cursor->at;
    if (cursor->at >= token->end)
        return true;
    value->suffix = str_slice(context->text, cursor->at, token->end);
    value->end = token->end;
    return is_possessive(value->suffix);
}

bool cursor_take(struct cursor *cursor, struct str literal)
{
    if (!str_starts(rest_of(cursor), literal))
        return false;
    cursor->at += literal.length;
    return true;
}

bool cursor_take_caseless(struct cursor *cursor, struct str literal)
{
    if (!str_starts_caseless(rest_of(cursor), literal))
        return false;
    cursor->at += literal.length;
    return true;
}

bool cursor_take_char(struct cursor *cursor, const char *choice)
{
    char c = cursor->at < cursor->text.length ? cursor->text.at[cursor->at] : '\0';
    if (!c || !strchr(choice, c))
        return false;
    cursor->at++;
    return true;
}

uint32_t cursor_peek(const struct cursor *cursor)
{
    size_t length;
    return utf8_at(cursor->text, cursor->at, &length);
}

bool cursor_take_space(struct cursor *cursor)
{
    size_t length;
    if (!utf8_is_space(utf8_at(cursor->text, cursor->at, &length)))
        return false;
    cursor->at += length;
    return true;
}

bool cursor_take_dash(struct cursor *cursor)
{
    struct cursor on = *cursor;
    size_t length;
    bool spaced = cursor_take_space(&on);
    uint32_t code = utf8_at(on.text, on.at, &length);
    if (code != '-' && code != HYPHEN && code != FIGURE_DASH && code != EN_DASH && code != EM_DASH &&
        code != MINUS)
        return false;
    on.at += length;
    if (spaced != cursor_take_space(&on))
        return false;
    *cursor = on;
    return true;
}

bool cursor_take_apostrophe(struct cursor *cursor)
{
    return cursor_take(cursor, STR("'")) || cursor_take(cursor, STR("\u2019")) ||
           cursor_take(cursor, STR("\u2018"));
}

bool cursor_take_numeral(struct cursor *cursor, struct numeral *numeral)
{
    size_t end = numeral_scan(cursor->text, cursor->at, numeral);
    bool taken = end > cursor->at;
    cursor->at = end;
    return taken;
}

struct str cursor_take_digits(struct cursor *cursor)
{
    size_t start = cursor->at;
    while (cursor->at < cursor->text.length && cursor->text.at[cursor->at] >= '0' &&
           cursor->text.at[cursor->at] <= '9')
        cursor->at++;
    return str_slice(cursor->text, start, cursor->at);
}

struct str cursor_take_letters(struct cursor *cursor)
{
    size_t start = cursor->at;
    for (; cursor->at < cursor->text.length; cursor->at++) {
        char c = cursor->text.at[cursor->at];
        if (!(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z'))
            break;
    }
    return str_slice(cursor->text, start, cursor->at);
}

unsigned cursor_take_number(struct cursor *cursor, size_t digits_min, size_t digits_max, bool *taken)
{
    struct cursor on = *cursor;
    struct str digits = cursor_take_digits(&on);
    unsigned number = 0;
    *taken = digits.length >= digits_min && digits.length <= digits_max;
    for (size_t i = 0; *taken && i < digits.length; i++)
        number = number * 10 + (unsigned)(digits.at[i] - '0');
    if (*taken)
        *cursor = on;
    return number;
}
