#include "tags.h"

#include "entity.h"

#include <string.h>

/* What begins at a "<", and what ends it. */
static const struct {
    const char *opens;
    const char *closes;
} marks[] = {
    [TAGS_TEXT] = {"", ""},
    [TAGS_TAG] = {"<", ">"},
    [TAGS_COMMENT] = {"<!--", "-->"},
    [TAGS_SCRIPT] = {"<s", "</s"},
};

static const char *const scripts[] = {"<script", "<style"};

/* The value of the tag's attribute as it is written, without its quotes; empty if it has none. */
static struct str value_of(struct str tag, struct str name)
{
    for (size_t at = 0; at < tag.length; at++) {
        struct str rest = str_slice(tag, at + 1, tag.length);
        if (!strchr(" \t\r\n\"'", tag.at[at]) || !str_starts_caseless(rest, name))
            continue;
        rest = str_trim(str_slice(rest, name.length, rest.length));
        if (!str_starts(rest, STR("=")))
            continue;
        rest = str_trim(str_slice(rest, 1, rest.length));
        bool quoted = str_starts(rest, STR("\"")) || str_starts(rest, STR("'"));
        struct str ends = quoted ? str_slice(rest, 0, 1) : STR(" ");
        struct str value = str_slice(rest, quoted, rest.length);
        value = str_slice(value, 0, str_find(value, ends));
        return quoted ? value : str_slice(value, 0, str_find(value, STR(">")));
    }
    return (struct str){0};
}

/* The address with its character references read. */
static const char *address_of(struct str written, struct nr_arena *arena)
{
    struct buf text = {0};
    for (size_t at = 0, length; at < written.length; at += length) {
        struct str rest = str_slice(written, at, written.length);
        length = rest.at[0] == '&' ? str_find(str_slice(rest, 0, ENTITY_BYTES_MAX), STR(";")) + 1 : 1;
        uint32_t code = length > 1 ? entity_code(str_slice(rest, 0, length)) : 0;
        length = code ? length : 1;
        if (code)
            buf_append_code(&text, code);
        else
            buf_append_char(&text, rest.at[0]);
    }
    const char *address = arena_string(arena, buf_str(&text));
    buf_free(&text);
    return address;
}

void tags_link(struct leaf *leaf, struct str tag)
{
    if (leaf->asides)
        return;
    if (str_starts_caseless(tag, STR("</a>")))
        inline_close_link(&leaf->text);
    if (!str_starts_caseless(tag, STR("<a")) || tag.length < 3 || !strchr(" \t\r\n", tag.at[2]))
        return;
    struct str href = str_trim(value_of(tag, STR("href")));
    if (href.length && !str_starts_caseless(href, STR("javascript:")))
        inline_open_link(&leaf->text, address_of(href, leaf->draft->arena));
}

static void open_mark(struct tags *tags, struct leaf *leaf, struct str rest)
{
    tags->state = str_starts(rest, str_of(marks[TAGS_COMMENT].opens)) ? TAGS_COMMENT : TAGS_TAG;
    for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++)
        if (str_starts_caseless(rest, str_of(scripts[i])))
            tags->state = TAGS_SCRIPT;
    if (tags->state == TAGS_TAG)
        tags_link(leaf, str_slice(rest, 0, str_find(rest, STR(">")) + 1));
    leaf->figure |= str_starts_caseless(rest, STR("<figcaption"));
}

/* Where the text goes on. */
static size_t text_end(struct str source, size_t start, size_t end)
{
    while (start < end && source.at[start] != '<' && source.at[start] != '&')
        start++;
    return start;
}

static size_t take_entity(struct leaf *leaf, size_t start, size_t end)
{
    struct str rest = str_slice(leaf->source, start, end);
    size_t length = str_find(str_slice(rest, 0, ENTITY_BYTES_MAX), STR(";")) + 1;
    uint32_t code = entity_code(str_slice(rest, 0, length));
    if (!code) {
        leaf_copy(leaf, start, start + 1);
        return start + 1;
    }
    leaf_code(leaf, code, start, start + length);
    return start + length;
}

/* To the end of the mark, or of the part. */
static size_t skip_mark(struct tags *tags, struct leaf *leaf, size_t start, size_t end)
{
    struct str closes = str_of(marks[tags->state].closes), rest = str_slice(leaf->source, start, end);
    size_t found = str_find(rest, closes);
    if (found == rest.length)
        return end;
    bool script = tags->state == TAGS_SCRIPT;
    tags->state = script ? TAGS_TAG : TAGS_TEXT;
    if (!script)
        inline_space(&leaf->text, start + found, start + found + closes.length);
    return start + found + closes.length;
}

void tags_strip(struct tags *tags, struct leaf *leaf, size_t start, size_t end)
{
    while (start < end) {
        if (tags->state != TAGS_TEXT) {
            start = skip_mark(tags, leaf, start, end);
        } else if (leaf->source.at[start] == '<') {
            open_mark(tags, leaf, str_slice(leaf->source, start, end));
        } else if (leaf->source.at[start] == '&') {
            start = take_entity(leaf, start, end);
        } else {
            size_t next = text_end(leaf->source, start, end);
            leaf_copy(leaf, start, next);
            start = next;
        }
    }
}
