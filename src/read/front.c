#include "front.h"

#include "inline.h"
#include "lines.h"

#include <string.h>

#define LINES_MAX     200
#define LANGUAGE_MAX  35 /* RFC 5646, section 4.4.1 */
#define SITE_MAX      200
#define IMAGE_MAX     2048
#define ISO_DATE_SIZE 10

/* Those before LANGUAGE become blocks. */
enum field { TITLE, SUBTITLE, AUTHOR, DATE, LANGUAGE, SITE, IMAGE, FIELD_COUNT, NO_FIELD };

static const struct {
    const char *name;
    enum field field;
} keys[] = {
    {"title", TITLE},    {"headline", TITLE},   {"subtitle", SUBTITLE}, {"standfirst", SUBTITLE},
    {"author", AUTHOR},  {"authors", AUTHOR},   {"byline", AUTHOR},     {"date", DATE},
    {"published", DATE}, {"lang", LANGUAGE},    {"language", LANGUAGE}, {"site", SITE},
    {"site_name", SITE}, {"publication", SITE}, {"publisher", SITE},    {"image", IMAGE},
    {"cover", IMAGE},    {"thumbnail", IMAGE},
};

static const struct markup markups[] = {
    [TITLE] = {.why = "title in front matter", .role = NR_HEADLINE},
    [SUBTITLE] = {.why = "subtitle in front matter", .role = NR_SUMMARY},
    [AUTHOR] = {.why = "author in front matter", .role = NR_BYLINE},
    [DATE] = {.why = "date in front matter", .role = NR_BYLINE},
};

struct front {
    struct str source;
    char separator;
    enum field field; /* the last one named */
    size_t known;     /* lines with a key */
    struct {
        struct str all[8];
        size_t count;
    } values[FIELD_COUNT];
};

static enum field field_of(struct str key)
{
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (str_equal_caseless(str_of(keys[i].name), key))
            return keys[i].field;
    return NO_FIELD;
}

static struct str unquoted(struct str text)
{
    static const char *const pairs[] = {"\"\"", "''", "[]"};
    text = str_trim(text);
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (text.length > 1 && text.at[0] == pairs[i][0] && text.at[text.length - 1] == pairs[i][1])
            text = str_trim(str_slice(text, 1, text.length - 1));
    return text;
}

static void add_value(struct front *front, struct str text)
{
    static const char *const none[] = {"", "|", ">", "|-", ">-"};
    text = unquoted(text);
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        if (str_equal(str_of(none[i]), text))
            return;
    size_t room = sizeof front->values[0].all / sizeof front->values[0].all[0];
    if (front->field < FIELD_COUNT && front->values[front->field].count < room)
        front->values[front->field].all[front->values[front->field].count++] = text;
}

/* A key at the margin; below it may stand a list, a name of its own, or the text itself. */
static void add_line(struct front *front, const struct line *line)
{
    struct str text = str_slice(front->source, line->start, line->end);
    size_t at = str_find(text, (struct str){&front->separator, 1});
    bool item = str_starts(text, STR("- "));
    if (at < text.length && !line->indent && !item) {
        front->field = field_of(str_trim(str_slice(text, 0, at)));
        front->known++;
    } else if (item) {
        at = 1;
    } else {
        struct str key = str_trim(str_slice(text, 0, at));
        if (at < text.length && !str_equal_caseless(key, STR("name")))
            return;
        at = at < text.length ? at : (size_t)-1;
    }
    add_value(front, str_slice(text, at + 1, text.length));
}

static bool is_fence(struct str text, char separator)
{
    return str_equal(text, separator == ':' ? STR("---") : STR("+++")) ||
           (separator == ':' && str_equal(text, STR("...")));
}

/* Where the text behind begins. */
static size_t read_lines(struct front *front)
{
    struct line line;
    size_t at = 0, count = 0;
    if (!line_take(front->source, &at, &line) || line.indent)
        return 0;
    struct str first = str_slice(front->source, line.start, line.end);
    front->separator = str_equal(first, STR("+++")) ? '=' : ':';
    front->field = NO_FIELD;
    if (!is_fence(first, front->separator))
        return 0;
    while (count++ < LINES_MAX && line_take(front->source, &at, &line)) {
        if (is_fence(str_slice(front->source, line.start, line.end), front->separator))
            return !front->known ? 0 : at < front->source.length ? at : front->source.length;
        if (!line_is_blank(&line))
            add_line(front, &line);
    }
    return 0;
}

/* Of "2024-03-12T10:00:00Z" the day. */
static struct str day_of(struct str date)
{
    bool iso = date.length > ISO_DATE_SIZE && date.at[7] == '-' && strchr("T ", date.at[ISO_DATE_SIZE]);
    return iso ? str_slice(date, 0, ISO_DATE_SIZE) : date;
}

/* What stands there first, in `arena`; NULL: nothing. */
static const char *first_value(const struct front *front, enum field field, size_t length_max,
                               struct nr_arena *arena)
{
    bool stated = front->values[field].count && front->values[field].all[0].length <= length_max;
    return stated ? arena_string(arena, front->values[field].all[0]) : NULL;
}

static void add_block(struct draft *draft, struct str source, struct str text, struct markup markup)
{
    struct inline_text words = {0};
    size_t start = (size_t)(text.at - source.at);
    inline_copy(&words, source, start, start + text.length);
    draft_add_marked(draft, &words.tracing, markup);
    tracing_free(&words.tracing);
}

size_t front_read(struct draft *draft, struct str source)
{
    struct front front = {.source = source};
    size_t end = read_lines(&front);
    for (int field = 0; end && field < LANGUAGE; field++)
        for (size_t i = 0; i < front.values[field].count; i++) {
            struct str text = front.values[field].all[i];
            add_block(draft, source, field == DATE ? day_of(text) : text, markups[field]);
        }
    if (!end)
        return 0;
    draft->language = first_value(&front, LANGUAGE, LANGUAGE_MAX, draft->arena);
    draft->site = first_value(&front, SITE, SITE_MAX, draft->arena);
    draft->image = first_value(&front, IMAGE, IMAGE_MAX, draft->arena);
    return end;
}
