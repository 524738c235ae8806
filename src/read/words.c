#include "words.h"

#include "utf8.h"

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_lower(char c)
{
    return c >= 'a' && c <= 'z';
}

static bool is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

/* Letters and digits; beyond ASCII all but spaces, Latin-1 signs, general punctuation, arrows, shapes and
 * pictures. */
static bool is_letter(uint32_t code)
{
    if (code < 0x80)
        return is_digit((char)code) || is_lower((char)code) || is_upper((char)code);
    bool sign = (code >= 0x2000 && code <= 0x206F) || (code >= 0x2190 && code <= 0x2BFF) ||
                (code >= 0x1F000 && code <= 0x1FAFF);
    return code >= 0xC0 && !sign && code != UTF8_BAD;
}

bool word_take(struct str *rest, struct str *word)
{
    size_t start = 0, end;
    while (start < rest->length && rest->at[start] == ' ')
        start++;
    for (end = start; end < rest->length && rest->at[end] != ' ';)
        end++;
    *word = str_slice(*rest, start, end);
    *rest = str_slice(*rest, end, rest->length);
    return end > start;
}

struct str word_bare(struct str word)
{
    size_t start = 0, end = word.length, length;
    while (start < end && !is_letter(utf8_at(word, start, &length)))
        start += length;
    while (end > start && !is_letter(utf8_before(word, end, &length)))
        end -= length;
    return str_slice(word, start, end);
}

bool word_is_capital(struct str word)
{
    for (size_t i = 0; i < word.length; i++)
        if (is_digit(word.at[i]))
            return false;
    return word.length && (is_upper(word.at[0]) || (unsigned char)word.at[0] >= 0xC3);
}

bool word_is_capitals(struct str word)
{
    size_t capitals = 0;
    for (size_t i = 0; i < word.length; i++) {
        if (is_lower(word.at[i]))
            return false;
        capitals += is_upper(word.at[i]);
    }
    return capitals >= 2;
}

/* FNV-1a over the letters. */
uint64_t word_hash(struct str word)
{
    uint64_t hash = UINT64_C(14695981039346656037), empty = hash;
    for (size_t at = 0, length; at < word.length; at += length) {
        uint32_t code = utf8_at(word, at, &length);
        if (!is_letter(code))
            continue;
        hash = (hash ^ (code < 0x80 && is_upper((char)code) ? code | 0x20 : code)) * UINT64_C(1099511628211);
    }
    return hash == empty ? 0 : hash;
}

bool word_says(struct str word)
{
    static const char *const says[] = {"said",  "says",  "reads", "sang",  "asked",    "asks",    "told",
                                       "tells", "added", "wrote", "noted", "recalled", "insisted"};
    for (size_t i = 0; i < sizeof says / sizeof *says; i++)
        if (str_equal_caseless(word, str_of(says[i])))
            return true;
    return false;
}
