#include "lexicon_words.h"

#include "utf8.h"

#include <string.h>

/* Bytes of a word that are looked at: a text may have no space at all. */
#define SCAN_MAX ((size_t)4 * WORD_KEY_MAX)

enum {
    NO_BREAK_SPACE = 0xA0,
    MODIFIER_APOSTROPHE = 0x02BC,
    HYPHEN = 0x2010,
    FIRM_HYPHEN = 0x2011,
    QUOTE = 0x2019
};

/* Capitals `first`..`last` and what is added to make them small; `step` 2: every other one is a capital.  From
 * UnicodeData.txt, the alphabets of European names. */
static const struct {
    uint32_t first;
    uint32_t last;
    uint32_t add;
    uint32_t step;
} capitals[] = {
    {'A', 'Z', 32, 1},      {0xC0, 0xD6, 32, 1},    {0xD8, 0xDE, 32, 1},   {0x100, 0x12E, 1, 2},
    {0x132, 0x136, 1, 2},   {0x139, 0x147, 1, 2},   {0x14A, 0x176, 1, 2},  {0x179, 0x17D, 1, 2},
    {0x218, 0x21A, 1, 2},   {0x391, 0x3A9, 32, 1},  {0x400, 0x40F, 80, 1}, {0x410, 0x42F, 32, 1},
    {0x1E00, 0x1E94, 1, 2}, {0x1EA0, 0x1EFE, 1, 2},
};

static uint32_t small(uint32_t code)
{
    for (size_t i = 0; i < sizeof capitals / sizeof *capitals && code >= capitals[i].first; i++)
        if (code <= capitals[i].last)
            return (code - capitals[i].first) % capitals[i].step ? code : code + capitals[i].add;
    return code;
}

static bool is_digit(uint32_t code)
{
    return code >= '0' && code <= '9';
}

/* Punctuation beyond ASCII, as the planner has it. */
static bool is_mark(uint32_t code)
{
    if (code == 0xA1 || code == 0xAB || code == 0xB7 || code == 0xBB || code == 0xBF)
        return true;
    return (code >= 0x2010 && code <= 0x205E) || (code >= 0x3001 && code <= 0x3003) ||
           (code >= 0x3008 && code <= 0x3011) || code == 0xFF01 || code == 0xFF0C || code == 0xFF0E ||
           code == 0xFF1A || code == 0xFF1B || code == 0xFF1F;
}

/* Letters, digits, and the symbols that are read as words. */
static bool is_core(uint32_t code)
{
    if (code < 0x80)
        return is_digit(code) || (small(code) >= 'a' && small(code) <= 'z') ||
               (code && strchr("$%&@#", (int)code));
    return code != UTF8_BAD && !utf8_is_space(code) && !is_mark(code);
}

static bool is_apostrophe(uint32_t code)
{
    return code == '\'' || code == MODIFIER_APOSTROPHE || code == QUOTE;
}

/* Marks inside of words, when a core character stands on both sides. */
static bool joins(uint32_t code, uint32_t before, uint32_t after)
{
    if (is_apostrophe(code) || code == '.' || code == '_' || code == '+')
        return is_core(before) && is_core(after);
    return (code == ',' || code == ':') && is_digit(before) && is_digit(after);
}

size_t word_end(struct str text, size_t at)
{
    uint32_t before = 0;
    size_t length, next_length;
    text = str_slice(text, 0, at + SCAN_MAX);
    for (; at < text.length; at += length) {
        uint32_t code = utf8_at(text, at, &length);
        uint32_t after = utf8_at(text, at + length, &next_length);
        if (!is_core(code) && !joins(code, before, after))
            break;
        before = code;
    }
    return at;
}

size_t word_start(struct str text, size_t end)
{
    uint32_t after = 0;
    size_t length, before_length, least = end > SCAN_MAX ? end - SCAN_MAX : 0;
    while (end > least) {
        uint32_t code = utf8_before(text, end, &length);
        uint32_t before = utf8_before(text, end - length, &before_length);
        if (!is_core(code) && !joins(code, before, after))
            break;
        after = code;
        end -= length;
    }
    return end;
}

static bool is_separator(uint32_t code)
{
    return code == ' ' || code == NO_BREAK_SPACE || code == '-' || code == HYPHEN || code == FIRM_HYPHEN;
}

size_t word_separator(struct str text, size_t at)
{
    size_t length;
    return is_separator(utf8_at(text, at, &length)) ? at + length : at;
}

size_t word_separator_before(struct str text, size_t end)
{
    size_t length;
    return is_separator(utf8_before(text, end, &length)) ? end - length : end;
}

size_t word_fold(struct str word, char key[WORD_KEY_MAX])
{
    size_t count = 0, length;
    for (size_t at = 0; at < word.length; at += length) {
        uint32_t code = utf8_at(word, at, &length);
        if (count + UTF8_BYTES_MAX > WORD_KEY_MAX || code == UTF8_BAD)
            return 0;
        if (code < 0x80)
            key[count++] = (char)small(code);
        else
            count += utf8_encode(is_apostrophe(code) ? '\'' : small(code), key + count);
    }
    return count;
}

bool word_has_capital(struct str text)
{
    size_t length;
    for (size_t at = 0; at < text.length; at += length) {
        uint32_t code = utf8_at(text, at, &length);
        if (small(code) != code)
            return true;
    }
    return false;
}

bool word_has_small(struct str text)
{
    size_t length;
    for (size_t at = 0; at < text.length; at += length) {
        uint32_t code = utf8_at(text, at, &length);
        bool letter = (code >= 'a' && code <= 'z') || (code >= 0xDF && is_core(code) && small(code) == code);
        if (letter)
            return true;
    }
    return false;
}

bool words_equal(struct str a, struct str b)
{
    size_t i = 0, j = 0, a_length, b_length;
    for (; i < a.length && j < b.length; i += a_length, j += b_length) {
        uint32_t one = utf8_at(a, i, &a_length), other = utf8_at(b, j, &b_length);
        bool alike = one == other || (is_apostrophe(one) && is_apostrophe(other)) ||
                     (is_separator(one) && is_separator(other));
        if (!alike)
            return false;
    }
    return i == a.length && j == b.length;
}
