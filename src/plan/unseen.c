#include "unseen.h"

#include "utf8.h"

#include <unicode/uchar.h>

#define NOTE_DIGITS_MAX 3
#define FULLWIDTH_STOP  0xFF0E
#define ELLIPSIS        0x2026
#define WORD_LOOK_BACK  64 /* bytes in which an address shows what it is */

static char byte_at(struct str text, size_t at)
{
    return at < text.length ? text.at[at] : '\0';
}

static bool is_lower(char c)
{
    return c >= 'a' && c <= 'z';
}

static bool is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
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

/* "... martyr.[1] The": behind the marks; 0 if there are none at `stop`. */
static size_t behind_notes(struct str text, size_t stop)
{
    size_t end = skip_bracketed(text, stop + 1);
    if (end == stop + 1)
        end = skip_bare(text, stop);
    bool marked = end > stop + 1 && byte_at(text, end) == ' ' && is_upper(byte_at(text, end + 1));
    return marked ? end + 1 : 0;
}

/* "Who is it? - Nobody.": what a dash sets apart behind a stop, in a dialogue or a list. */
static size_t at_dash(struct str text, size_t stop)
{
    size_t length, next, at = stop + 1;
    uint32_t dash = utf8_at(text, at + 1, &length);
    bool is_dash = dash == '-' || dash == 0x2013 || dash == 0x2014;
    if (byte_at(text, at) != ' ' || !is_dash || byte_at(text, at + 1 + length) != ' ')
        return 0;
    return u_isupper((UChar32)utf8_at(text, at + 2 + length, &next)) ? at + 1 : 0;
}

/* An address or the name of a file has stops inside. */
static bool is_address(struct str text, size_t stop)
{
    size_t start = stop;
    while (start > 0 && stop - start < WORD_LOOK_BACK && text.at[start - 1] != ' ') {
        char c = text.at[--start];
        if (c == '@' || c == '/' || c == '_' || c == '\\' || c == ':')
            return true;
    }
    return stop - start == WORD_LOOK_BACK || str_starts_caseless(str_slice(text, start, stop), STR("www."));
}

/* "It rained.The sun": only before a word that opens sentences, for "Node.Next" is a name. */
static size_t at_glued_word(struct str text, size_t stop, const struct language *language)
{
    size_t end = stop + 1;
    while ((byte_at(text, end) | 0x20) >= 'a' && (byte_at(text, end) | 0x20) <= 'z')
        end++;
    struct str word = str_slice(text, stop + 1, end);
    bool after_word = stop >= 2 && is_lower(text.at[stop - 1]) && is_lower(text.at[stop - 2]);
    bool after_number = stop >= 1 && text.at[stop - 1] >= '0' && text.at[stop - 1] <= '9';
    if (!language || !is_upper(byte_at(text, stop + 1)) || (!after_word && !after_number))
        return 0;
    const struct abbreviation *title = byte_at(text, end) == '.' ? language_abbreviation(language, word) : NULL;
    bool starts = (title && title->kind == BEFORE_NAME) ||
                  (byte_at(text, end) == ' ' && language_has(language->starters, word));
    return starts && !is_address(text, stop) ? stop + 1 : 0;
}

/* Chinese and Japanese texts set it without a space; "3．5" is a number. */
static size_t behind_fullwidth(struct str text, size_t stop, size_t length)
{
    size_t next;
    return u_isalpha((UChar32)utf8_at(text, stop + length, &next)) ? stop + length : 0;
}

/* "He left… She stayed.": UAX 29 takes the mark for one amid a sentence, and often it is. */
static size_t behind_ellipsis(struct str text, size_t stop, size_t length, const struct language *language)
{
    size_t start = stop + length + 1, end = start;
    while ((byte_at(text, end) | 0x20) >= 'a' && (byte_at(text, end) | 0x20) <= 'z')
        end++;
    bool opens = byte_at(text, start - 1) == ' ' && is_upper(byte_at(text, start)) && end > start + 1;
    return opens && language && language_has(language->starters, str_slice(text, start, end)) ? start : 0;
}

static size_t start_behind(struct str text, size_t stop, uint32_t code, size_t length,
                           const struct language *language)
{
    if (code == FULLWIDTH_STOP)
        return behind_fullwidth(text, stop, length);
    if (code == ELLIPSIS)
        return behind_ellipsis(text, stop, length, language);
    size_t start = behind_notes(text, stop);
    if (!start)
        start = at_dash(text, stop);
    return start || code != '.' ? start : at_glued_word(text, stop, language);
}

size_t unseen_next_start(struct str text, size_t from, const struct language *language)
{
    for (size_t at = from, length; at < text.length; at += length) {
        uint32_t code = utf8_at(text, at, &length);
        if (code != '.' && code != '!' && code != '?' && code != FULLWIDTH_STOP && code != ELLIPSIS)
            continue;
        size_t start = start_behind(text, at, code, length, language);
        if (start && start < text.length)
            return start;
    }
    return text.length;
}
