#include "tags.h"

#include "entity.h"

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

static void open_mark(struct tags *tags, struct leaf *leaf, struct str rest)
{
    tags->state = str_starts(rest, str_of(marks[TAGS_COMMENT].opens)) ? TAGS_COMMENT : TAGS_TAG;
    for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++)
        if (str_starts_caseless(rest, str_of(scripts[i])))
            tags->state = TAGS_SCRIPT;
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
