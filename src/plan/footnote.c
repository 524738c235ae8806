#include "footnote.h"

#define NOTE_DIGITS_MAX 3

static char byte_at(struct str text, size_t at)
{
    return at < text.length ? text.at[at] : '\0';
}

static bool is_lower(char c)
{
    return c >= 'a' && c <= 'z';
}

static size_t skip_digits(struct str text, size_t at)
{
    size_t end = at;
    while (byte_at(text, end) >= '0' && byte_at(text, end) <= '9' && end - at <= NOTE_DIGITS_MAX)
        end++;
    return end - at <= NOTE_DIGITS_MAX ? end : at;
}

/* "[12][13]" */
static size_t skip_bracketed(struct str text, size_t at)
{
    while (byte_at(text, at) == '[') {
        size_t end = skip_digits(text, at + 1);
        if (end == at + 1 || byte_at(text, end) != ']')
            break;
        at = end + 1;
    }
    return at;
}

/* "11 12": only behind a bracket or a plain word, so that "No.1 The" and "2.5 The" are none. */
static size_t skip_bare(struct str text, size_t stop)
{
    bool word = stop >= 4 && is_lower(text.at[stop - 1]) && is_lower(text.at[stop - 2]) &&
                is_lower(text.at[stop - 3]) && is_lower(text.at[stop - 4]);
    bool bracket = stop >= 1 && text.at[stop - 1] == ')';
    size_t at = stop + 1, end = skip_digits(text, at);
    if ((!word && !bracket) || end == at)
        return at;
    for (at = end; byte_at(text, at) == ' '; at = end) {
        end = skip_digits(text, at + 1);
        if (end == at + 1)
            break;
    }
    return at;
}

size_t footnote_next_start(struct str text, size_t from)
{
    for (size_t i = from; i < text.length; i++) {
        char c = text.at[i];
        if (c != '.' && c != '!' && c != '?')
            continue;
        size_t end = skip_bracketed(text, i + 1);
        if (end == i + 1)
            end = skip_bare(text, i);
        char first = byte_at(text, end + 1);
        if (end > i + 1 && byte_at(text, end) == ' ' && first >= 'A' && first <= 'Z')
            return end + 1;
    }
    return text.length;
}
