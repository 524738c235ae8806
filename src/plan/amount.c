#include "amount.h"

#include <string.h>

#define ADJECTIVE_WORDS_MAX 6 /* "a 5-year-long, £45m deal" */

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool goes_on(const struct cursor *cursor)
{
    return cursor->at < cursor->text.length && is_letter(cursor->text.at[cursor->at]);
}

static const struct magnitude *take_magnitude(const struct language *language, struct cursor *cursor,
                                              enum magnitudes magnitudes)
{
    struct cursor on = *cursor;
    bool apart = cursor_take_space(&on) || cursor_take_char(&on, "-");
    struct str word = cursor_take_letters(&on);
    size_t least = magnitudes == MAGNITUDES_LONE || (magnitudes == MAGNITUDES_LETTERS && !apart) ? 1 : 2;
    const struct magnitude *found = word.length >= least ? language_magnitude(language, word) : NULL;
    if (found)
        *cursor = on;
    return found;
}

/* The second number of a range; it is never negative. */
static bool take_high(struct cursor *cursor, struct str repeat, struct numeral *high)
{
    struct cursor on = *cursor;
    cursor_take(&on, repeat);
    if (!cursor_take_dash(&on))
        return false;
    cursor_take(&on, repeat);
    if (!cursor_take_numeral(&on, high) || high->is_negative)
        return false;
    *cursor = on;
    return true;
}

static bool take_low(struct cursor *cursor, struct numeral *low)
{
    size_t end = fraction_scan(cursor->text, cursor->at, low);
    if (end == cursor->at)
        return cursor_take_numeral(cursor, low);
    cursor->at = end;
    return low->denominator > 1 && low->numerator > 0;
}

bool amount_take(const struct language *language, struct cursor *cursor, struct str repeat,
                 enum magnitudes magnitudes, struct amount *amount)
{
    *amount = (struct amount){0};
    if (!take_low(cursor, &amount->low))
        return false;
    struct cursor on = *cursor;
    const struct magnitude *low = take_magnitude(language, &on, magnitudes);
    if (low && !goes_on(&on))
        *cursor = on;
    else
        low = NULL;
    amount->is_range = take_high(cursor, repeat, &amount->high);
    amount->low_magnitude = amount->is_range ? low : NULL;
    amount->magnitude = amount->is_range ? take_magnitude(language, cursor, magnitudes) : low;
    return true;
}

/* The power in "m²", "m^2", and of a length in "m2". */
static unsigned take_power(struct cursor *cursor, bool is_length)
{
    struct cursor on = *cursor;
    if (cursor_take(cursor, STR("\u00b2")) || cursor_take(cursor, STR("^2")))
        return 2;
    if (cursor_take(cursor, STR("\u00b3")) || cursor_take(cursor, STR("^3")))
        return 3;
    if (!is_length || !cursor_take_char(&on, "23") ||
        (on.at < on.text.length && on.text.at[on.at] >= '0' && on.text.at[on.at] <= '9'))
        return 1;
    unsigned power = (unsigned)(on.text.at[on.at - 1] - '0');
    *cursor = on;
    return power;
}

