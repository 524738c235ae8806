#include "inline.h"

#include "clean.h"
#include "memory.h"
#include "utf8.h"

#include <stdlib.h>

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

/* The link begins with the first word in it. */
static void reach_link(struct inline_text *text)
{
    if (!text->link || text->linked)
        return;
    void *links = text->links;
    memory_reserve(&links, &text->link_capacity, text->link_count + 1, sizeof *text->links);
    text->links = links;
    text->links[text->link_count++] =
        (struct nr_link){.start = (uint32_t)text->tracing.text.length, .url = text->link};
    text->linked = true;
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
            reach_link(text);
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
        reach_link(text);
        tracing_replace(&text->tracing, (struct str){utf8, utf8_encode(code, utf8)}, start, end);
    }
}

void inline_words(struct inline_text *text, struct str words, size_t start, size_t end)
{
    if (words.length)
        text->spaced = false;
    tracing_replace(&text->tracing, words, start, end);
}

void inline_open_link(struct inline_text *text, const char *url)
{
    inline_close_link(text);
    text->link = url;
}

void inline_close_link(struct inline_text *text)
{
    if (text->linked)
        text->links[text->link_count - 1].end = (uint32_t)text->tracing.text.length;
    text->link = NULL;
    text->linked = false;
}

/* A block's text may be cut short when it is done. */
void inline_give_links(const struct inline_text *text, struct nr_block *block, struct nr_arena *arena)
{
    size_t count = text->link_count - text->linked;
    while (count > 0 && text->links[count - 1].start >= block->length)
        count--;
    if (count > 0 && text->links[count - 1].end > block->length)
        text->links[count - 1].end = (uint32_t)block->length;
    if (!count)
        return;
    block->links = arena_copy(arena, text->links, count * sizeof *text->links);
    block->link_count = count;
}

void inline_clear(struct inline_text *text)
{
    tracing_clear(&text->tracing);
    text->spaced = false;
    text->link_count = 0;
    text->link = NULL;
    text->linked = false;
}

void inline_free(struct inline_text *text)
{
    tracing_free(&text->tracing);
    free(text->links);
    *text = (struct inline_text){0};
}
