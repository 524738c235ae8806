#include "id3.h"

#include "tags.h"
#include "utf8.h"

#include <string.h>

#define LATIN_1        "\0"
#define UTF_16         "\x01"
#define BYTE_ORDER     "\xFF\xFE"
#define HEADER_BYTES   10u
#define FRONT_COVER    "\x03"
#define TOP_ORDERED    "\x03"
#define ORDERED        "\x01"
#define ELEMENTS_MAX   255u /* a table of contents counts its elements in a byte */
#define NO_BYTE_OFFSET UINT32_MAX

static void put_u32(struct buf *out, uint64_t number)
{
    for (unsigned i = 0; i < 4; i++)
        buf_append_char(out, (char)(number >> (24 - 8 * i) & 0xFF));
}

/* ID3v2.3, 3.1: the tag's length has seven bits in a byte, so that nobody takes it for the start of sound. */
static void put_tag_length(struct buf *out, size_t length)
{
    for (unsigned i = 0; i < 4; i++)
        buf_append_char(out, (char)(length >> (21 - 7 * i) & 0x7F));
}

static size_t length_at(const char *at)
{
    size_t length = 0;
    for (unsigned i = 0; i < 4; i++)
        length = length << 8 | (unsigned char)at[i];
    return length;
}

static void put_frame(struct buf *out, const char *id, struct buf *body)
{
    buf_append(out, str_of(id));
    put_u32(out, body->length);
    buf_append(out, (struct str){"\0\0", 2});
    buf_append(out, buf_str(body));
    buf_free(body);
}

/* A NUL-terminated string, with its NUL. */
static void put_string(struct buf *out, const char *text)
{
    buf_append(out, (struct str){text, strlen(text) + 1});
}

static bool is_ascii(struct str text)
{
    for (size_t i = 0; i < text.length; i++)
        if ((unsigned char)text.at[i] > 0x7F)
            return false;
    return true;
}

static void put_unit(struct buf *out, uint32_t unit)
{
    buf_append_char(out, (char)(unit & 0xFF));
    buf_append_char(out, (char)(unit >> 8));
}

static void put_utf16(struct buf *out, struct str text)
{
    size_t length;
    for (size_t at = 0; at < text.length; at += length) {
        uint32_t code = utf8_at(text, at, &length);
        if (code > 0xFFFF) {
            put_unit(out, 0xD800 + ((code - 0x10000) >> 10));
            put_unit(out, 0xDC00 + (code & 0x3FF));
        } else
            put_unit(out, code);
    }
}

/* A comment has a language and a description before its text. */
static void put_text_body(struct buf *body, const char *id, struct str text)
{
    bool comment = strcmp(id, "COMM") == 0;
    if (is_ascii(text)) {
        buf_append(body, comment ? STR(LATIN_1 "und\0") : STR(LATIN_1));
        buf_append(body, text);
        return;
    }
    buf_append(body, comment ? STR(UTF_16 "und" BYTE_ORDER "\0\0" BYTE_ORDER) : STR(UTF_16 BYTE_ORDER));
    put_utf16(body, text);
}

static void put_text(struct buf *out, const char *id, const char *text)
{
    struct buf body = {0};
    put_text_body(&body, id, str_of(text));
    put_frame(out, id, &body);
}

static void put_cover(struct buf *out, const struct cover *cover)
{
    struct buf body = {0};
    buf_append(&body, STR(LATIN_1));
    put_string(&body, cover->mime);
    buf_append(&body, STR(FRONT_COVER "\0"));
    buf_append(&body, cover->bytes);
    put_frame(out, "APIC", &body);
}

static void put_element(struct buf *out, char kind, size_t number)
{
    buf_printf(out, "%c%zu", kind, number);
    buf_append_char(out, '\0');
}

/* A table that lists elements first..end of `kind`, and has a title unless that is NULL. */
static void put_contents(struct buf *out, struct buf *name, const char *flags, char kind, size_t first, size_t end,
                         const char *title)
{
    struct buf body = {0};
    buf_append(&body, buf_str(name));
    buf_free(name);
    buf_append(&body, str_of(flags));
    buf_append_char(&body, (char)(end - first));
    for (size_t i = first; i < end; i++)
        put_element(&body, kind, i);
    if (title)
        put_text(&body, "TIT2", title);
    put_frame(out, "CTOC", &body);
}

