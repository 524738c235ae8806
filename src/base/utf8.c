#include "utf8.h"

static size_t lead_length(unsigned char lead)
{
    if (lead < 0x80)
        return 1;
    if (lead >= 0xC2 && lead <= 0xDF)
        return 2;
    if (lead >= 0xE0 && lead <= 0xEF)
        return 3;
    return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

/* RFC 3629, section 4: no overlong forms, no surrogates, nothing past U+10FFFF. */
static bool is_scalar(uint32_t code, size_t length)
{
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    return code >= least[length] && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
}

uint32_t utf8_at(struct str text, size_t at, size_t *length)
{
    *length = 0;
    if (at >= text.length)
        return 0;
    const unsigned char *bytes = (const unsigned char *)text.at + at;
    size_t wanted = lead_length(bytes[0]);
    *length = 1;
    if (wanted == 1)
        return bytes[0];
    if (!wanted || text.length - at < wanted)
        return UTF8_BAD;
    uint32_t code = bytes[0] & (0xFFu >> (wanted + 1));
    for (size_t i = 1; i < wanted; i++) {
        if ((bytes[i] & 0xC0) != 0x80)
            return UTF8_BAD;
        code = code << 6 | (bytes[i] & 0x3Fu);
    }
    if (!is_scalar(code, wanted))
        return UTF8_BAD;
    *length = wanted;
    return code;
}

uint32_t utf8_before(struct str text, size_t end, size_t *length)
{
    size_t start = end;
    while (start > 0 && end - start < UTF8_BYTES_MAX) {
        start--;
        if (((unsigned char)text.at[start] & 0xC0) != 0x80)
            break;
    }
    uint32_t code = utf8_at((struct str){text.at, end}, start, length);
    if (start + *length == end)
        return code;
    *length = end > 0;
    return end > 0 ? UTF8_BAD : 0;
}

size_t utf8_encode(uint32_t code, char *at)
{
    if (code < 0x80) {
        at[0] = (char)code;
        return 1;
    }
    size_t length = code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    for (size_t i = length - 1; i > 0; i--, code >>= 6)
        at[i] = (char)(0x80 | (code & 0x3F));
    at[0] = (char)((0xF00u >> length & 0xFF) | code);
    return length;
}

size_t utf8_invalid(struct str text)
{
    for (size_t at = 0, length; at < text.length; at += length)
        if (utf8_at(text, at, &length) == UTF8_BAD)
            return at;
    return text.length;
}

size_t utf8_count(struct str text)
{
    size_t count = 0;
    for (size_t i = 0; i < text.length; i++)
        count += ((unsigned char)text.at[i] & 0xC0) != 0x80;
    return count;
}

size_t utf8_offset(struct str text, size_t index)
{
    size_t at = 0;
    for (size_t length; index > 0 && at < text.length; index--, at += length)
        utf8_at(text, at, &length);
    return at;
}

bool utf8_is_space(uint32_t code)
{
    return code == ' ' || (code >= '\t' && code <= '\r') || code == 0x85 || code == 0xA0 || code == 0x1680 ||
           (code >= 0x2000 && code <= 0x200A) || code == 0x2028 || code == 0x2029 || code == 0x202F ||
           code == 0x205F || code == 0x3000;
}

bool utf8_is_quote(uint32_t code)
{
    return code == '"' || code == '\'' || (code >= 0x2018 && code <= 0x201F) || code == 0xAB || code == 0xBB ||
           code == 0x2039 || code == 0x203A;
}

struct str utf8_trim(struct str text)
{
    size_t start = 0, end = text.length, length;
    while (start < end && utf8_is_space(utf8_at(text, start, &length)))
        start += length;
    while (end > start && utf8_is_space(utf8_before(text, end, &length)))
        end -= length;
    return str_slice(text, start, end);
}
