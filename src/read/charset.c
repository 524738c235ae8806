#include "charset.h"

#include "charset_icu.h"
#include "fail.h"
#include "place.h"
#include "utf8.h"

#include <stdio.h>

#define SAMPLE_BYTES ((size_t)8192) /* the detector looks at no more */
#define REPLACEMENT  0xFFFDu

/* Byte order marks (Unicode 15, section 23.8); UTF-32's little one begins like UTF-16's. */
static const struct {
    struct str mark;
    const char *charset; /* NULL: UTF-8 */
} marks[] = {
    {{"\357\273\277", 3}, NULL},   {{"\377\376\0\0", 4}, "UTF-32LE"}, {{"\0\0\376\377", 4}, "UTF-32BE"},
    {{"\377\376", 2}, "UTF-16LE"}, {{"\376\377", 2}, "UTF-16BE"},
};

/* Words in the Latin alphabet show UTF-16 without a mark: every other byte is 0, the others never. */
static const char *bare_utf16(struct str bytes)
{
    size_t zeros[2] = {0}, looked = bytes.length < SAMPLE_BYTES ? bytes.length : SAMPLE_BYTES;
    for (size_t i = 0; i < looked; i++)
        zeros[i % 2] += !bytes.at[i];
    if (bytes.length % 2 || (zeros[0] && zeros[1]) || (zeros[0] + zeros[1]) * 10 < looked * 4)
        return NULL;
    return zeros[0] ? "UTF-16BE" : "UTF-16LE";
}

static bool has_zero(struct str bytes)
{
    return str_find(bytes, (struct str){"\0", 1}) < bytes.length;
}

struct census {
    size_t good; /* characters of two bytes and more */
    size_t bad;  /* bytes */
    size_t first_bad;
};

static struct census take_census(struct str bytes)
{
    struct census census = {.first_bad = bytes.length};
    for (size_t at = 0, length; at < bytes.length; at += length) {
        bool bad = utf8_at(bytes, at, &length) == UTF8_BAD;
        if (bad && !census.bad++)
            census.first_bad = at;
        census.good += !bad && length > 1;
    }
    return census;
}

static void replace_bad(struct str bytes, struct buf *text)
{
    size_t from = 0, at = 0;
    for (size_t length; at < bytes.length; at += length) {
        if (utf8_at(bytes, at, &length) != UTF8_BAD)
            continue;
        buf_append(text, str_slice(bytes, from, at));
        buf_append_code(text, REPLACEMENT);
        from = at + length;
    }
    buf_append(text, str_slice(bytes, from, at));
}

/* From the start of the line with the first byte that is not ASCII: a line never starts inside a character. */
static struct str sample_of(struct str bytes, size_t first_bad)
{
    size_t start = first_bad < SAMPLE_BYTES / 2 ? 0 : first_bad;
    while (start > 0 && first_bad - start < SAMPLE_BYTES / 2 && bytes.at[start - 1] != '\n')
        start--;
    return str_slice(bytes, start, start + SAMPLE_BYTES);
}

static bool decode_as(const char *name, const char *from, struct str bytes, struct charset *charset,
                      struct nr_error *error)
{
    if (!charset_convert(from, bytes, &charset->converted))
        return fail(error, NR_REFUSED, "%s: damaged %s text; save it as UTF-8", name, from);
    charset->text = buf_str(&charset->converted);
    return true;
}

/* Escapes are ASCII: such text is valid UTF-8 and is none. */
static bool is_escaped(const char *declared)
{
    return str_starts(str_of(declared), STR("ISO-2022"));
}

static bool decode_guessed(const char *name, struct str bytes, const char *declared, struct charset *charset,
                           struct nr_error *error)
{
    struct census census = take_census(bytes);
    if (!census.bad && !is_escaped(declared))
        return true;
    if (declared && census.bad * 4 > census.good &&
        charset_convert_damaged(declared, bytes, &charset->converted)) {
        charset->text = buf_str(&charset->converted);
        return true;
    }
    struct place place = place_of(bytes, census.first_bad);
    if (census.bad * 4 <= census.good) {
        replace_bad(bytes, &charset->converted);
        charset->text = buf_str(&charset->converted);
        snprintf(charset->note, sizeof charset->note,
                 "%.120s:%zu:%zu: not UTF-8: byte 0x%02X, one of %zu such bytes", name, place.line, place.column,
                 (unsigned char)bytes.at[census.first_bad], census.bad);
        return true;
    }
    const char *guess = charset_guess(sample_of(bytes, census.first_bad));
    if (!guess || !charset_convert(guess, bytes, &charset->converted))
        guess = "windows-1252";
    if (!charset->converted.length && !charset_convert(guess, bytes, &charset->converted))
        return fail(error, NR_REFUSED, "%s:%zu:%zu: not UTF-8: byte 0x%02X; convert it with iconv", name,
                    place.line, place.column, (unsigned char)bytes.at[census.first_bad]);
    charset->text = buf_str(&charset->converted);
    snprintf(charset->note, sizeof charset->note, "%.120s: not UTF-8; read as %s, which is a guess", name, guess);
    return true;
}

bool charset_decode(const char *name, struct str bytes, const char *declared, struct charset *charset,
                    struct nr_error *error)
{
    *charset = (struct charset){.text = bytes};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        if (!str_starts(bytes, marks[i].mark))
            continue;
        charset->text = str_slice(bytes, marks[i].mark.length, bytes.length);
        return marks[i].charset ? decode_as(name, marks[i].charset, charset->text, charset, error)
                                : decode_guessed(name, charset->text, NULL, charset, error);
    }
    const char *utf16 = has_zero(bytes) ? bare_utf16(bytes) : NULL;
    if (utf16)
        return decode_as(name, utf16, bytes, charset, error);
    return (has_zero(bytes) && !declared) || decode_guessed(name, bytes, declared, charset, error);
}
