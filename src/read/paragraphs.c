#include "paragraphs.h"

#include "clean.h"
#include "credit.h"
#include "dates.h"
#include "ending.h"
#include "fail.h"
#include "phrases.h"
#include "quoting.h"
#include "utf8.h"
#include "words.h"
#include "wrap.h"

#include <ctype.h>

#define DATE_BYTES_MAX  40
#define ENTRY_BYTES_MAX 60
#define LABEL_BYTES_MAX 24
#define LABEL_WORDS_MAX 3
#define RULE_BYTES      4
#define CLOSED_BYTES    400
#define SHOUTED_LETTERS 6
#define VERSE_INDENT    2
#define POINTS_MIN      3
#define POINT_WORDS     4 /* and the bullet */
#define VERSE_ROOM      8

struct reader {
    struct draft *draft;
    struct str source;
    size_t width;
    bool indents;           /* a paragraph's first line */
    struct tracing tracing; /* the block being read */
    struct line first;      /* its lines */
    struct line last;
    struct line next; /* below the line that is being added */
    bool open;
    bool prose; /* a line has ended like a sentence */
    bool verse; /* the line above is one of a poem */
};

static void close_block(struct reader *reader)
{
    if (reader->open)
        draft_add(reader->draft, &reader->tracing, reader->first.marker);
    tracing_clear(&reader->tracing);
    reader->open = false;
}

static bool goes_on(const struct reader *reader, const struct line *line)
{
    bool prose = reader->prose || reader->first.start != reader->last.start;
    return wrap_joins(reader->source, reader->width, prose, &reader->last, line) &&
           !wrap_parts(reader->source, reader->width, &reader->last, line, &reader->next);
}

/* What marks the line, or in quoted mail what it has behind the marks of quotation. */
static struct marker own_marker(const struct reader *reader, const struct line *line)
{
    return line->marker.kind == MARKER_QUOTE ? marker_of(line_text(reader->source, line)) : line->marker;
}

/* Inside a paragraph a dash or a number may be text that the margin put first. */
static bool marks_item(const struct reader *reader, const struct line *line)
{
    struct marker marked = own_marker(reader, line), first = own_marker(reader, &reader->first);
    const struct marker *marker = &marked, *above = &first;
    bool margin = goes_on(reader, line);
    switch (marker->kind) {
    case MARKER_BULLET:
        return true;
    case MARKER_DASH:
        return above->kind == MARKER_DASH || !margin;
    case MARKER_NUMBER:
        return above->kind == MARKER_NUMBER ? marker->number == above->number + 1 : !margin;
    default:
        return false;
    }
}

/* A list item's further lines are indented. */
static bool hangs(const struct reader *reader, const struct line *line)
{
    size_t most = reader->first.indent + reader->first.marker.length + 1;
    return reader->first.marker.kind != MARKER_NONE && line->indent > reader->first.indent &&
           (!reader->indents || line->indent <= most);
}

static bool is_quoted(const struct line *line)
{
    return line->marker.kind == MARKER_QUOTE;
}

/* The date line under a headline is no part of it, however narrow the margin. */
static bool is_dated(struct str text)
{
    return text.length <= DATE_BYTES_MAX && date_is_all(text);
}

/* A short line that begins small, "contact manager", is no first line of a paragraph but an entry of a list. */
static bool is_entry(const struct reader *reader)
{
    struct str text = line_text(reader->source, &reader->first);
    bool alone = reader->first.start == reader->last.start && !reader->first.marker.kind && !reader->width;
    return alone && text.length && text.length <= ENTRY_BYTES_MAX && text.at[0] >= 'a' && text.at[0] <= 'z' &&
           ending_of(text) == ENDING_OPEN && text.at[text.length - 1] != ',';
}

static bool is_brief(struct str text)
{
    struct str word;
    size_t words = 0, length = text.length;
    for (struct str rest = text; word_take(&rest, &word);)
        words++;
    return words && words <= LABEL_WORDS_MAX && length <= LABEL_BYTES_MAX && ending_of(text) == ENDING_OPEN &&
           str_find(text, STR(",")) == text.length;
}

/* "Rovers" above "match reports": where nothing is wrapped, two lines of so few words are two. */
static bool is_label(const struct reader *reader, const struct line *line)
{
    struct str above = line_text(reader->source, &reader->first), below = line_text(reader->source, line);
    return !reader->width && reader->first.start == reader->last.start && !reader->first.marker.kind &&
           is_brief(above) && is_brief(below) && below.at[0] >= 'a' && below.at[0] <= 'z';
}

