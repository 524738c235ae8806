#include "html_values.h"

#include "buf.h"
#include "dates.h"
#include "entity.h"
#include "names.h"
#include "utf8.h"

#define YEAR_MIN       "1500"
#define ISO_DATE_BYTES 10
#define LANGUAGE_BYTES 35 /* RFC 5646, section 4.4.1 */

/* Values that were escaped twice, and white space runs. */
static struct str resolve(struct nr_arena *arena, struct str value)
{
    struct buf text = {0};
    for (size_t at = 0, length; at < value.length; at += length) {
        struct str rest = str_slice(value, at, value.length);
        uint32_t code = utf8_at(rest, 0, &length), named = 0;
        size_t end = code == '&' ? str_find(str_slice(rest, 0, ENTITY_BYTES_MAX), STR(";")) + 1 : 0;
        if (end > 1 && (named = entity_code(str_slice(rest, 0, end)))) {
            code = named;
            length = end;
        }
        if (!utf8_is_space(code))
            buf_append_code(&text, code == UTF8_BAD ? 0xFFFD : code);
        else if (text.length && text.at[text.length - 1] != ' ')
            buf_append_char(&text, ' ');
    }
    struct str copy = str_trim(str_of(arena_string(arena, buf_str(&text))));
    buf_free(&text);
    return copy;
}

/* "By Ann Lee, Agency Writer" names Ann Lee; "admin" nobody. */
static struct str writer_of(struct str value)
{
    struct str name = name_of_writer(value);
    bool plain = value.length > 0;
    for (size_t i = 0; i < value.length; i++)
        plain =
            plain && ((value.at[i] >= 'a' && value.at[i] <= 'z') || (value.at[i] >= '0' && value.at[i] <= '9') ||
                      value.at[i] == '-' || value.at[i] == '_' || value.at[i] == '.');
    return plain ? STR("") : name.length ? name : value;
}

static bool is_iso(struct str value)
{
    static const char shape[] = "0000-00-00";
    for (size_t i = 0; i < ISO_DATE_BYTES; i++)
        if (i >= value.length ||
            (shape[i] == '0' ? value.at[i] < '0' || value.at[i] > '9' : value.at[i] != '-' && value.at[i] != '/'))
            return false;
    return true;
}

/* The day: "2024-03-12" of "2024-03-12T10:00:00Z", "12 March 2024" of "Tuesday 12 March 2024, 10.00". */
static struct str day_of(struct nr_arena *arena, struct str value)
{
    if (!is_iso(value))
        return date_in(value);
    char *day = arena_string(arena, str_slice(value, 0, ISO_DATE_BYTES));
    day[4] = day[7] = '-';
    return str_compare(str_of(day), STR(YEAR_MIN)) < 0 ? STR("") : str_of(day);
}

/* "en_US" is how Open Graph writes "en-US". */
static struct str language_of(struct nr_arena *arena, struct str value)
{
    char *tag = arena_string(arena, value);
    for (char *at = tag; *at; at++)
        *at = *at == '_' ? '-' : *at;
    bool letters = value.length >= 2 && value.length <= LANGUAGE_BYTES;
    for (size_t i = 0; letters && i < 2; i++)
        letters = (tag[i] | 0x20) >= 'a' && (tag[i] | 0x20) <= 'z';
    return letters ? str_of(tag) : STR("");
}

struct str html_value_clean(struct nr_arena *arena, enum html_fact fact, struct str value)
{
    if (fact == HTML_FACT_TEXT)
        return str_trim(value);
    value = resolve(arena, value);
    switch (fact) {
    case HTML_FACT_BYLINE:
        return writer_of(value);
    case HTML_FACT_DATE:
        return day_of(arena, value);
    case HTML_FACT_LANGUAGE:
        return language_of(arena, value);
    default:
        return value;
    }
}
