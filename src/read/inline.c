#include "inline.h"

#include "clean.h"
#include "utf8.h"

static void write_space(struct inline_text *text)
{
    if (text->spaced)
        tracing_replace(&text->tracing, STR(" "), text->space_start, text->space_end);
    text->spaced = false;
}

void inline_space(struct inline_text *text, size_t start, size_t end)
{
    if (!text->tracing.text.length)
        return;
    if (!text->spaced)
        text->space_start = start;
    if (!text->spaced || end > text->space_end)
        text->space_end = end;
    text->spaced = true;
}

static bool is_kept(struct str source, size_t at, size_t *length)
{
    uint32_t code = utf8_at(source, at, length);
    return *length && !utf8_is_space(code) && !clean_drops(code);
}

void inline_copy(struct inline_text *text, struct str source, size_t start, size_t end)
{
    struct str part = str_slice(source, 0, end);
    for (size_t at = start, length; at < end;) {
        size_t kept = at;
        while (is_kept(part, kept, &length))
            kept += length;
        if (kept > at) {
            write_space(text);
            tracing_copy(&text->tracing, part, at, kept);
        } else {
            if (utf8_is_space(utf8_at(part, at, &length)))
                inline_space(text, at, at + length);
            kept = at + length;
        }
        at = kept;
    }
}

void inline_code(struct inline_text *text, uint32_t code, size_t start, size_t end)
{
    char utf8[UTF8_BYTES_MAX];
    if (utf8_is_space(code)) {
        inline_space(text, start, end);
    } else if (!clean_drops(code)) {
        write_space(text);
        tracing_replace(&text->tracing, (struct str){utf8, utf8_encode(code, utf8)}, start, end);
    }
}

void inline_words(struct inline_text *text, struct str words, size_t start, size_t end)
{
    if (words.length)
        text->spaced = false;
    tracing_replace(&text->tracing, words, start, end);
}

void inline_clear(struct inline_text *text)
{
    tracing_clear(&text->tracing);
    text->spaced = false;
}