/* "From: ...", "Subject: ...": a field of a letter's head (RFC 5322) is not wrapped into the one above. */
static bool is_field(struct str text)
{
    static const char *const fields[] = {"From: ", "To: ", "Cc: ", "Date: ", "Sent: ", "Subject: ", "Reply-To: "};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (str_starts(text, str_of(fields[i])))
            return true;
    return false;
}

/* "You are receiving this ..." below a line that ends a sentence and is the text's. */
static bool is_site_below(const struct reader *reader, const struct line *line)
{
    struct str above = line_text(reader->source, &reader->last), first = line_text(reader->source, &reader->first);
    return reader->width && ending_of(above) == ENDING_STOP &&
           phrases_in(line_text(reader->source, line)) & FEATURE_BIT(SITE) &&
           !(phrases_in(first) & FEATURE_BIT(SITE));
}

/* "(Reporting by Ann Lee in Bonn)": all in brackets. */
static bool is_closed(const struct reader *reader)
{
    struct str first = line_text(reader->source, &reader->first), last = line_text(reader->source, &reader->last);
    return first.length < CLOSED_BYTES && str_starts(first, STR("(")) && str_ends(last, STR(")")) &&
           str_find(first, STR(")")) + 2 >= first.length;
}

/* "... last week. Photo: Ann Lee" above some words that are no part of her name. */
static bool ends_in_credit(const struct reader *reader, const struct line *line)
{
    struct str below = line_text(reader->source, line), word;
    unsigned words = 0, small = 0;
    for (struct str rest = below; word_take(&rest, &word); words++)
        small += !word_is_capital(word_bare(word));
    bool large = word_take(&below, &word) && word_is_capital(word_bare(word));
    return large && small * 3 > words && !reader->last.marker.kind &&
           credit_is_labelled(line_text(reader->source, &reader->last));
}

/* The indented line above opened a paragraph, which a line of some length goes on with. */
static bool is_opened(const struct reader *reader, const struct line *line)
{
    struct str text = line_text(reader->source, line);
    return reader->indents && reader->first.indent > line->indent && reader->first.start == reader->last.start &&
           (ending_of(text) != ENDING_OPEN || utf8_count(text) * 2 > reader->width);
}

/* "------": a line without a word. */
static bool is_rule(struct str text)
{
    for (size_t i = 0; i < text.length; i++)
        if ((unsigned char)text.at[i] >= 0x80 || isalnum((unsigned char)text.at[i]))
            return false;
    return text.length >= RULE_BYTES;
}

static bool is_shouted(struct str text)
{
    size_t capitals = 0;
    for (size_t i = 0; i < text.length; i++) {
        if (text.at[i] >= 'a' && text.at[i] <= 'z')
            return false;
        capitals += text.at[i] >= 'A' && text.at[i] <= 'Z';
    }
    return capitals >= SHOUTED_LETTERS;
}

/* A line all in capitals above one that is not. */
static bool is_shouted_above(const struct reader *reader, const struct line *line)
{
    return reader->first.start == reader->last.start && is_shouted(line_text(reader->source, &reader->last)) &&
           !is_shouted(line_text(reader->source, line));
}

/* "ann@ledger.example" below a name is no part of it. */
static bool is_address(struct str text)
{
    size_t at = str_find(text, STR("@"));
    bool page = str_starts(text, STR("http://")) || str_starts(text, STR("https://"));
    return (page || (at > 0 && at < text.length)) && str_find(text, STR(" ")) == text.length;
}

/* A line of a poem in hard-wrapped text: set in, with another beside it, and with room for the next word. */
static bool is_verse(const struct reader *reader, const struct line *line, const struct line *beside)
{
    struct str text = line_text(reader->source, line);
    return reader->width && !reader->indents && reader->prose && !line->marker.kind &&
           line->indent >= VERSE_INDENT && beside->indent >= VERSE_INDENT &&
           (!beside->marker.kind || reader->verse) && !line_is_blank(beside) &&
           utf8_count(text) + line->indent + VERSE_ROOM < reader->width && text.length &&
           !(text.at[0] >= 'a' && text.at[0] <= 'z');
}

static bool starts_block(const struct reader *reader, const struct line *line)
{
    if (!reader->open || is_quoted(line) != is_quoted(&reader->first) || marks_item(reader, line))
        return true;
    struct str first = line_text(reader->source, &reader->first);
    if (is_field(line_text(reader->source, line)) && (is_field(first) || str_starts(first, STR("--"))))
        return true; /* of a letter, perhaps behind "---- Forwarded message ----" */
    if (reader->indents && line->indent > reader->last.indent && !hangs(reader, line))
        return true;
    if (is_opened(reader, line))
        return false;
    if (is_rule(line_text(reader->source, line)) || is_rule(line_text(reader->source, &reader->last)) ||
        (!reader->prose && is_address(line_text(reader->source, line))) || is_shouted_above(reader, line))
        return true;
    if (is_site_below(reader, line))
        return true;
    if (is_closed(reader) || ends_in_credit(reader, line))
        return true;
    if (is_entry(reader) || is_label(reader, line))
        return true;
    if (reader->first.start == reader->last.start && is_dated(line_text(reader->source, line)))
        return true;
    return !hangs(reader, line) && !goes_on(reader, line);
}

