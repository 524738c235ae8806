#include "number.h"

#include "fail.h"

#include <string.h>
#include <unicode/unum.h>
#include <unicode/ustring.h>

#define WORDS_MAX  512 /* UTF-16 units; 18 digits need less than 300 */
#define DIGITS_MAX 18

struct speller {
    UNumberFormat *cardinal;
    UNumberFormat *ordinal;
    UNumberFormat *year;
    bool british;
};

static bool is_digit_at(struct str text, size_t at)
{
    return at < text.length && text.at[at] >= '0' && text.at[at] <= '9';
}

static size_t digits_end(struct str text, size_t at)
{
    while (is_digit_at(text, at))
        at++;
    return at;
}

/* The end of ",123" groups behind up to three digits; `at` when there are none. */
static size_t groups_end(struct str text, size_t at)
{
    while (at < text.length && text.at[at] == ',' && digits_end(text, at + 1) == at + 4)
        at += 4;
    return at;
}

static size_t scan_sign(struct str text, size_t at, bool *negative)
{
    struct str rest = str_slice(text, at, text.length);
    *negative = str_starts(rest, STR("-")) || str_starts(rest, STR("\u2212"));
    return at + (!*negative ? 0 : text.at[at] == '-' ? 1 : strlen("\u2212"));
}

size_t numeral_scan(struct str text, size_t at, struct numeral *numeral)
{
    *numeral = (struct numeral){0};
    size_t start = scan_sign(text, at, &numeral->is_negative);
    size_t end = digits_end(text, start);
    if (end > start && end - start <= 3) {
        size_t grouped = groups_end(text, end);
        numeral->is_grouped = grouped > end;
        end = grouped;
    }
    numeral->whole = str_slice(text, start, end);
    if (end < text.length && text.at[end] == '.' && is_digit_at(text, end + 1)) {
        numeral->has_point = true;
        size_t fraction_end = digits_end(text, end + 1);
        numeral->fraction = str_slice(text, end + 1, fraction_end);
        end = fraction_end;
    }
    return end > start ? end : at;
}

bool numeral_value(const struct numeral *numeral, uint64_t *value)
{
    size_t digits = 0;
    *value = 0;
    for (size_t i = 0; i < numeral->whole.length; i++) {
        if (numeral->whole.at[i] == ',')
            continue;
        if (++digits > DIGITS_MAX)
            return false;
        *value = *value * 10 + (uint64_t)(numeral->whole.at[i] - '0');
    }
    return true;
}

bool numeral_is_one(const struct numeral *numeral)
{
    return !numeral->has_point && str_equal(numeral->whole, STR("1"));
}

static void close_speller(void *context)
{
    struct speller *speller = context;
    unum_close(speller->cardinal);
    unum_close(speller->ordinal);
    unum_close(speller->year);
}

static UNumberFormat *open_rules(const char *rules, UErrorCode *status)
{
    UChar name[64];
    UNumberFormat *format = unum_open(UNUM_SPELLOUT, NULL, 0, "en", NULL, status);
    if (U_SUCCESS(*status))
        unum_setTextAttribute(format, UNUM_DEFAULT_RULESET, u_uastrcpy(name, rules), -1, status);
    return format;
}

bool speller_open(struct speller **speller, bool british, struct nr_arena *arena, struct nr_error *error)
{
    UErrorCode status = U_ZERO_ERROR;
    struct speller *opened = arena_alloc(arena, sizeof *opened);
    arena_defer(arena, close_speller, opened);
    opened->british = british;
    opened->cardinal = open_rules(british ? "%spellout-cardinal-verbose" : "%spellout-cardinal", &status);
    opened->ordinal = open_rules(british ? "%spellout-ordinal-verbose" : "%spellout-ordinal", &status);
    opened->year = open_rules("%spellout-numbering-year", &status);
    if (U_FAILURE(status))
        return fail(error, NR_FAILED, "ICU can't spell out English numbers: %s", u_errorName(status));
    *speller = opened;
    return true;
}

/* Appends ICU's words, which are ASCII, without the commas that would make a speaker pause. */
static void spell(UNumberFormat *format, uint64_t value, struct buf *out)
{
    UChar words[WORDS_MAX];
    UErrorCode status = U_ZERO_ERROR;
    int32_t length = unum_formatInt64(format, (int64_t)value, words, WORDS_MAX, NULL, &status);
    if (U_FAILURE(status))
        return;
    for (int32_t i = 0; i < length; i++)
        if (words[i] != ',')
            buf_append_char(out, (char)words[i]);
}

void spell_cardinal(const struct speller *speller, uint64_t value, struct buf *out)
{
    spell(speller->cardinal, value, out);
}

void spell_ordinal(const struct speller *speller, uint64_t value, struct buf *out)
{
    spell(speller->ordinal, value, out);
}

/* ICU says "two thousand five"; a British reader says "two thousand and five". */
void spell_year(const struct speller *speller, unsigned year, struct buf *out)
{
    bool first_decade = year >= 2000 && year < 2010;
    spell(speller->british && first_decade ? speller->cardinal : speller->year, year, out);
}

void spell_digits(const struct speller *speller, struct str digits, struct buf *out)
{
    bool first = true;
    for (size_t i = 0; i < digits.length; i++) {
        if (!is_digit_at(digits, i))
            continue;
        if (!first)
            buf_append_char(out, ' ');
        first = false;
        spell_cardinal(speller, (uint64_t)(digits.at[i] - '0'), out);
    }
}

/* A leading zero marks a code, not an amount: "007". */
static bool is_code(struct str whole)
{
    return whole.length > 1 && whole.at[0] == '0';
}

void spell_numeral(const struct speller *speller, const struct numeral *numeral, struct buf *out)
{
    uint64_t value;
    if (numeral->is_negative)
        buf_append(out, STR("minus "));
    if (numeral_value(numeral, &value) && !is_code(numeral->whole)) {
        if (numeral->whole.length)
            spell_cardinal(speller, value, out);
    } else {
        spell_digits(speller, numeral->whole, out);
    }
    if (numeral->has_point) {
        buf_append(out, numeral->whole.length ? STR(" point ") : STR("point "));
        spell_digits(speller, numeral->fraction, out);
    }
}
