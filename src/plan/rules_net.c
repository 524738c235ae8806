#include "rules.h"

#include "cursor.h"
#include "utf8.h"

#include <string.h>

static bool is_label_char(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

static bool is_lower(struct str word)
{
    for (size_t i = 0; i < word.length; i++)
        if (word.at[i] < 'a' || word.at[i] > 'z')
            return false;
    return true;
}

static struct str take_label(struct cursor *cursor)
{
    size_t start = cursor->at;
    while (cursor->at < cursor->text.length && is_label_char(cursor->text.at[cursor->at]))
        cursor->at++;
    return str_slice(cursor->text, start, cursor->at);
}

/* "www.bbc.co.uk": labels with stops between; *last is the top-level domain. */
static size_t take_host(struct cursor *cursor, struct str *first, struct str *last)
{
    size_t labels = 0;
    for (;;) {
        struct str label = take_label(cursor);
        if (!label.length)
            break;
        if (!labels++)
            *first = label;
        *last = label;
        struct cursor on = *cursor;
        if (!cursor_take_char(&on, ".") || !take_label(&on).length)
            break;
        cursor_take_char(cursor, ".");
    }
    return labels;
}

/* The rest of an address: what stands behind its host up to a space, less the sentence's own marks. */
static void take_path(struct cursor *cursor)
{
    size_t start = cursor->at, length;
    if (start >= cursor->text.length || !strchr("/?#:", cursor->text.at[start]))
        return;
    for (uint32_t code; (code = cursor_peek(cursor)) != 0 && code < 0x80 && !utf8_is_space(code) &&
                        !strchr("\"<>()[]{}'|\\^`", (int)code);)
        cursor->at++;
    while (cursor->at > start && strchr(".,:;!?-*", cursor->text.at[cursor->at - 1]) &&
           utf8_before(cursor->text, cursor->at, &length))
        cursor->at--;
}

/* Is it an address by its top-level domain, and no sentence whose space is missing? */
static bool is_domain(const struct language *language, struct str first, struct str last, size_t labels)
{
    if (labels < 2 || first.length < 2 || last.length < 2 || last.length > 6 || !is_lower(last))
        return false;
    if (language_has(language->domains, last))
        return true;
    return is_lower(first) && !language_has(language->function_words, last) &&
           !language_has(language->starters, last) && last.length <= 4;
}

/* "https://www.bbc.co.uk/news", "nvidia.com": the protocol is not said. */
bool rule_url(const struct context *context, size_t index, struct value *value)
{
    static const char *const schemes[] = {"https://", "http://", "ftp://"};
    struct cursor cursor = cursor_at(context, index);
    struct str first = {0}, last = {0};
    bool certain = false;
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes && !certain; i++)
        certain = cursor_take_caseless(&cursor, str_of(schemes[i]));
    size_t start = cursor.at, labels = take_host(&cursor, &first, &last);
    certain |= labels > 1 && str_equal_caseless(first, STR("www"));
    if (!labels || (!certain && !is_domain(context->language, first, last, labels)))
        return false;
    if (cursor.at < cursor.text.length && cursor.text.at[cursor.at] == '@')
        return false;
    take_path(&cursor);
    value->written = str_slice(cursor.text, start, cursor.at);
    return cursor_cover(&cursor, context, index, value);
}

/* "a.b@c.com" */
bool rule_email(const struct context *context, size_t index, struct value *value)
{
    struct cursor cursor = cursor_at(context, index);
    struct str first = {0}, last = {0};
    cursor_take_caseless(&cursor, STR("mailto:"));
    size_t start = cursor.at;
    if (!take_host(&cursor, &first, &last))
        return false;
    if (cursor_take_char(&cursor, "+"))
        take_host(&cursor, &first, &last);
    if (!cursor_take_char(&cursor, "@") || take_host(&cursor, &first, &last) < 2)
        return false;
    take_path(&cursor);
    value->written = str_slice(cursor.text, start, cursor.at);
    return cursor_cover(&cursor, context, index, value);
}

/* "@BBCNews", "#MeToo" */
bool rule_handle(const struct context *context, size_t index, struct value *value)
{
    struct cursor cursor = cursor_at(context, index);
    size_t start = cursor.at;
    if (!cursor_take_char(&cursor, "@#"))
        return false;
    size_t name = cursor.at, length;
    while (is_label_char((char)(cursor_peek(&cursor) < 0x80 ? cursor_peek(&cursor) : 'a')) &&
           cursor_peek(&cursor) != '-')
        cursor.at += (utf8_at(cursor.text, cursor.at, &length), length);
    value->written = str_slice(cursor.text, start, cursor.at);
    bool letters = false;
    for (size_t i = name; i < cursor.at; i++)
        letters |= (unsigned char)cursor.text.at[i] >= 'A';
    return letters && cursor_cover(&cursor, context, index, value);
}

/* "snake_case", "getElementById", "--force": names out of a program. */
bool rule_identifier(const struct context *context, size_t index, struct value *value)
{
    struct str word = context_token(context, index);
    size_t humps = 0;
    bool score = false, plain = word.length > 2;
    for (size_t i = 0; i < word.length; i++) {
        plain &= is_label_char(word.at[i]) && word.at[i] != '-';
        score |= word.at[i] == '_';
        humps += i > 1 && word.at[i] >= 'A' && word.at[i] <= 'Z' && word.at[i - 1] >= 'a' && word.at[i - 1] <= 'z';
    }
    value->written = word;
    bool camel = humps > 0 && is_lower(str_slice(word, 0, 2));
    return plain && (score || camel);
}
