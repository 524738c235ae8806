#include "wrap.h"

#include "ending.h"
#include "utf8.h"

#include <string.h>

/* Nobody wraps at a column below or above these; a longer line is a paragraph of its own. */
#define WIDTH_MIN 40
#define WIDTH_MAX 100

/* Most lines end within a long word of the margin, where there is one. */
#define RAGGED 14

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

size_t wrap_width(struct str source)
{
    struct tally tally = {0};
    struct line line, next;
    size_t at = 0;
    if (!line_take(source, &at, &line))
        return 0;
    for (; line_take(source, &at, &next); line = next)
        if (!line_is_blank(&line) && !line_is_blank(&next) && next.marker.kind != MARKER_BULLET)
            tally_line(&tally, line_text(source, &line));
    return margin(&tally);
}

/* "By Jane Smith" behind a headline: a name, and room for more on its line. */
static bool is_credit(struct str text, size_t width)
{
    return str_starts(text, STR("By ")) && text.length > 3 && text.at[3] >= 'A' && text.at[3] <= 'Z' &&
           columns(text) < width / 2 && ending_of(text) == ENDING_OPEN;
}

/* A line was broken by the margin if the next word had no room.  Behind a full stop that is asked exactly;
 * elsewhere half a line will do, for a sentence that is cut in two is the worse mistake. */
bool wrap_joins(struct str source, size_t width, const struct line *line, const struct line *next)
{
    struct str above = line_text(source, line), below = line_text(source, next);
    bool stopped = ending_of(above) != ENDING_OPEN;
    if (!stopped && starts_inside(below))
        return true;
    if (str_equal_caseless(above, STR("By"))) /* as title pages have it */
        return true;
    if (!stopped && is_credit(below, width))
        return false;
    size_t used = columns(above);
    return width && used <= WIDTH_MAX && used + 1 + first_word(below) > (stopped ? width : width / 2);
}
