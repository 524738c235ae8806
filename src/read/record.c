#include "record.h"

#include "fail.h"
#include "inline.h"

#include <jansson.h>
#include <string.h>

#define ID_BYTES_MAX  200 /* it names a file */
#define ISO_DATE_SIZE 10

/* Where the article's text may stand, and how it is read. */
static const struct {
    const char *key;
    enum nr_input from;
} texts[] = {
    {"blocks", NR_INPUT_BLOCKS},
    {"html", NR_INPUT_HTML},
    {"markdown", NR_INPUT_MARKDOWN},
    {"text", NR_INPUT_TEXT},
};

#define TEXT_COUNT (sizeof texts / sizeof *texts)

static bool is_given(const json_t *value)
{
    return value && !json_is_null(value);
}

/* The string at `key`, empty if there is none. */
static bool take_string(const char *place, const json_t *record, const char *key, struct str *text,
                        struct nr_error *error)
{
    const json_t *value = json_object_get(record, key);
    *text = (struct str){"", 0};
    if (!is_given(value))
        return true;
    if (!json_is_string(value))
        return fail(error, NR_REFUSED, "%s: '%s' is no string", place, key);
    *text = (struct str){json_string_value(value), json_string_length(value)};
    return true;
}

static bool take_name(const char *place, const json_t *record, const char *key, struct nr_arena *arena,
                      const char **name, struct nr_error *error)
{
    struct str text;
    if (!take_string(place, record, key, &text, error))
        return false;
    *name = text.length ? arena_string(arena, text) : NULL;
    return true;
}

