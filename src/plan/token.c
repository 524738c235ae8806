#include "token.h"

#include "utf8.h"

enum { EN_DASH = 0x2013, APOSTROPHE = 0x2019, MINUS = 0x2212 };

static bool is_digit(uint32_t code)
{
    return code >= '0' && code <= '9';
}

/* Signs that are a token of their own: what they mean is told by their neighbours. */
static bool is_sign(uint32_t code)
{
    return code == '+' || code == '=' || code == '*' || code == '<' || code == '>' || code == '~' || code == '^';
}

/* Pictures, dingbats and what modifies them: joiners, variation selectors, skin tones, flags. */
static bool is_emoji(uint32_t code)
{
    return (code >= 0x1F000 && code <= 0x1FAFF) || (code >= 0x2600 && code <= 0x27BF) ||
           (code >= 0x25A0 && code <= 0x25FF) || (code >= 0x2B00 && code <= 0x2BFF) || code == 0x200D ||
           (code >= 0xFE00 && code <= 0xFE0F) || code == 0x20E3 || (code >= 0xE0020 && code <= 0xE007F);
}

/* Punctuation beyond ASCII: parts of Latin-1, U+2010..2027, U+2030..205E, U+3001..3003, U+3008..3011, fullwidth.
 */
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
        return is_digit(code) || (code >= 'A' && code <= 'Z') || (code >= 'a' && code <= 'z') || code == '$' ||
               code == '%' || code == '&' || code == '@' || code == '#';
    return code != UTF8_BAD && !utf8_is_space(code) && !is_mark(code) && !is_emoji(code);
}

static bool is_letter(uint32_t code)
{
    bool symbol = code == 0xD7 || code == 0xF7 || (code >= 0x2000 && code <= 0x2BFF);
    return (code >= 'A' && code <= 'Z') || (code >= 'a' && code <= 'z') ||
           (code >= 0xC0 && !symbol && is_core(code));
}

/* Marks that belong to a token when a core character stands on both sides. */
static bool joins(uint32_t code, uint32_t before, uint32_t after)
{
    switch (code) {
    case '-':
    case EN_DASH:
    case '\'':
    case APOSTROPHE:
    case '/':
    case '_':
    case '+':
    case '.':
        return is_core(before) && is_core(after);
    case ',':
    case ':':
        return is_digit(before) && is_digit(after);
    default:
        return false;
    }
}

/* Marks that open a token when a digit follows, or a currency sign behind a minus: "’90s", "-5", ".5", "-£5". */
static bool opens(struct str text, size_t at, uint32_t code)
{
    size_t length, next_length;
    uint32_t before = utf8_before(text, at, &length);
    utf8_at(text, at, &length);
    uint32_t next = utf8_at(text, at + length, &next_length);
    bool minus = code == '-' || code == MINUS;
    if (is_core(before))
        return false;
    if (!is_digit(next))
        return minus && is_core(next) && !is_letter(next);
    return minus || code == APOSTROPHE || code == '\'' || code == '.';
}

static bool is_number_run(struct str run)
{
    for (size_t i = 0; i < run.length; i++)
        if (!is_digit((unsigned char)run.at[i]))
            return false;
    return run.length >= 4;
}

/* Digits behind `at` that a hyphen does not tie to the word before it: "mid-1980s", not "Covid-19". */
static bool year_follows(struct str text, size_t at)
{
    return at + 4 <= text.length && is_number_run(str_slice(text, at, at + 4));
}

/* Does a hyphen at `at` part a number from a word ("mid-1980s", "30-year"), or a sum from one ("sub-£500")? */
static bool parts(struct str text, size_t start, size_t at)
{
    size_t length, next_length;
    uint32_t first = utf8_at(text, start, &length), after = utf8_at(text, at + 1, &length);
    bool number = is_digit(first) || !is_letter(first);
    if (number)
        return is_letter(after);
    bool sum = is_core(after) && !is_letter(after) && is_digit(utf8_at(text, at + 1 + length, &next_length));
    return is_digit(after) ? year_follows(text, at + 1) : sum;
}

/* A short word's stop before a number: "No.1", "pp.3-5" are two tokens. */
static bool stop_parts(struct str text, size_t start, size_t at, uint32_t after)
{
    if (!is_digit(after) || at - start > 4)
        return false;
    for (size_t i = start; i < at; i++) {
        bool lower = text.at[i] >= 'a' && text.at[i] <= 'z';
        if (!lower && !(i == start && text.at[i] >= 'A' && text.at[i] <= 'Z'))
            return false;
    }
    return at - start > 1 || text.at[start] >= 'a';
}