static void add_line(struct reader *reader, struct line *line)
{
    if (line_is_blank(line) || (is_quoted(line) && !line_text(reader->source, line).length)) {
        close_block(reader);
        return;
    }
    bool verse = is_verse(reader, line, &reader->next) || (reader->verse && is_verse(reader, line, &reader->last));
    if (verse || reader->verse || starts_block(reader, line)) {
        close_block(reader);
        if (verse)
            line->marker = (struct marker){MARKER_QUOTE, 0, 0};
        reader->first = *line;
        reader->open = true;
    } else if (!is_quoted(line)) {
        line->marker = (struct marker){0};
    }
    struct str text = line_text(reader->source, line);
    size_t start = (size_t)(text.at - reader->source.at);
    clean_append(&reader->tracing, reader->source, reader->last.end, start, line->end);
    reader->last = *line;
    reader->verse = verse;
    reader->prose |= ending_of(text) == ENDING_STOP;
}

/* Where the next bullet of the line's kind, or one at all if it begins with none, stands between spaces; at the
 * line's end if there is none. */
static size_t next_bullet(struct str source, const struct line *line)
{
    size_t length;
    utf8_at(source, line->start, &length);
    struct str bullet =
        line->marker.length ? str_slice(source, line->start, line->start + length) : STR("\342\200\242");
    length = bullet.length;
    for (size_t at = line->start + length; at < line->end; at += length) {
        at += str_find(str_slice(source, at, line->end), bullet);
        if (at + length < line->end && source.at[at - 1] == ' ' && source.at[at + length] == ' ')
            return at;
    }
    return line->end;
}

/* "Deputy: 'We listened' \342\200\242 Protest blocked road on Tuesday \342\200\242 Treasury faces gap": points
 * with bullets between them only; a menu's have few words. */
static bool is_row_of_points(struct str source, const struct line *line)
{
    struct str text = line_text(source, line), bullet = STR(" \342\200\242 ");
    size_t points = 1, words = 1;
    if (line->marker.kind || date_is_all(str_slice(text, 0, str_find(text, bullet))))
        return false;
    for (size_t i = 0; i < text.length; i++) {
        words += text.at[i] == ' ';
        points += str_starts(str_slice(text, i, text.length), bullet);
    }
    return points >= POINTS_MIN && words >= points * POINT_WORDS;
}

/* "* One * Two": bullets as typists have them. */
static bool is_starred(struct str source, const struct line *line)
{
    return line->marker.kind == MARKER_DASH && source.at[line->start] == '*' &&
           next_bullet(source, line) < line->end;
}

/* Several bullets on one line are as many items. */
static void add_bullets(struct reader *reader, struct line line)
{
    for (size_t at;
         reader->draft->count <= DRAFT_BLOCKS_MAX && (at = next_bullet(reader->source, &line)) < line.end;) {
        struct line part = line;
        part.end = line.start + utf8_trim(str_slice(reader->source, line.start, at)).length;
        add_line(reader, &part);
        line.start = at;
        line.marker = marker_of(str_slice(reader->source, at, line.end));
    }
    add_line(reader, &line);
}

bool paragraphs_read(struct draft *draft, const char *name, struct str source, bool marked, struct nr_error *error)
{
    unsigned depth = marked ? quoting_depth(source) : 0;
    struct reader reader = {.draft = draft, .source = source, .width = wrap_width(source, depth)};
    reader.indents = reader.width && wrap_indents(source, depth);
    size_t at = 0;
    bool more = quoting_take(source, depth, &at, &reader.next);
    while (more && draft->count <= DRAFT_BLOCKS_MAX) {
        struct line line = reader.next;
        more = quoting_take(source, depth, &at, &reader.next);
        if (!more)
            reader.next = (struct line){0};
        if (!marked)
            line.marker = (struct marker){0};
        if (marked && is_row_of_points(source, &line))
            line.marker = (struct marker){MARKER_BULLET, 0, 0};
        if (line.marker.kind == MARKER_BULLET || is_starred(source, &line))
            add_bullets(&reader, line);
        else
            add_line(&reader, &line);
    }
    close_block(&reader);
    tracing_free(&reader.tracing);
    return draft->count <= DRAFT_BLOCKS_MAX ||
           fail_limit(error, "%s: more than %zu paragraphs; split it into articles", name, DRAFT_BLOCKS_MAX);
}