/* "sq ft", "cu m" */
static unsigned take_power_word(struct cursor *cursor)
{
    static const struct {
        const char *word;
        unsigned power;
    } words[] = {{"sq. ", 2}, {"sq ", 2}, {"cu. ", 3}, {"cu ", 3}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (cursor_take(cursor, str_of(words[i].word)))
            return words[i].power;
    return 1;
}

/* The letters of a symbol, with degree, micro and ohm signs, a stroke inside ("km/h") left out. */
static struct str symbol_here(const struct cursor *cursor)
{
    size_t end = cursor->at;
    for (; end < cursor->text.length; end++) {
        unsigned char c = (unsigned char)cursor->text.at[end];
        bool power =
            c == 0xC2 && end + 1 < cursor->text.length &&
            ((unsigned char)cursor->text.at[end + 1] == 0xB2 || (unsigned char)cursor->text.at[end + 1] == 0xB3 ||
             (unsigned char)cursor->text.at[end + 1] == 0xA0);
        if (power || (c < 0x80 && !is_letter((char)c)) || c == 0xE2)
            break;
    }
    if (str_starts(str_slice(cursor->text, end, cursor->text.length), STR("\u2103")) ||
        str_starts(str_slice(cursor->text, end, cursor->text.length), STR("\u2109")))
        end += end == cursor->at ? strlen("\u2103") : 0;
    return str_slice(cursor->text, cursor->at, end);
}

static const struct prefix *find_prefix(const struct language *language, struct str symbol)
{
    const struct prefix *prefixes = language->prefixes->rows;
    for (size_t i = 0; i < language->prefixes->count; i++) {
        struct str prefix = str_of(prefixes[i].symbol);
        if (!str_starts(symbol, prefix) || symbol.length == prefix.length)
            continue;
        const struct unit *unit = language_unit(language, str_slice(symbol, prefix.length, symbol.length));
        if (unit && unit->ways & UNIT_SI)
            return &prefixes[i];
    }
    return NULL;
}

bool unit_take(const struct language *language, struct cursor *cursor, struct scaled_unit *unit)
{
    struct cursor on = *cursor;
    unsigned power = take_power_word(&on);
    struct str symbol = symbol_here(&on);
    *unit = (struct scaled_unit){.unit = language_unit(language, symbol), .power = power};
    if (!symbol.length)
        return false;
    if (!unit->unit && (unit->prefix = find_prefix(language, symbol)))
        unit->unit = language_unit(language, str_slice(symbol, strlen(unit->prefix->symbol), symbol.length));
    if (!unit->unit)
        return false;
    on.at += symbol.length;
    if (power == 1)
        unit->power = take_power(&on, unit->unit->ways & UNIT_LENGTH);
    *cursor = on;
    return true;
}

const char *rate_take(const struct language *language, struct cursor *cursor)
{
    struct cursor on = *cursor;
    if (!cursor_take_char(&on, "/"))
        return NULL;
    struct str word = cursor_take_letters(&on);
    const char *rate = language_wording(language->rates, word);
    if (rate)
        *cursor = on;
    return rate;
}

static bool is_content_word(const struct context *context, size_t index)
{
    struct str word = context_token(context, index);
    return word.length && word.at[0] >= 'a' && word.at[0] <= 'z' &&
           !language_has(context->language->function_words, word) && !str_ends(word, STR("ed"));
}

/* "a £2m", "sub-£500", "a 5-year, £2m": behind an article or a prefix, or behind a comma and what stands behind
 * one. */
static bool is_behind_article(const struct context *context, size_t first)
{
    const struct table *determiners = context->language->determiners;
    if (first == 0)
        return false;
    if (str_equal(context_gap(context, first - 1), STR("-")))
        return true;
    if (str_equal(context_gap(context, first - 1), STR(" ")))
        return language_has(determiners, context_token(context, first - 1));
    if (!str_equal(context_gap(context, first - 1), STR(", ")))
        return false;
    size_t at = first - 1, least = first > ADJECTIVE_WORDS_MAX ? first - ADJECTIVE_WORDS_MAX : 0;
    while (at > least && str_equal(context_gap(context, at - 1), STR("-")))
        at--;
    return at > 0 && str_equal(context_gap(context, at - 1), STR(" ")) &&
           language_has(determiners, context_token(context, at - 1));
}

bool amount_is_adjective(const struct context *context, size_t first, size_t last)
{
    struct str next = context_token(context, last + 1);
    if (str_equal(context_gap(context, last), STR("-")))
        return !str_equal(next, STR("plus")) && !str_starts(next, STR("a-")) && !str_equal(next, STR("a"));
    return is_behind_article(context, first) && str_equal(context_gap(context, last), STR(" ")) &&
           is_content_word(context, last + 1);
}

bool is_counted(const struct language *language, struct str word)
{
    static const char *const people[] = {"people", "men", "women", "children", "staff", "per", "other"};
    for (size_t i = 0; i < sizeof people / sizeof *people; i++)
        if (str_equal(word, str_of(people[i])))
            return true;
    return word.length > 3 && word.at[0] >= 'a' && word.at[0] <= 'z' && str_ends(word, STR("s")) &&
           !str_ends(word, STR("ss")) && !str_ends(word, STR("us")) && !str_ends(word, STR("is")) &&
           !language_has(language->uncounted, word) && !language_has(language->function_words, word);
}