static size_t emoji_end(struct str text, size_t start, size_t limit)
{
    size_t at = start, length;
    while (at < limit && at - start < TOKEN_BYTES_MAX && is_emoji(utf8_at(text, at, &length)))
        at += length;
    return at;
}

static size_t token_end(struct str text, size_t start, size_t limit)
{
    size_t at = start, length, next_length;
    uint32_t before = 0;
    while (at < limit && at - start < TOKEN_BYTES_MAX) {
        uint32_t code = utf8_at(text, at, &length);
        uint32_t after = at + length < limit ? utf8_at(text, at + length, &next_length) : 0;
        if (!is_core(code) && !joins(code, before, after))
            break;
        if ((code == '-' && parts(text, start, at)) || (code == '.' && stop_parts(text, start, at, after)))
            break;
        before = code;
        at += length;
    }
    return at;
}

/* Greek and all behind it but the letter-like symbols, punctuation, emoji and Latin Extended Additional. */
static bool is_foreign(uint32_t code)
{
    bool latin = code >= 0x1E00 && code <= 0x1EFF;
    bool symbol = (code >= 0x2000 && code <= 0x2BFF) || code >= 0xFE00;
    return code >= 0x370 && !latin && !symbol && is_core(code);
}

static unsigned shape_of_code(uint32_t code)
{
    if (code == '.')
        return SHAPE_STOP_INSIDE;
    if (is_digit(code))
        return SHAPE_DIGIT;
    if (code == '@' || code == '#' || code == '_' || code == '/' || code == '&' || code == '\'' ||
        code == APOSTROPHE)
        return SHAPE_MARKED;
    if (code == '$' || code == '%' || is_sign(code) || (code >= 0xA2 && code <= 0xBF) || code == 0xD7 ||
        code == 0xF7 || (code >= 0x2070 && code <= 0x2BFF) || code >= 0xFF00)
        return SHAPE_SYMBOL;
    return is_letter(code) ? SHAPE_LETTER : 0;
}

static unsigned shape_around(struct str text, size_t start, size_t end)
{
    char before = start > 0 ? text.at[start - 1] : '\0', behind = end < text.length ? text.at[end] : '\0';
    unsigned shape = before == '(' || before == '[' ? SHAPE_BRACKETED : 0u;
    return shape | (behind == '.' ? SHAPE_STOP_BEHIND : behind == ':' ? SHAPE_COLON_BEHIND : 0u);
}

static unsigned shape_of(struct str text, size_t start, size_t end)
{
    unsigned shape = SHAPE_CAPITALS;
    size_t length;
    bool has_capital = false;
    for (size_t at = start; at < end; at += length) {
        uint32_t code = utf8_at(text, at, &length);
        bool capital = (code >= 'A' && code <= 'Z') || (code >= 0xC0 && code <= 0xDE && code != 0xD7);
        shape |= shape_of_code(code) | (is_foreign(code) ? SHAPE_FOREIGN : 0u);
        shape |= capital && at == start ? SHAPE_CAPITAL : 0u;
        has_capital |= capital;
        shape |= (capital && at > start) || code == '_' ? SHAPE_HUMPS : 0u;
        if ((code >= 'a' && code <= 'z') || (code >= 0xDF && code <= 0xFF))
            shape &= ~(unsigned)SHAPE_CAPITALS;
    }
    shape |= shape_around(text, start, end);
    return has_capital ? shape : shape & ~(unsigned)SHAPE_CAPITALS;
}

static void take_token(struct str text, size_t start, size_t end, unsigned shape, size_t *at, struct token *token)
{
    *at = end;
    *token = (struct token){start, end, shape | shape_of(text, start, end)};
}

bool token_next(struct str text, size_t *at, size_t end, struct token *token)
{
    size_t length;
    for (; *at < end; *at += length) {
        uint32_t code = utf8_at(text, *at, &length);
        bool opened = opens(text, *at, code);
        size_t start = *at;
        if (opened || is_core(code))
            take_token(text, start, token_end(text, opened ? start + length : start, end), 0, at, token);
        else if (is_sign(code))
            take_token(text, start, start + length, SHAPE_SYMBOL, at, token);
        else if (is_emoji(code))
            take_token(text, start, emoji_end(text, start, end), SHAPE_EMOJI, at, token);
        else
            continue;
        return true;
    }
    return false;
}
