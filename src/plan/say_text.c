#include "say.h"

#include "figure.h"
#include "utf8.h"

void say_words(const struct newsreader *to, const struct value *value)
{
    say(to, value->words);
}

void say_as_written(const struct newsreader *to, const struct value *value)
{
    say_str(to, value->written);
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Capitals with stops between: a lone "A" would be read as the article. */
void say_letters(const struct newsreader *to, const struct value *value)
{
    for (size_t i = 0; i < value->written.length; i++) {
        char c = value->written.at[i];
        buf_append_char(to->out, (char)(c >= 'a' && c <= 'z' ? c - ('a' - 'A') : c));
    }
}

void say_digits(const struct newsreader *to, const struct value *value)
{
    spell_digits(to->speller, value->written, to->out);
}

/* "800" in a free number is "eight hundred", elsewhere digits are said one by one. */
static void say_group(const struct newsreader *to, struct str group, bool vanity)
{
    if (vanity && group.length == 3 && str_ends(group, STR("00"))) {
        spell_cardinal(to->speller, (uint64_t)(group.at[0] - '0') * 100, to->out);
        return;
    }
    spell_digits(to->speller, group, to->out);
}

/* Groups with a short pause between; letters as they are dialled. */
void say_telephone(const struct newsreader *to, const struct value *value)
{
    struct str written = value->written;
    bool vanity = false, apart = false;
    for (size_t i = 0; i < written.length; i++)
        vanity |= written.at[i] >= 'A' && written.at[i] <= 'Z';
    for (size_t i = 0, end; i < written.length; i = end) {
        for (end = i; end < written.length && is_digit(written.at[end]);)
            end++;
        if (end > i) {
            say(to, apart ? ", " : "");
            say_group(to, str_slice(written, i, end), vanity);
            apart = true;
            continue;
        }
        end = i + 1;
        if (written.at[i] == '+') {
            say(to, "plus ");
        } else if (written.at[i] >= 'A' && written.at[i] <= 'Z') {
            say_space(to);
            for (end = i; end < written.length && written.at[end] >= 'A' && written.at[end] <= 'Z';)
                end++;
            say_str(to, str_slice(written, i, end));
        }
    }
}

/* "two point zero point one"; four parts are an address of the net, said in digits. */
void say_version(const struct newsreader *to, const struct value *value)
{
    struct str written = value->written;
    size_t parts = 1;
    for (size_t i = 0; i < written.length; i++)
        parts += written.at[i] == '.';
    for (size_t i = 0, end; i < written.length; i = end + 1) {
        struct numeral numeral = {0};
        for (end = i; end < written.length && is_digit(written.at[end]);)
            end++;
        numeral.whole = str_slice(written, i, end);
        if (i)
            say(to, parts == 4 ? " dot " : " point ");
        if (parts == 4)
            spell_digits(to->speller, numeral.whole, to->out);
        else
            spell_numeral(to->speller, &numeral, to->out);
    }
}

static bool is_said_before(const struct newsreader *to, struct str name)
{
    struct str said = str_slice(buf_str(to->out), to->start, to->out->length);
    return str_find(said, name) < said.length;
}

/* A name of Unicode's: "playing card trump 7". */
static void say_name(const struct newsreader *to, struct str name)
{
    for (size_t i = 0, end; i < name.length; i = end) {
        for (end = i; end < name.length && is_digit(name.at[end]);)
            end++;
        if (end > i)
            say_naming_number(to, str_slice(name, i, end));
        else
            say_str(to, str_slice(name, i, ++end));
    }
}

void say_emoji(const struct newsreader *to, const struct value *value)
{
    struct buf name = {0};
    for (size_t at = 0, length; at < value->written.length; at += length) {
        buf_clear(&name);
        emoji_name(value->written, at, &length, &name);
        size_t first;
        utf8_at(value->written, at, &first);
        const char *known =
            language_wording(to->context->language->emoji, str_slice(value->written, at, at + first));
        struct str words = known ? str_of(known) : buf_str(&name);
        if (!words.length || is_said_before(to, words))
            continue;
        say(to, to->out->length > to->start ? ", " : "");
        say_name(to, words);
    }
    buf_free(&name);
}