/* A string or a whole number. */
static bool take_id(const char *place, const json_t *record, struct nr_arena *arena, const char **id,
                    struct nr_error *error)
{
    const json_t *value = json_object_get(record, "id");
    *id = NULL;
    if (json_is_integer(value)) {
        *id = arena_printf(arena, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
        return true;
    }
    if (is_given(value) && !json_is_string(value))
        return fail(error, NR_REFUSED, "%s: 'id' is neither a string nor a whole number", place);
    if (json_string_length(value) > ID_BYTES_MAX)
        return fail(error, NR_REFUSED, "%s: 'id' has more than %d bytes; it is to name a file", place,
                    ID_BYTES_MAX);
    return take_name(place, record, "id", arena, id, error);
}

/* Appends a line of its own to the source. */
static struct nr_span append_line(struct buf *source, struct str text)
{
    buf_append_char(source, '\n');
    struct nr_span span = {source->length, source->length + text.length};
    buf_append(source, text);
    return span;
}

static bool append_string(const char *place, const json_t *record, const char *key, struct buf *source,
                          struct nr_span *span, struct nr_error *error)
{
    struct str text;
    if (!take_string(place, record, key, &text, error))
        return false;
    *span = append_line(source, text);
    return true;
}

/* One writer, or a list of them. */
static bool append_byline(const char *place, const json_t *record, struct buf *source, struct nr_span *span,
                          struct nr_error *error)
{
    const json_t *writers = json_object_get(record, "byline");
    if (!json_is_array(writers))
        return append_string(place, record, "byline", source, span, error);
    struct buf names = {0};
    for (size_t i = 0; i < json_array_size(writers); i++) {
        const char *name = json_string_value(json_array_get(writers, i));
        if (!name) {
            buf_free(&names);
            return fail(error, NR_REFUSED, "%s: 'byline' is neither a string nor a list of strings", place);
        }
        buf_printf(&names, "%s%s", names.length ? ", " : "", name);
    }
    *span = append_line(source, buf_str(&names));
    buf_free(&names);
    return true;
}

/* A block is a line: what ends lines within it becomes a space. */
static void append_block(struct buf *source, const char *role, const char *text)
{
    buf_printf(source, "%s\t", role);
    for (const char *at = text; *at; at++)
        buf_append_char(source, *at == '\n' || *at == '\r' ? ' ' : *at);
    buf_append_char(source, '\n');
}

static bool append_blocks(const char *place, const json_t *blocks, struct buf *source, struct nr_error *error)
{
    if (!json_is_array(blocks))
        return fail(error, NR_REFUSED, "%s: 'blocks' is no list", place);
    for (size_t i = 0; i < json_array_size(blocks); i++) {
        const json_t *block = json_array_get(blocks, i);
        const char *role = json_string_value(json_object_get(block, "role"));
        const char *text = json_string_value(json_object_get(block, "text"));
        enum nr_role known;
        if (!role || !text)
            return fail(error, NR_REFUSED, "%s: block %zu is not {\"role\": \"...\", \"text\": \"...\"}", place,
                        i + 1);
        if (!nr_role_find(role, &known))
            return fail(error, NR_REFUSED, "%s: block %zu: '%.40s' is no role; show --as blocks prints them",
                        place, i + 1, role);
        append_block(source, role, text);
    }
    return true;
}

/* Browsers show no controls, and libxml2 stops at some. */
static void append_html_or_text(struct buf *source, struct str text, enum nr_input from)
{
    size_t start = source->length;
    buf_append(source, text);
    for (size_t i = start; from == NR_INPUT_HTML && i < source->length; i++) {
        char *at = &source->at[i];
        if (*at >= 0 && *at < ' ' && *at != '\n' && *at != '\r' && *at != '\t')
            *at = ' ';
    }
}

static bool append_text(const char *place, const json_t *record, struct buf *source, enum nr_input *from,
                        struct nr_error *error)
{
    size_t found = TEXT_COUNT;
    for (size_t i = 0; i < TEXT_COUNT; i++) {
        if (!is_given(json_object_get(record, texts[i].key)))
            continue;
        if (found < TEXT_COUNT)
            return fail(error, NR_REFUSED, "%s: both '%s' and '%s'; give one of them", place, texts[found].key,
                        texts[i].key);
        found = i;
    }
    if (found == TEXT_COUNT)
        return fail(error, NR_REFUSED, "%s: none of 'blocks', 'html', 'markdown', 'text'; give one of them",
                    place);
    *from = texts[found].from;
    const char *key = texts[found].key;
    if (*from == NR_INPUT_BLOCKS)
        return append_blocks(place, json_object_get(record, key), source, error);
    struct str text;
    if (!take_string(place, record, key, &text, error))
        return false;
    append_html_or_text(source, text, *from);
    return true;
}

static json_t *parse(const char *place, struct str json, struct nr_error *error)
{
    json_error_t wrong;
    json_t *record = json_loadb(json.at, json.length, JSON_REJECT_DUPLICATES, &wrong);
    if (!record) {
        bool several = json_error_code(&wrong) == json_error_end_of_input_expected;
        const char *what = several ? "more than one article; write one a line" : wrong.text;
        (void)fail(error, NR_REFUSED, "%s:%d: %s", place, wrong.position + 1, what);
    } else if (!json_is_object(record)) {
        json_decref(record);
        record = NULL;
        (void)fail(error, NR_REFUSED, "%s: no JSON object; write an article as {\"id\": ..., \"text\": ...}",
                   place);
    }
    return record;
}

static bool read_record(const char *place, const json_t *record, struct nr_arena *arena, struct buf *source,
                        enum nr_input *from, struct given *given, struct nr_error *error)
{
    if (!append_text(place, record, source, from, error))
        return false;
    given->text_length = source->length;
    return append_string(place, record, "title", source, &given->title, error) &&
           append_byline(place, record, source, &given->byline, error) &&
           append_string(place, record, "date", source, &given->date, error) &&
           take_id(place, record, arena, &given->id, error) &&
           take_name(place, record, "lang", arena, &given->language, error) &&
           take_name(place, record, "site", arena, &given->site, error) &&
           take_name(place, record, "image", arena, &given->image, error);
}

bool record_read(const char *place, struct str json, struct nr_arena *arena, struct buf *source,
                 enum nr_input *from, struct given *given, struct nr_error *error)
{
    json_t *record = parse(place, json, error);
    bool done = record && read_record(place, record, arena, source, from, given, error);
    json_decref(record);
    return done;
}

bool record_id(const char *place, struct str json, struct nr_arena *arena, const char **id, struct nr_error *error)
{
    json_t *record = parse(place, json, error);
    bool done = record && take_id(place, record, arena, id, error);
    json_decref(record);
    return done;
}

static void add_given(struct draft *draft, struct str source, struct nr_span span, struct markup markup)
{
    struct inline_text words = {0};
    inline_copy(&words, source, span.start, span.end);
    draft_add_marked(draft, &words.tracing, markup);
    tracing_free(&words.tracing);
}

void given_add(struct draft *draft, struct str source, const struct given *given)
{
    struct nr_span day = given->date;
    if (day.end - day.start > ISO_DATE_SIZE && source.at[day.start + ISO_DATE_SIZE] == 'T')
        day.end = day.start + ISO_DATE_SIZE;
    add_given(draft, source, given->title, (struct markup){"title of the record", NR_HEADLINE, 0});
    add_given(draft, source, given->byline, (struct markup){"byline of the record", NR_BYLINE, 0});
    add_given(draft, source, day, (struct markup){"date of the record", NR_BYLINE, 0});
}
