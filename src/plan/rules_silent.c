#include "rules.h"

#include "cursor.h"
#include "figure.h"

#include <string.h>

#define ASIDE_BYTES_MAX 40 /* "(pictured, second from left)" */

static char char_before(const struct context *context, size_t index)
{
    size_t start = context->tokens[index].start;
    return start > 0 ? context->text.at[start - 1] : '\0';
}

/* Takes the text up to the bracket that closes, and marks it for removal with the one before. */
static bool take_brackets(const struct context *context, size_t index, struct cursor *cursor, struct value *value)
{
    value->words = "";
    value->in_brackets = true;
    return cursor_cover(cursor, context, index, value);
}

/* "fact[1]", "[a]", "[note 3]": a reference's mark. */
bool rule_reference(const struct context *context, size_t index, struct value *value)
{
    struct cursor cursor = cursor_at(context, index);
    if (char_before(context, index) != '[')
        return false;
    if (cursor_take_caseless(&cursor, STR("note ")) || cursor_take_caseless(&cursor, STR("n ")))
        cursor_take_digits(&cursor);
    else if (!cursor_take_digits(&cursor).length)
        cursor_take_char(&cursor, "abcdefghij");
    size_t open = context->tokens[index].start - 1;
    bool touches = open > 0 && context->text.at[open - 1] != ' ';
    return touches && cursor.at - open <= 8 && cursor_take_char(&cursor, "]") &&
           take_brackets(context, index, &cursor, value);
}

/* "[sic]", "(pictured)", "[citation needed]": asides to who sees the page. */
bool rule_aside(const struct context *context, size_t index, struct value *value)
{
    char open = char_before(context, index);
    struct cursor cursor = cursor_at(context, index);
    if ((open != '(' && open != '[') || !language_has(context->language->captions, cursor_take_letters(&cursor)))
        return false;
    const char *close = open == '(' ? ")" : "]";
    size_t start = cursor.at;
    while (cursor.at < cursor.text.length && cursor.at - start < ASIDE_BYTES_MAX &&
           !strchr("()[]", cursor.text.at[cursor.at]))
        cursor.at++;
    return cursor_take_char(&cursor, close) && take_brackets(context, index, &cursor, value);
}

/* "*bold*", "note*", "====": a sign that stands for no word where it stands. */
bool rule_markup(const struct context *context, size_t index, struct value *value)
{
    struct str word = context_token(context, index);
    value->words = "";
    return word.length == 1 && strchr("*<>=~^+", word.at[0]) != NULL && (word.at[0] != '+' || context->count > 1);
}

/* A row of pictures: their names, each once; some only point at what stands beside them. */
bool rule_emoji(const struct context *context, size_t index, struct value *value)
{
    value->written = context_token(context, index);
    return true;
}
