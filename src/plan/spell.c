#include "spell.h"

#include "fail.h"
#include "memory.h"
#include "pool.h"

#include <stdlib.h>
#include <unicode/unum.h>
#include <unicode/ustring.h>

#define WORDS_MAX       512 /* UTF-16 units; 18 digits need less than 300 */
#define BARE_DIGITS_MAX 12  /* more in a row, without groups, is no amount */

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

static void close_speller(void *object)
{
    struct speller *speller = object;
    unum_close(speller->cardinal);
    unum_close(speller->ordinal);
    unum_close(speller->year);
    free(speller);
}

static struct pool british_spellers = POOL(close_speller), american_spellers = POOL(close_speller);

static void give_speller(void *context)
{
    struct speller *speller = context;
    pool_give(speller->british ? &british_spellers : &american_spellers, speller);
}

static UNumberFormat *open_rules(const char *rules, UErrorCode *status)
{
    UChar name[64];
    UNumberFormat *format = unum_open(UNUM_SPELLOUT, NULL, 0, "en", NULL, status);
    if (U_SUCCESS(*status))
        unum_setTextAttribute(format, UNUM_DEFAULT_RULESET, u_uastrcpy(name, rules), -1, status);
    return format;
}

static struct speller *speller_new(bool british, UErrorCode *status)
{
    struct speller *speller = memory_alloc(sizeof *speller);
    speller->british = british;
    speller->cardinal = open_rules(british ? "%spellout-cardinal-verbose" : "%spellout-cardinal", status);
    speller->ordinal = open_rules(british ? "%spellout-ordinal-verbose" : "%spellout-ordinal", status);
    speller->year = open_rules("%spellout-numbering-year", status);
    return speller;
}

bool speller_open(struct speller **speller, bool british, struct nr_arena *arena, struct nr_error *error)
{
    UErrorCode status = U_ZERO_ERROR;
    *speller = pool_take(british ? &british_spellers : &american_spellers);
    if (!*speller)
        *speller = speller_new(british, &status);
    if (U_FAILURE(status)) {
        close_speller(*speller);
        return fail(error, NR_FAILED, "ICU can't spell out English numbers: %s", u_errorName(status));
    }
    arena_defer(arena, give_speller, *speller);
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

void spell_tail(const struct speller *speller, unsigned number, struct buf *out)
{
    if (number < 10)
        buf_append(out, STR("oh "));
    spell_cardinal(speller, number, out);
}

void spell_pairs(const struct speller *speller, unsigned number, struct buf *out)
{
    if (number < 100 || number % 1000 == 0) {
        spell_cardinal(speller, number, out);
        return;
    }
    spell_cardinal(speller, number / 100, out);
    if (number % 100 == 0) {
        buf_append(out, STR(" hundred"));
        return;
    }
    buf_append_char(out, ' ');
    spell_tail(speller, number % 100, out);
}

/* A leading zero marks a code, not an amount: "007"; so do many digits without groups. */
static bool is_code(const struct numeral *numeral)
{
    struct str whole = numeral->whole;
    return (whole.length > 1 && whole.at[0] == '0') || (!numeral->is_grouped && whole.length > BARE_DIGITS_MAX);
}

/* "124 quintillion 444 quadrillion": by groups of three; what is longer than the names go is spelled. */
static void spell_groups(const struct speller *speller, struct str whole, struct buf *out)
{
    static const char *const scales[] = {"",
                                         " thousand",
                                         " million",
                                         " billion",
                                         " trillion",
                                         " quadrillion",
                                         " quintillion",
                                         " sextillion",
                                         " septillion",
                                         " octillion",
                                         " nonillion",
                                         " decillion"};
    size_t digits = 0, start = out->length;
    for (size_t i = 0; i < whole.length; i++)
        digits += is_digit_at(whole, i);
    if (digits > 3 * sizeof scales / sizeof *scales) {
        spell_digits(speller, whole, out);
        return;
    }
    unsigned group = 0;
    for (size_t i = 0; i < whole.length; i++) {
        if (!is_digit_at(whole, i))
            continue;
        group = group * 10 + (unsigned)(whole.at[i] - '0');
        if (--digits % 3 || !group)
            continue;
        if (out->length > start)
            buf_append(out, speller->british && !digits && group < 100 ? STR(" and ") : STR(" "));
        spell_cardinal(speller, group, out);
        buf_append(out, str_of(scales[digits / 3]));
        group = 0;
    }
}

static void spell_share(const struct speller *speller, const struct numeral *numeral, struct buf *out)
{
    bool one = numeral->numerator == 1, behind = numeral->whole.length > 0;
    if (one && behind)
        buf_append(out, numeral->denominator == 8 ? STR("an") : STR("a"));
    else
        spell_cardinal(speller, numeral->numerator, out);
    buf_append_char(out, ' ');
    if (numeral->denominator == 2)
        buf_append(out, one ? STR("half") : STR("halves"));
    else if (numeral->denominator == 4)
        buf_append(out, one ? STR("quarter") : STR("quarters"));
    else
        spell_ordinal(speller, numeral->denominator, out);
    if (!one && numeral->denominator != 2 && numeral->denominator != 4)
        buf_append_char(out, 's');
}

static void spell_whole(const struct speller *speller, const struct numeral *numeral, struct buf *out)
{
    uint64_t value;
    if (is_code(numeral))
        spell_digits(speller, numeral->whole, out);
    else if (numeral_value(numeral, &value))
        spell_cardinal(speller, value, out);
    else
        spell_groups(speller, numeral->whole, out);
}

void spell_numeral(const struct speller *speller, const struct numeral *numeral, struct buf *out)
{
    if (numeral->is_negative)
        buf_append(out, STR("minus "));
    if (numeral->whole.length)
        spell_whole(speller, numeral, out);
    if (numeral->has_point) {
        buf_append(out, numeral->whole.length ? STR(" point ") : STR("point "));
        spell_digits(speller, numeral->fraction, out);
    }
    if (numeral->denominator) {
        buf_append(out, numeral->whole.length ? STR(" and ") : STR(""));
        spell_share(speller, numeral, out);
    }
}