/* Where the table ends that starts with chapter `first`: an article's own, as far as a table can list them. */
static size_t table_end(const struct nr_plan *plan, size_t first)
{
    size_t end = first + 1;
    bool nested = end < plan->chapter_count && plan->chapters[end].inside;
    while (end < plan->chapter_count && end - first < ELEMENTS_MAX && plan->chapters[end].inside == nested)
        end++;
    return end;
}

static void put_table(struct buf *out, const struct nr_plan *plan, size_t number, size_t first, size_t end)
{
    struct buf name = {0};
    bool nested = first + 1 < end && plan->chapters[first + 1].inside;
    put_element(&name, 't', number);
    put_contents(out, &name, ORDERED, 'c', first, end, nested ? plan->chapters[first].title : NULL);
}

/* ID3v2 Chapter Frame Addendum, 3.2: a table for each article, and for what is more than a table can list. */
static void put_tables(struct buf *out, const struct nr_plan *plan)
{
    struct buf top = {0}, tables = {0};
    size_t count = 0;
    put_string(&top, "toc");
    if (table_end(plan, 0) == plan->chapter_count) {
        put_contents(out, &top, TOP_ORDERED, 'c', 0, plan->chapter_count, NULL);
        return;
    }
    for (size_t first = 0, end; first < plan->chapter_count; first = end) {
        end = table_end(plan, first);
        put_table(&tables, plan, count++, first, end);
    }
    put_contents(out, &top, TOP_ORDERED, 't', 0, count < ELEMENTS_MAX ? count : ELEMENTS_MAX, NULL);
    buf_append(out, buf_str(&tables));
    buf_free(&tables);
}

static void put_chapter(struct buf *out, const struct nr_recording *recording, size_t index)
{
    size_t next = index + 1;
    bool last = next == recording->plan->chapter_count;
    uint64_t end = last ? recording->frame_count : recording->chapter_starts[next];
    struct buf body = {0};
    put_element(&body, 'c', index);
    put_u32(&body, recording->chapter_starts[index] * 1000 / recording->sample_rate);
    put_u32(&body, end * 1000 / recording->sample_rate);
    put_u32(&body, NO_BYTE_OFFSET);
    put_u32(&body, NO_BYTE_OFFSET);
    put_text(&body, "TIT2", recording->plan->chapters[index].title);
    put_frame(out, "CHAP", &body);
}

static void put_tag(struct buf *out, struct buf *frames)
{
    buf_append(out, STR("ID3\x03\0\0"));
    put_tag_length(out, frames->length);
    buf_append(out, buf_str(frames));
    buf_free(frames);
}

void id3_append_cover(struct buf *out, const struct output *output)
{
    struct buf frames = {0};
    put_cover(&frames, output->cover);
    put_tag(out, &frames);
}

void id3_append(struct buf *out, const struct output *output)
{
    struct buf frames = {0};
    struct tags tags = tags_of(output);
    size_t chapters = output->recording->plan->chapter_count;
    for (size_t i = 0; i < tags.count; i++)
        put_text(&frames, tags.at[i].id3, tags.at[i].value);
    if (chapters > 0)
        put_tables(&frames, output->recording->plan);
    for (size_t i = 0; i < chapters; i++)
        put_chapter(&frames, output->recording, i);
    if (output->cover)
        put_cover(&frames, output->cover);
    put_tag(out, &frames);
}

bool id3_says(struct str bytes, const char *id, const char *text, bool whole)
{
    struct buf wanted = {0};
    bool found = false;
    put_text_body(&wanted, id, str_of(text));
    size_t at = str_starts(bytes, STR("ID3\x03")) ? HEADER_BYTES : bytes.length;
    while (!found && at + HEADER_BYTES < bytes.length) {
        size_t start = at + HEADER_BYTES, end = start + length_at(bytes.at + at + 4);
        struct str body = str_slice(bytes, start, end);
        found = str_equal(str_slice(bytes, at, at + 4), str_of(id)) && str_starts(body, buf_str(&wanted)) &&
                (!whole || body.length == wanted.length);
        at = end;
    }
    buf_free(&wanted);
    return found;
}
