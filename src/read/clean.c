#include "clean.h"

#include "utf8.h"

#include <string.h>

#define SOFT_HYPHEN  0xAD
#define ORNAMENT_MIN 8 /* in a row: fewer may be dots of an omission, or mean something */

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

static size_t run_length(struct str source, size_t at, int step)
{
    size_t count = 0;
    for (size_t i = at; i < source.length && source.at[i] == source.at[at] && count < ORNAMENT_MIN;
         i += (size_t)step)
        count++;
    return count;
}

/* A rule beside words, "//////// News", or a leader between them, "Notes ........ 12". */
static bool is_ornament(struct str source, size_t at)
{
    return memchr("/=-*~#.", source.at[at], 7) &&
           run_length(source, at, 1) + run_length(source, at, -1) > ORNAMENT_MIN;
}

/* Source text that is being cleaned: a line, up to its end. */
struct cleaning {
    struct str source;
    bool has_words; /* else ornaments are all there is */
};

static bool is_kept(const struct cleaning *line, size_t at, size_t *length)
{
    uint32_t code = utf8_at(line->source, at, length);
    if (!*length || utf8_is_space(code) || clean_drops(code))
        return false;
    if (code == '_')
        return !is_underlining(line->source, at);
    return code >= 0x80 || !line->has_words || !is_ornament(line->source, at);
}

/* The end of the run that can be copied: text, with single spaces in it. */
static size_t kept_end(const struct cleaning *line, size_t at)
{
    struct str source = line->source;
    for (size_t length, next;;) {
        if (is_kept(line, at, &length))
            at += length;
        else if (at < source.length && source.at[at] == ' ' && is_kept(line, at + 1, &next))
            at += 1 + next;
        else
            return at;
    }
}

/* The end of the run that is not text; says whether there is white space or an ornament in it. */
static size_t gap_end(const struct cleaning *line, size_t at, bool *spaced)
{
    *spaced = false;
    for (size_t length; at < line->source.length && !is_kept(line, at, &length); at += length) {
        uint32_t code = utf8_at(line->source, at, &length);
        *spaced |= utf8_is_space(code) || (code != '_' && !clean_drops(code));
    }
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

static bool holds_word(struct str text)
{
    for (size_t at = 0, length; at < text.length; at += length) {
        uint32_t code = utf8_at(text, at, &length);
        if (side_of(code, length) == SIDE_WORD)
            return true;
    }
    return false;
}

/* A stop that was left over for the next line belongs to the word before it; ". . ." does not. */
static bool clings(struct str line)
{
    static const char marks[] = ".,;:!?)]";
    if (!line.length || !memchr(marks, line.at[0], sizeof marks - 1) || (line.length > 1 && line.at[1] != ' '))
        return false;
    return line.length < 3 || line.at[2] != line.at[0];
}

/* The space for the gap start..end: one that stands there costs no piece. */
static void append_space(struct tracing *tracing, struct str source, size_t start, size_t end)
{
    if (!tracing->text.length || str_ends(buf_str(&tracing->text), STR(" ")))
        return;
    if (source.at[start] == ' ')
        tracing_copy(tracing, source, start, start + 1);
    else
        tracing_replace(tracing, STR(" "), start, end);
}

void clean_append(struct tracing *tracing, struct str source, size_t from, size_t start, size_t end)
{
    struct str text = str_slice(source, start, end);
    struct cleaning line = {str_slice(source, 0, end), holds_word(text)};
    if (!goes_on(source, from, start) && !clings(text))
        append_space(tracing, source, from, start);
    for (size_t at = start; at < end;) {
        bool spaced;
        size_t kept = kept_end(&line, at);
        tracing_copy(tracing, source, at, kept);
        at = gap_end(&line, kept, &spaced);
        if (spaced && at < end)
            append_space(tracing, source, kept, at);
    }
}
