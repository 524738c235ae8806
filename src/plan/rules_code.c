#include "rules.h"

#include "cursor.h"
#include "figure.h"

/* "-400" behind an airliner's "747": not a range, though it looks like one. */
static void take_version(struct cursor *cursor, struct str number)
{
    struct cursor version = *cursor;
    bool airliner = number.length == 3 && number.at[0] == '7' && number.at[2] == '7';
    if (airliner && cursor_take_char(&version, "-") && cursor_take_digits(&version).length)
        *cursor = version;
}

/* "Boeing 747", "flight 370", "Route 66", "Boeing 747-400": a number that names. */
bool rule_model(const struct context *context, size_t index, struct value *value)
{
    struct cursor cursor = cursor_at(context, index);
    bool taken;
    size_t start = cursor.at;
    cursor_take_number(&cursor, 3, 4, &taken);
    take_version(&cursor, str_slice(cursor.text, start, cursor.at));
    cursor_take(&cursor, STR("s"));
    value->written = str_slice(cursor.text, start, cursor.at);
    return taken && cursor_cover(&cursor, context, index, value) &&
           language_has(context->language->code_cues, context_before(context, index));
}

/* What has digits and is nothing else: "M25", "F-16", "H5N1", "5G", "99.9FM", "①". */
bool rule_code(const struct context *context, size_t index, struct value *value)
{
    value->written = context_token(context, index);
    return true;
}

/* Digits of other kinds: "Ⅷ", "①", "１２", "CO₂". */
bool rule_other_digits(const struct context *context, size_t index, struct value *value)
{
    struct str word = context_token(context, index);
    unsigned number;
    value->written = word;
    for (size_t at = 0, length; at < word.length; at += length)
        if (figure_at(word, at, &length, &number) != FIGURE_NONE)
            return true;
    return false;
}

/* "fact¹": a note's mark behind a word, which is said without it. */
bool rule_raised_note(const struct context *context, size_t index, struct value *value)
{
    struct str word = context_token(context, index);
    struct cursor cursor = {word, 0};
    struct str base = cursor_take_letters(&cursor);
    value->written = base;
    return base.length > 3 && base.at[base.length - 1] >= 'a' &&
           is_superscript(str_slice(word, base.length, word.length));
}
