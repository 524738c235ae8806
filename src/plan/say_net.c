#include "say.h"

#include "utf8.h"

/* What a character of an address belongs to. */
enum run { RUN_LETTERS, RUN_DIGITS, RUN_MARK };

static enum run run_of(char c)
{
    if (c >= '0' && c <= '9')
        return RUN_DIGITS;
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80 ? RUN_LETTERS : RUN_MARK;
}

static size_t run_end(struct str text, size_t at)
{
    size_t end = at + 1;
    enum run run = run_of(text.at[at]);
    while (run != RUN_MARK && end < text.length && run_of(text.at[end]) == run)
        end++;
    return end;
}

/* Two letters at the end are a country, known initials are initials: both in capitals. */
static bool is_spelled(const struct newsreader *to, struct str written, size_t start, size_t end)
{
    struct str word = str_slice(written, start, end);
    bool tail = start > 0 && written.at[start - 1] == '.' && (end == written.length || written.at[end] == '/');
    return (tail && word.length == 2) || str_equal(word, STR("www")) ||
           language_has(to->context->language->initialisms, word);
}

static void say_label(const struct newsreader *to, struct str written, size_t start, size_t end)
{
    struct str word = str_slice(written, start, end);
    bool spelled = is_spelled(to, written, start, end);
    for (size_t i = 0; i < word.length; i++) {
        bool lower = spelled && word.at[i] >= 'a' && word.at[i] <= 'z';
        buf_append_char(to->out, (char)(lower ? word.at[i] - ('a' - 'A') : word.at[i]));
    }
}

static void say_mark(const struct newsreader *to, struct str mark)
{
    const char *name = language_wording(to->context->language->marks, mark);
    if (name)
        say(to, name);
}

/* "a at aol dot IT slash one two" */
void say_net(const struct newsreader *to, const struct value *value)
{
    struct str written = value->written;
    for (size_t at = 0, end; at < written.length; at = end) {
        end = run_end(written, at);
        say_space(to);
        enum run run = run_of(written.at[at]);
        if (run == RUN_DIGITS)
            spell_digits(to->speller, str_slice(written, at, end), to->out);
        else if (run == RUN_LETTERS)
            say_label(to, written, at, end);
        else
            say_mark(to, str_slice(written, at, end));
    }
    to->out->length -= str_ends(buf_str(to->out), STR(" "));
}

/* Where a hump of "MeTooNow" or "BBCNews" ends. */
static size_t hump_end(struct str text, size_t at)
{
    size_t end = at + 1;
    for (; end < text.length && run_of(text.at[end]) == RUN_LETTERS; end++) {
        bool upper = text.at[end] >= 'A' && text.at[end] <= 'Z';
        bool lower_before = text.at[end - 1] >= 'a' && text.at[end - 1] <= 'z';
        bool lower_behind = end + 1 < text.length && text.at[end + 1] >= 'a' && text.at[end + 1] <= 'z';
        bool plural = lower_behind && text.at[end + 1] == 's' && end + 2 == text.length;
        if (upper && (lower_before || (lower_behind && !plural)))
            break;
    }
    return end;
}

/* "hashtag Me Too", "at BBC News", "get Element By Id" */
void say_handle(const struct newsreader *to, const struct value *value)
{
    struct str written = value->written;
    size_t at = 0;
    if (written.at[0] == '#' || written.at[0] == '@') {
        say(to, written.at[0] == '#' ? "hashtag" : "at");
        at = 1;
    }
    for (size_t end; at < written.length; at = end) {
        enum run run = run_of(written.at[at]);
        end = run == RUN_LETTERS ? hump_end(written, at) : run_end(written, at);
        say_space(to);
        if (run == RUN_DIGITS)
            say_naming_number(to, str_slice(written, at, end));
        else if (run == RUN_LETTERS)
            say_str(to, str_slice(written, at, end));
    }
    to->out->length -= str_ends(buf_str(to->out), STR(" "));
}
