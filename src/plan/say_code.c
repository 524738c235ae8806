#include "say.h"

#include "figure.h"
#include "utf8.h"

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

void say_plural(const struct newsreader *to)
{
    if (str_ends(buf_str(to->out), STR("y"))) {
        to->out->length--;
        say(to, "ie");
    }
    say(to, str_ends(buf_str(to->out), STR("x")) ? "es" : "s");
}

static unsigned number_of(struct str digits)
{
    unsigned number = 0;
    for (size_t i = 0; i < digits.length && i < 6; i++)
        number = number * 10 + (unsigned)(digits.at[i] - '0');
    return number;
}

void say_naming_number(const struct newsreader *to, struct str digits)
{
    unsigned number = number_of(digits);
    if (digits.length > 4 || (digits.length > 1 && digits.at[0] == '0'))
        spell_digits(to->speller, digits, to->out);
    else if (digits.length < 3)
        spell_cardinal(to->speller, number, to->out);
    else if (number >= 1900 && number < 2100)
        spell_year(to->speller, number, to->out);
    else if (digits.length == 3 ? number % 10 == 0 : number % 100 > 9)
        spell_pairs(to->speller, number, to->out);
    else if (number % 100 == 0)
        spell_cardinal(to->speller, number, to->out);
    else
        spell_digits(to->speller, digits, to->out);
}

/* A run of letters; "A" alone is tied to what follows, or it would be read as the article. */
static void say_letter_run(const struct newsreader *to, struct str run, bool goes_on)
{
    const char *word = language_wording(to->context->language->acronyms, run);
    say_str(to, word ? str_of(word) : run);
    say(to, goes_on && str_equal(run, STR("A")) ? "-" : "");
}

static void say_figure(const struct newsreader *to, enum figure figure, unsigned number)
{
    (void)figure;
    say_space(to);
    spell_cardinal(to->speller, number, to->out);
}

/* A mark between the runs of a code: "99.9FM" has a point, "F-16" nothing to say. */
static void say_joint(const struct newsreader *to, struct str written, size_t at, size_t length)
{
    struct str mark = str_slice(written, at, at + length);
    bool digits =
        at > 0 && is_digit(written.at[at - 1]) && at + 1 < written.length && is_digit(written.at[at + 1]);
    const char *word = language_wording(to->context->language->symbols, mark);
    if (str_equal(mark, STR(".")))
        word = digits ? "point" : NULL;
    else if (str_equal(mark, STR("-")) && at > 0 && written.at[at - 1] >= 'a' && written.at[at - 1] <= 'z' &&
             at >= 2 && written.at[at - 2] >= 'a' && written.at[0] >= 'a')
        word = "-";
    else if (str_equal(mark, STR("/")))
        word = "slash";
    else if (str_equal(mark, STR("'")) && at + 1 < written.length)
        word = "'";
    if (!word)
        return;
    if (*word != '\'' && *word != '-')
        say_space(to);
    say(to, word);
}

static bool is_plural_tail(struct str run, bool behind_digits, bool ends)
{
    return behind_digits && ends && str_equal(run, STR("s"));
}

/* Letters and numbers by turns: "M twenty-five", "H five N one", "Covid nineteen". */
void say_code(const struct newsreader *to, const struct value *value)
{
    struct str written = value->written;
    bool behind_digits = false;
    for (size_t at = 0, end; at < written.length; at = end) {
        size_t length;
        unsigned number;
        enum figure figure = figure_at(written, at, &length, &number);
        end = at + length;
        if (figure != FIGURE_NONE) {
            say_figure(to, figure, number);
        } else if (is_digit(written.at[at])) {
            while (end < written.length && is_digit(written.at[end]))
                end++;
            if (!str_ends(buf_str(to->out), STR("-")))
                say_space(to);
            bool decimals = at > 1 && written.at[at - 1] == '.' && is_digit(written.at[at - 2]);
            (decimals ? (void)spell_digits(to->speller, str_slice(written, at, end), to->out)
                      : say_naming_number(to, str_slice(written, at, end)));
        } else if (is_letter(written.at[at]) && (unsigned char)written.at[at] < 0x80) {
            while (end < written.length && is_letter(written.at[end]) && (unsigned char)written.at[end] < 0x80)
                end++;
            struct str run = str_slice(written, at, end);
            if (is_plural_tail(run, behind_digits, end == written.length)) {
                say_plural(to);
            } else {
                if (!str_ends(buf_str(to->out), STR("'")) && !str_ends(buf_str(to->out), STR("-")))
                    say_space(to);
                say_letter_run(to, run, end < written.length);
            }
        } else if ((unsigned char)written.at[at] >= 0x80 &&
                   language_wording(to->context->language->symbols, str_slice(written, at, end)) == NULL) {
            say_str(to, str_slice(written, at, end));
        } else {
            say_joint(to, written, at, length);
        }
        behind_digits = is_digit(written.at[end - 1]);
    }
}

static const char *operator_of(struct str rest)
{
    static const struct wording operators[] = {{"+", " plus "},       {"=", " equals "},
                                               {"*", " times "},      {"/", " divided by "},
                                               {"\u00d7", " times "}, {"\u00f7", " divided by "}};
    for (size_t i = 0; i < sizeof operators / sizeof *operators; i++)
        if (str_starts(rest, str_of(operators[i].written)))
            return operators[i].spoken;
    return NULL;
}

/* "thirteen plus five plus nine" */
void say_sum(const struct newsreader *to, const struct value *value)
{
    struct str rest = value->written;
    while (rest.length) {
        struct numeral numeral;
        size_t length;
        const char *sign = operator_of(rest);
        if (sign) {
            say(to, sign);
            utf8_at(rest, 0, &length);
        } else {
            length = numeral_scan(rest, 0, &numeral);
            if (!length)
                return;
            spell_numeral(to->speller, &numeral, to->out);
        }
        rest = str_slice(rest, length, rest.length);
    }
}

/* The power behind the base, in raised digits or after a caret; its sign apart. */
static unsigned power_of(struct str written, bool *negative)
{
    unsigned power = 0;
    for (size_t at = 0, length; at < written.length; at += length) {
        unsigned digit = 0;
        bool raised = figure_at(written, at, &length, &digit) != FIGURE_NONE;
        if (!raised && is_digit(written.at[at]))
            digit = (unsigned)(written.at[at] - '0');
        else if (!raised)
            *negative |= written.at[at] != '^';
        if ((raised || is_digit(written.at[at])) && power < 100000)
            power = power * 10 + digit;
    }
    return power;
}

/* "x squared", "ten to the sixth" */
void say_power(const struct newsreader *to, const struct value *value)
{
    struct str written = value->written;
    size_t at = 0;
    bool negative = false;
    while (at < written.length && (unsigned char)written.at[at] < 0x80 && written.at[at] != '^')
        at++;
    struct numeral base = {.whole = str_slice(written, 0, at)};
    if (at && is_digit(written.at[0]))
        spell_numeral(to->speller, &base, to->out);
    else
        say_str(to, base.whole);
    if (at)
        say(to, " ");
    unsigned power = power_of(str_slice(written, at, written.length), &negative);
    if (!negative && (power == 2 || power == 3)) {
        say(to, power == 2 ? "squared" : "cubed");
        return;
    }
    say(to, negative ? "to the minus " : "to the ");
    if (negative)
        spell_cardinal(to->speller, power, to->out);
    else
        spell_ordinal(to->speller, power, to->out);
}
