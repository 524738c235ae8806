#include "gap.h"

#include "utf8.h"

#define GAP_BYTES_MAX 24 /* "......" and other rows of marks say nothing more when they are longer */

enum { EN_DASH = 0x2013, EM_DASH = 0x2014 };

static bool is_end_mark(uint32_t code)
{
    return code == '.' || code == '!' || code == '?' || code == ':' || code == ';' || code == ',' ||
           code == 0x2026 || code == EN_DASH || code == 0x3002 || code == 0xFF01 || code == 0xFF1F ||
           code == 0x061F;
}

/* A dash that parts clauses makes an engine pause only as a spaced en dash. */
static bool is_clause_dash(struct str gap, size_t at, size_t length, uint32_t code)
{
    size_t before_length, after_length;
    bool spaced = utf8_before(gap, at, &before_length) == ' ' && utf8_at(gap, at + length, &after_length) == ' ';
    return code == EM_DASH || ((code == '-' || code == EN_DASH) && spaced);
}

/* Marks of markup and of notes that nobody says: "_", "`", "|", daggers. */
static bool is_unsaid(uint32_t code)
{
    return code == '_' || code == '`' || code == '|' || code == '\\' || code == '{' || code == '}' ||
           code == 0x2020 || code == 0x2021 || code == 0x2022 || code == 0x00B7;
}

/* A stroke between spaces parts what the eye sees side by side. */
static bool is_lone_stroke(struct str gap, size_t at, uint32_t code)
{
    size_t before_length, after_length;
    return code == '/' && utf8_is_space(utf8_before(gap, at, &before_length)) &&
           utf8_is_space(utf8_at(gap, at + 1, &after_length));
}

static void append_space(struct buf *text)
{
    if (text->length && !str_ends(buf_str(text), STR(" ")))
        buf_append_char(text, ' ');
}

static void append_comma(struct buf *text)
{
    while (text->length && text->at[text->length - 1] == ' ')
        text->length--;
    buf_append_char(text, ',');
}

void gap_append(struct buf *text, struct str gap)
{
    size_t length, limit = text->length + GAP_BYTES_MAX;
    bool behind_dash = false;
    for (size_t at = 0; at < gap.length && text->length < limit; at += length) {
        uint32_t code = utf8_at(gap, at, &length);
        bool dash = is_clause_dash(gap, at, length, code);
        if (dash || utf8_is_space(code) || behind_dash)
            append_space(text);
        if (dash)
            buf_append(text, STR("\u2013"));
        else if (is_lone_stroke(gap, at, code))
            append_comma(text);
        else if (!utf8_is_space(code) && !is_unsaid(code))
            buf_append(text, str_slice(gap, at, at + length));
        behind_dash = dash;
    }
    if (behind_dash || text->length >= limit)
        append_space(text);
}

void gap_end_tune(struct buf *text)
{
    struct str said = utf8_trim(buf_str(text));
    size_t end = said.length, length;
    text->length = (size_t)(said.at - text->at) + said.length;
    uint32_t code = utf8_before(said, end, &length);
    while (length && (utf8_is_quote(code) || code == ')' || code == ']')) {
        end -= length;
        code = utf8_before(said, end, &length);
    }
    if (!is_end_mark(code))
        buf_append_char(text, '.');
}

bool gap_ends_clause(struct str gap)
{
    size_t length;
    for (size_t at = 0; at < gap.length; at += length)
        if (is_end_mark(utf8_at(gap, at, &length)))
            return true;
    return false;
}
