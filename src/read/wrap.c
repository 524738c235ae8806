#include "wrap.h"

#include "ending.h"
#include "quoting.h"
#include "utf8.h"

#include <string.h>

/* Nobody wraps at a column below or above these; a longer line is a paragraph of its own. */
#define WIDTH_MIN 40
#define WIDTH_MAX 100

/* Most lines end within a long word of the margin, where there is one. */
#define RAGGED 14

/* Columns that a paragraph's first line is indented by. */
#define INDENT_MIN 2

/* Fewer lines show no margin. */
#define WRAPPED_MIN 3

/* Code points of the first word, at most WIDTH_MAX. */
static size_t first_word(struct str text)
{
    size_t count = 0;
    for (size_t at = 0, length; at < text.length && count < WIDTH_MAX; at += length, count++)
        if (utf8_is_space(utf8_at(text, at, &length)))
            break;
    return count;
}

/* Code points, at most WIDTH_MAX + 1: longer lines need no counting. */
static size_t columns(struct str text)
{
    return utf8_count(str_slice(text, 0, utf8_offset(str_slice(text, 0, 4 * WIDTH_MAX + 4), WIDTH_MAX + 1)));
}

static bool is_lower(struct str text, size_t at)
{
    return at < text.length && text.at[at] >= 'a' && text.at[at] <= 'z';
}

/* With a small letter or what can't stand first; "(a)" would be an item. */
static bool starts_inside(struct str text)
{
    if (str_starts(text, STR("(")))
        return str_starts(text, STR("( ")) || (is_lower(text, 1) && is_lower(text, 2));
    return is_lower(text, 0) || (text.length && strchr(",.;:!?)%", text.at[0]));
}

struct tally {
    size_t lines[WIDTH_MAX + 1]; /* by width: lines with text below them */
    size_t wrapped;
    size_t stopped; /* of these: end like a sentence */
    size_t longer;
};

static void tally_line(struct tally *tally, struct str text)
{
    size_t width = columns(text);
    if (width > WIDTH_MAX)
        tally->longer++;
    else if (width >= WIDTH_MIN) {
        tally->lines[width]++;
        tally->wrapped++;
        tally->stopped += ending_of(text) != ENDING_OPEN;
    }
}

/* The widest, less the widest twentieth: a table or an address that sticks out is not the margin. */
static size_t margin(const struct tally *tally)
{
    size_t beyond = 0, width = WIDTH_MAX;
    if (tally->wrapped < WRAPPED_MIN || tally->wrapped <= 4 * tally->longer)
        return 0;
    if (tally->stopped * 2 >= tally->wrapped)
        return 0; /* a margin seldom falls on the end of a sentence: these are paragraphs of a line each */
    while (width > WIDTH_MIN && (beyond += tally->lines[width]) <= tally->wrapped / 20)
        width--;
    size_t near = 0;
    for (size_t i = width > WIDTH_MIN + RAGGED ? width - RAGGED : WIDTH_MIN; i <= WIDTH_MAX; i++)
        near += tally->lines[i];
    return near * 2 > tally->wrapped ? width : 0;
}

size_t wrap_width(struct str source, unsigned depth)
{
    struct tally tally = {0};
    struct line line, next;
    size_t at = 0;
    if (!quoting_take(source, depth, &at, &line))
        return 0;
    for (; quoting_take(source, depth, &at, &next); line = next)
        if (!line_is_blank(&line) && !line_is_blank(&next) && next.marker.kind != MARKER_BULLET &&
            next.indent <= line.indent) /* a line set in opens a paragraph */
            tally_line(&tally, line_text(source, &line));
    return margin(&tally);
}

bool wrap_indents(struct str source, unsigned depth)
{
    struct line line, next;
    size_t at = 0, opening = 0, hanging = 0;
    bool more = quoting_take(source, depth, &at, &line), item = false;
    for (; more && quoting_take(source, depth, &at, &next); line = next) {
        item = line.marker.kind || (item && line.indent && !line_is_blank(&line)); /* its lines hang */
        bool indented = !item && line.indent >= INDENT_MIN && !line.marker.kind && !line_is_blank(&line);
        opening += indented && !line_is_blank(&next) && next.indent < line.indent;
        hanging += indented && !line_is_blank(&next) && next.indent >= line.indent;
    }
    return opening >= WRAPPED_MIN && opening > hanging;
}

/* "By Jane Smith" behind a headline: a name, and room for more on its line. */
static bool is_credit(struct str text, size_t width, bool prose)
{
    return str_starts(text, STR("By ")) && text.length > 3 && text.at[3] >= 'A' && text.at[3] <= 'Z' &&
           columns(text) < (prose ? width / 2 : width - RAGGED) && ending_of(text) == ENDING_OPEN;
}

/* The column that a line and the next word would have passed, had the margin broken it.  Behind a full stop that
 * is asked exactly, at the top nearly; elsewhere half a line will do, for a sentence that is cut in two is the
 * worse mistake. */
static size_t limit(size_t width, bool prose, bool stopped)
{
    if (stopped)
        return width;
    return prose || width < RAGGED ? width / 2 : width - RAGGED;
}

bool wrap_joins(struct str source, size_t width, bool prose, const struct line *line, const struct line *next)
{
    struct str above = line_text(source, line), below = line_text(source, next);
    bool stopped = ending_of(above) != ENDING_OPEN || str_ends(above, STR(";"));
    if (!stopped && starts_inside(below))
        return true;
    if (str_equal_caseless(above, STR("By"))) /* as title pages have it */
        return true;
    if (!stopped && is_credit(below, width, prose))
        return false;
    size_t used = columns(above);
    return width && used <= WIDTH_MAX && used + 1 + first_word(below) > limit(width, prose, stopped);
}

bool wrap_parts(struct str source, size_t width, const struct line *above, const struct line *line,
                const struct line *next)
{
    struct str text = line_text(source, line);
    return width && ending_of(line_text(source, above)) == ENDING_STOP && ending_of(text) == ENDING_OPEN &&
           columns(text) < width / 2 && !starts_inside(text) && !line_is_blank(next) &&
           !wrap_joins(source, width, true, line, next);
}
