#include "str.h"

#include <string.h>
#include <strings.h>

struct str str_of(const char *text)
{
    return (struct str){text ? text : "", text ? strlen(text) : 0};
}

struct str str_slice(struct str text, size_t start, size_t end)
{
    if (end > text.length)
        end = text.length;
    if (start > end)
        start = end;
    return (struct str){text.at + start, end - start};
}

bool str_equal(struct str a, struct str b)
{
    return a.length == b.length && (!a.length || !memcmp(a.at, b.at, a.length));
}

bool str_equal_caseless(struct str a, struct str b)
{
    return a.length == b.length && (!a.length || !strncasecmp(a.at, b.at, a.length));
}

bool str_starts(struct str text, struct str prefix)
{
    return str_equal(str_slice(text, 0, prefix.length), prefix);
}

bool str_starts_caseless(struct str text, struct str prefix)
{
    return str_equal_caseless(str_slice(text, 0, prefix.length), prefix);
}

bool str_ends(struct str text, struct str suffix)
{
    return text.length >= suffix.length &&
           str_equal(str_slice(text, text.length - suffix.length, text.length), suffix);
}

size_t str_find(struct str text, struct str needle)
{
    if (!needle.length)
        return 0;
    for (size_t at = 0; at + needle.length <= text.length; at++) {
        const char *found = memchr(text.at + at, needle.at[0], text.length - needle.length + 1 - at);
        if (!found)
            break;
        at = (size_t)(found - text.at);
        if (!memcmp(found, needle.at, needle.length))
            return at;
    }
    return text.length;
}

int str_compare(struct str a, struct str b)
{
    size_t shared = a.length < b.length ? a.length : b.length;
    int order = shared ? memcmp(a.at, b.at, shared) : 0;
    return order ? order : (a.length > b.length) - (a.length < b.length);
}

static bool is_blank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

struct str str_trim(struct str text)
{
    while (text.length && is_blank(text.at[0]))
        text = str_slice(text, 1, text.length);
    while (text.length && is_blank(text.at[text.length - 1]))
        text.length--;
    return text;
}

bool str_take_line(struct str *rest, struct str *line)
{
    if (!rest->length)
        return false;
    size_t end = str_find(*rest, STR("\n"));
    *line = str_slice(*rest, 0, end);
    *rest = str_slice(*rest, end + 1, rest->length);
    if (str_ends(*line, STR("\r")))
        line->length--;
    return true;
}
