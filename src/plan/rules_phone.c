#include "rules.h"

#include "amount.h"

#define DIGITS_MIN        7
#define DIGITS_MAX        15 /* ITU-T E.164 */
#define CUE_LOOK_BEHIND   4  /* tokens: "call her on 020 ..." */
#define SHORT_LOOK_BEHIND 10 /* tokens: "call this number or 999" */

/* Groups of digits with hyphens, stops or spaces between; letters too behind "1-800". */
struct groups {
    size_t count;
    size_t digits;
    size_t lengths[8];
    bool has_space;
    bool has_hyphen;
    bool has_stop;
};

static bool take_separator(struct cursor *cursor, struct groups *groups)
{
    struct cursor on = *cursor;
    bool hyphen = cursor_take_char(&on, "-"), stop = !hyphen && cursor_take_char(&on, ".");
    bool space = !hyphen && !stop && cursor_take_space(&on);
    struct cursor digits = on;
    cursor_take_char(&digits, "(");
    if ((!hyphen && !stop && !space) || !cursor_take_digits(&digits).length)
        return false;
    groups->has_space |= space;
    groups->has_hyphen |= hyphen;
    groups->has_stop |= stop;
    *cursor = on;
    return true;
}

static bool take_groups(struct cursor *cursor, struct groups *groups)
{
    *groups = (struct groups){0};
    for (;;) {
        bool bracket = cursor_take_char(cursor, "(");
        struct str digits = cursor_take_digits(cursor);
        if (!digits.length || groups->count == 8)
            return groups->count > 1;
        groups->lengths[groups->count++] = digits.length;
        groups->digits += digits.length;
        struct cursor closed = *cursor;
        if ((groups->count == 1 || bracket) && cursor_take_char(&closed, ")")) {
            cursor_take_space(&closed);
            *cursor = closed;
            groups->has_hyphen = true;
        } else if (!take_separator(cursor, groups)) {
            return true;
        }
    }
}

/* Three, three, four, and what is dialled behind them. */
static bool is_american(const struct groups *groups)
{
    const size_t *n = groups->lengths;
    size_t first = groups->count > 3 && n[0] == 1 ? 1 : 0;
    return groups->count >= first + 3 && n[first] == 3 && n[first + 1] == 3 && n[first + 2] == 4;
}

static bool has_cue(const struct context *context, size_t index, size_t reach)
{
    for (size_t back = 1; back <= reach && back <= index; back++)
        if (language_has(context->language->phone_cues, context_token(context, index - back)))
            return true;
    return false;
}

static bool is_telephone(const struct context *context, size_t index, const struct groups *groups, bool plus,
                         char first)
{
    bool fits = groups->digits >= DIGITS_MIN && groups->digits <= DIGITS_MAX;
    if (groups->has_stop && (groups->has_space || groups->has_hyphen))
        return false;
    if (plus || (first == '0' && groups->count > 1 && !groups->has_stop && fits && groups->digits >= 9))
        return fits;
    if (groups->has_stop)
        return is_american(groups);
    if (groups->has_hyphen &&
        ((groups->count >= 3 && !groups->has_space && groups->digits >= DIGITS_MIN) || is_american(groups)))
        return true;
    bool local = groups->count == 2 && groups->lengths[0] == 3 && groups->lengths[1] == 4 && groups->has_hyphen;
    return (local && !context->british) || (fits && groups->count > 1 && has_cue(context, index, CUE_LOOK_BEHIND));
}

bool rule_telephone(const struct context *context, size_t index, struct value *value)
{
    struct cursor cursor = cursor_at(context, index);
    size_t start = cursor.at;
    struct groups groups;
    bool plus = cursor_take_char(&cursor, "+");
    char first = cursor.at < cursor.text.length ? cursor.text.at[cursor.at] : '\0';
    if (!take_groups(&cursor, &groups) && !plus)
        return false;
    value->written = str_slice(cursor.text, start, cursor.at);
    value->in_brackets = start > 0 && cursor.text.at[start - 1] == '(' &&
                         str_find(value->written, STR("(")) > str_find(value->written, STR(")"));
    return is_telephone(context, index, &groups, plus, first) && cursor_cover(&cursor, context, index, value);
}

/* "1-800-GO-U-HAUL", "0800-FLOWERS" */
bool rule_vanity_number(const struct context *context, size_t index, struct value *value)
{
    struct cursor cursor = cursor_at(context, index);
    size_t start = cursor.at;
    bool taken, letters = false;
    cursor_take(&cursor, STR("1-"));
    unsigned code = cursor_take_number(&cursor, 3, 4, &taken);
    while (taken && cursor_take_char(&cursor, "-")) {
        size_t before = cursor.at;
        struct str word = cursor_take_letters(&cursor);
        letters |= word.length > 0;
        for (size_t i = 0; i < word.length; i++)
            taken &= word.at[i] <= 'Z';
        if (!word.length)
            cursor_take_digits(&cursor);
        taken &= cursor.at > before;
    }
    value->written = str_slice(cursor.text, start, cursor.at);
    return taken && letters && (code % 100 == 0 || (code > 800 && code < 900)) && code >= 800 && code < 1000 &&
           cursor_cover(&cursor, context, index, value);
}

/* "call 999": a short number behind a word of calling. */
bool rule_short_number(const struct context *context, size_t index, struct value *value)
{
    struct cursor cursor = cursor_at(context, index);
    size_t start = cursor.at;
    bool taken;
    cursor_take_number(&cursor, 3, 3, &taken);
    value->written = str_slice(cursor.text, start, cursor.at);
    if (!taken && language_has(context->language->phone_cues, context_before(context, index))) {
        cursor_take_number(&cursor, 5, 6, &taken);
        value->written = str_slice(cursor.text, start, cursor.at);
        return taken && cursor_cover(&cursor, context, index, value) &&
               !is_counted(context->language, context_behind(context, index, value));
    }
    if (!taken || !cursor_cover(&cursor, context, index, value) || !has_cue(context, index, SHORT_LOOK_BEHIND))
        return false;
    static const char *const known[] = {"999", "911", "112", "111", "101", "105",
                                        "119", "116", "211", "311", "411"};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (str_equal(value->written, str_of(known[i])))
            return true;
    return false;
}

/* "ending in 8876", "PIN 1234", "ISBN 978-0-14": digits that count nothing. */
bool rule_digits(const struct context *context, size_t index, struct value *value)
{
    static const char *const cues[] = {"ending", "PIN", "ISBN", "ISSN", "pin", "passcode", "code"};
    struct cursor cursor = cursor_at(context, index);
    size_t start = cursor.at;
    struct groups groups;
    struct str before = context_before(context, index);
    if (str_equal(before, STR("in")) && index > 1)
        before = context_token(context, index - 2);
    if (str_ends(before, STR("number")) || !before.length)
        return false;
    if (!cursor_take_digits(&cursor).length)
        return false;
    cursor.at = start;
    take_groups(&cursor, &groups);
    value->written = str_slice(cursor.text, start, cursor.at);
    bool cued = false;
    for (size_t i = 0; i < sizeof cues / sizeof *cues; i++)
        cued |= str_equal(before, str_of(cues[i]));
    return cued && groups.digits >= 3 && cursor_cover(&cursor, context, index, value);
}
