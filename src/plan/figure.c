#include "figure.h"

#include "utf8.h"

#include <ctype.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

#define NAME_MAX_BYTES 128
#define REGIONAL_A     0x1F1E6
#define REGIONAL_Z     0x1F1FF

enum figure figure_at(struct str text, size_t at, size_t *length, unsigned *number)
{
    uint32_t code = utf8_at(text, at, length);
    if (code < 0x80 || code == UTF8_BAD)
        return FIGURE_NONE;
    double value = u_getNumericValue((UChar32)code);
    int32_t decomposition = u_getIntPropertyValue((UChar32)code, UCHAR_DECOMPOSITION_TYPE);
    bool ideograph = u_hasBinaryProperty((UChar32)code, UCHAR_IDEOGRAPHIC);
    if (value < 0 || value > 100000 || value != (double)(unsigned)value || ideograph)
        return FIGURE_NONE;
    *number = (unsigned)value;
    if (decomposition == U_DT_SUPER)
        return FIGURE_SUPERSCRIPT;
    if (decomposition == U_DT_SUB)
        return FIGURE_SUBSCRIPT;
    return u_charType((UChar32)code) == U_DECIMAL_DIGIT_NUMBER ? FIGURE_DIGIT : FIGURE_NUMBER;
}

bool is_superscript(struct str text)
{
    unsigned number;
    size_t at = str_starts(text, STR("\u207b")) ? sizeof "\u207b" - 1 : 0, start = at;
    for (size_t length; at < text.length; at += length)
        if (figure_at(text, at, &length, &number) != FIGURE_SUPERSCRIPT)
            return false;
    return at > start;
}

static bool is_modifier(uint32_t code)
{
    return (code >= 0xFE00 && code <= 0xFE0F) || (code >= 0x1F3FB && code <= 0x1F3FF) || code == 0x20E3 ||
           (code >= 0xE0020 && code <= 0xE007F);
}

/* The end of a sequence: modifiers, and what joiners tie to it. */
static size_t sequence_end(struct str text, size_t at)
{
    size_t length;
    utf8_at(text, at, &length);
    for (at += length;;) {
        uint32_t code = utf8_at(text, at, &length);
        if (!is_modifier(code) && code != 0x200D)
            return at;
        at += length;
        if (code == 0x200D) {
            utf8_at(text, at, &length);
            at += length;
        }
    }
}

/* The country that two regional indicators stand for. */
static void flag_name(uint32_t first, uint32_t second, struct buf *name)
{
    char region[] = {'_', (char)('A' + (first - REGIONAL_A)), (char)('A' + (second - REGIONAL_A)), '\0'};
    UChar units[NAME_MAX_BYTES];
    char bytes[3 * NAME_MAX_BYTES];
    UErrorCode status = U_ZERO_ERROR;
    int32_t count = 0;
    uloc_getDisplayCountry(region, "en", units, NAME_MAX_BYTES, &status);
    u_strToUTF8(bytes, (int32_t)sizeof bytes, &count, units, -1, &status);
    if (U_FAILURE(status) || count <= 2)
        return;
    buf_append(name, STR("flag of "));
    buf_append(name, (struct str){bytes, (size_t)count});
}

static bool is_regional(uint32_t code)
{
    return code >= REGIONAL_A && code <= REGIONAL_Z;
}

void emoji_name(struct str text, size_t at, size_t *length, struct buf *name)
{
    size_t next_length;
    uint32_t code = utf8_at(text, at, length), next = utf8_at(text, at + *length, &next_length);
    if (is_regional(code)) {
        if (is_regional(next))
            flag_name(code, next, name);
        *length += is_regional(next) ? next_length : 0;
        return;
    }
    *length = sequence_end(text, at) - at;
    char unicode[NAME_MAX_BYTES];
    UErrorCode status = U_ZERO_ERROR;
    int32_t count =
        is_modifier(code) ? 0 : u_charName((UChar32)code, U_UNICODE_CHAR_NAME, unicode, NAME_MAX_BYTES, &status);
    for (int32_t i = 0; U_SUCCESS(status) && i < count; i++)
        buf_append_char(name, (char)(unicode[i] == '-' ? ' ' : tolower((unsigned char)unicode[i])));
}
