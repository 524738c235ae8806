#include "clean.h"

#include "utf8.h"

#define SOFT_HYPHEN 0xAD

/* General categories Cc and Cf, less white space and the joiners U+200C and U+200D, which change words
 * (Unicode 15, section 23.2), and U+FFFC, which stands where a picture was. */
static const struct {
    uint32_t first;
    uint32_t last;
} dropped[] = {
    {0x0, 0x8},       {0xE, 0x1F},      {0x7F, 0x84},     {0x86, 0x9F},       {SOFT_HYPHEN, SOFT_HYPHEN},
    {0x61C, 0x61C},   {0x180E, 0x180E}, {0x200B, 0x200B}, {0x200E, 0x200F},   {0x202A, 0x202E},
    {0x2060, 0x206F}, {0xFEFF, 0xFEFF}, {0xFFF9, 0xFFFC}, {0xE0001, 0xE0001},
};

bool clean_drops(uint32_t code)
{
    if (code >= ' ' && code < 0x7F)
        return false;
    for (size_t i = 0; i < sizeof dropped / sizeof *dropped; i++)
        if (code >= dropped[i].first && code <= dropped[i].last)
            return true;
    return false;
}

enum side { SIDE_EDGE, SIDE_MARK, SIDE_WORD };

static enum side side_of(uint32_t code, size_t length)
{
    if (!length || utf8_is_space(code) || clean_drops(code))
        return SIDE_EDGE;
    bool ascii = (code >= '0' && code <= '9') || ((code | 0x20) >= 'a' && (code | 0x20) <= 'z');
    return ascii || (code >= 0xC0 && (code < 0x2000 || code > 0x206F)) ? SIDE_WORD : SIDE_MARK;
}

/* Typists underline _so_: at one side of the mark there is text, and words at both would be a_name. */
static bool is_underlining(struct str source, size_t at)
{
    size_t length;
    uint32_t left = utf8_before(source, at, &length);
    enum side before = side_of(left, length);
    uint32_t right = utf8_at(source, at + 1, &length);
    enum side after = side_of(right, length);
    return left != '_' && right != '_' && before + after > SIDE_EDGE && before + after < SIDE_WORD + SIDE_WORD;
}

static bool is_kept(struct str source, size_t at, size_t *length)
{
    uint32_t code = utf8_at(source, at, length);
    return *length && !utf8_is_space(code) && !clean_drops(code) && (code != '_' || !is_underlining(source, at));
}

/* The end of the run that can be copied: text, with single spaces in it. */
static size_t kept_end(struct str source, size_t at)
{
    for (size_t length, next;;) {
        if (is_kept(source, at, &length))
            at += length;
        else if (at < source.length && source.at[at] == ' ' && is_kept(source, at + 1, &next))
            at += 1 + next;
        else
            return at;
    }
}

/* The end of the run that is not text; says whether there is white space in it. */
static size_t gap_end(struct str source, size_t at, bool *spaced)
{
    *spaced = false;
    for (size_t length; at < source.length && !is_kept(source, at, &length); at += length)
        *spaced |= utf8_is_space(utf8_at(source, at, &length));
    return at;
}

/* A word that was broken at a hyphen or a soft hyphen goes on in the next line. */
static bool goes_on(struct str source, size_t from, size_t start)
{
    size_t length, before;
    if (utf8_at(source, from, &length) == SOFT_HYPHEN)
        return true;
    if (utf8_before(source, from, &length) != '-' || source.at[start] < 'a' || source.at[start] > 'z')
        return false;
    uint32_t code = utf8_before(source, from - length, &before);
    return before && code != '-' && !utf8_is_space(code);
}

/* The space for the gap start..end: one that stands there costs no piece. */
static void append_space(struct tracing *tracing, struct str source, size_t start, size_t end)
{
    if (source.at[start] == ' ')
        tracing_copy(tracing, source, start, start + 1);
    else
        tracing_replace(tracing, STR(" "), start, end);
}

void clean_append(struct tracing *tracing, struct str source, size_t from, size_t start, size_t end)
{
    struct str text = str_slice(source, 0, end);
    if (tracing->text.length && !goes_on(source, from, start))
        append_space(tracing, source, from, start);
    for (size_t at = start; at < end;) {
        bool spaced;
        size_t kept = kept_end(text, at);
        tracing_copy(tracing, source, at, kept);
        at = gap_end(text, kept, &spaced);
        if (spaced && at < end && tracing->text.length)
            append_space(tracing, source, kept, at);
    }
}
