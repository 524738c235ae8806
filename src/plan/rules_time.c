#include "rules.h"

#include "cursor.h"

#include <string.h>

#define CLOCK_LOOK_AROUND 8  /* tokens in which "opens" makes "at 10.15" a time */
#define CLOCK_LOOK_BEHIND 40 /* and "8.30pm" does */

/* Takes "am", "p.m.", "A.M"; 'a', 'p' or 0.  The last stop is the abbreviation's only where the sentence goes on.
 */
static char take_half(struct cursor *cursor)
{
    static const char *const halves[] = {"a.m.", "p.m.", "a.m", "p.m", "am", "pm"};
    struct cursor on = *cursor;
    cursor_take_space(&on);
    for (size_t i = 0; i < sizeof halves / sizeof *halves; i++) {
        if (!cursor_take_caseless(&on, str_of(halves[i])))
            continue;
        struct cursor behind = on;
        if (cursor_take_letters(&behind).length)
            return 0;
        on.at -= on.at == on.text.length && on.text.at[on.at - 1] == '.';
        *cursor = on;
        return halves[i][0];
    }
    return 0;
}

/* "8", "8:30", "8.30", "21:51:31"; *mark is the separator or '\0'. */
static bool take_clock(struct cursor *cursor, struct clock *clock, char *mark)
{
    bool taken;
    *clock = (struct clock){0};
    *mark = '\0';
    clock->hour = cursor_take_number(cursor, 1, 2, &taken);
    if (!taken || clock->hour > 24)
        return false;
    struct cursor on = *cursor;
    char found = cursor_take_char(&on, ":.") ? on.text.at[on.at - 1] : '\0';
    clock->minute = found ? cursor_take_number(&on, 2, 2, &taken) : 0;
    if (!found || !taken || clock->minute > 59) {
        clock->minute = 0;
        return true;
    }
    *mark = found;
    *cursor = on;
    clock->second = cursor_take_char(&on, ":") ? cursor_take_number(&on, 2, 2, &clock->has_second) : 0;
    if (clock->has_second && clock->second < 60)
        *cursor = on;
    else
        clock->has_second = false;
    return true;
}

/* "8.30" is a time behind "at", where nothing is measured: "at 8.30 on Monday". */
static bool has_clock_cue(const struct context *context, size_t index, const struct value *value)
{
    const struct clock *clock = &value->times.from;
    if (!context->british || clock->hour > 23)
        return false;
    struct str zone = context_behind(context, index, value);
    bool has_zone = zone.length >= 3 && zone.at[0] <= 'Z' && language_has(context->language->zones, zone);
    if (has_zone || context->text.at[context->tokens[index].start] == '0')
        return has_zone || clock->hour > 0;
    if (clock->hour < 1 || clock->minute % 5 ||
        !language_has(context->language->clock_cues, context_before(context, index)))
        return false;
    bool near = context_near(context, index, CLOCK_LOOK_AROUND, context->language->clock_words);
    for (size_t i = index > CLOCK_LOOK_BEHIND ? index - CLOCK_LOOK_BEHIND : 0; i < index; i++)
        near |= context_has(context, i, SHAPE_DIGIT) && str_ends(context_token(context, i), STR("m"));
    if (!near)
        return false;
    struct str next = context_behind(context, index, value);
    return !next.length || language_has(context->language->clock_tails, next) ||
           language_has(context->language->clock_cues, next) ||
           (language_has(context->language->function_words, next) && !str_equal(next, STR("per")) &&
            !str_equal(next, STR("of")));
}

bool rule_time(const struct context *context, size_t index, struct value *value)
{
    struct cursor cursor = cursor_at(context, index);
    struct times *times = &value->times;
    char mark, until_mark = '\0';
    *times = (struct times){0};
    if (!take_clock(&cursor, &times->from, &mark))
        return false;
    times->from.half = take_half(&cursor);
    struct cursor on = cursor;
    if (cursor_take_dash(&on) && take_clock(&on, &times->until, &until_mark)) {
        times->until.half = take_half(&on);
        times->is_range = times->until.half || (mark == ':' && until_mark == ':');
    }
    if (times->is_range)
        cursor = on;
    if (!cursor_cover(&cursor, context, index, value))
        return false;
    const struct clock *last = times->is_range ? &times->until : &times->from;
    if (last->half)
        return times->from.hour <= 12 && (!times->from.has_second || last->hour <= 12);
    return mark == ':' || (mark == '.' && !times->is_range && has_clock_cue(context, index, value));
}

/* "0830 GMT", "1930 hours": four digits before a zone. */
bool rule_military_time(const struct context *context, size_t index, struct value *value)
{
    struct cursor cursor = cursor_at(context, index);
    bool taken;
    unsigned number = cursor_take_number(&cursor, 4, 4, &taken);
    value->times = (struct times){.from = {.hour = number / 100, .minute = number % 100}};
    if (!taken || number / 100 > 23 || number % 100 > 59 || !cursor_cover(&cursor, context, index, value))
        return false;
    struct str next = context_behind(context, index, value);
    static const char *const cues[] = {"at", "by", "until", "from", "before", "after"};
    bool nought = context->text.at[context->tokens[index].start] == '0', cued = false;
    for (size_t i = 0; i < sizeof cues / sizeof *cues; i++)
        cued |= str_equal(context_before(context, index), str_of(cues[i]));
    bool zone = next.length >= 3 && next.at[0] <= 'Z' && language_has(context->language->zones, next);
    return zone || (nought && (cued || str_equal(next, STR("hours"))));
}

/* "e.s.t", "est" behind a time of day. */
bool rule_zone(const struct context *context, size_t index, struct value *value)
{
    struct str word = context_token(context, index);
    struct str before = index > 0 ? context_token(context, index - 1) : STR("");
    char letters[8];
    size_t count = 0;
    bool behind_half =
        before.length >= 2 && before.length <= 8 && (str_ends(before, STR("m")) || str_ends(before, STR("M")));
    if (!behind_half || word.length > 7)
        return false;
    for (size_t i = 0; i < word.length && count < sizeof letters; i++)
        if (word.at[i] != '.')
            letters[count++] = word.at[i];
    value->written = word;
    return count >= 2 && count < sizeof letters &&
           language_has(context->language->zones, (struct str){letters, count});
}
