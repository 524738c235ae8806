#include "words.h"

#include "utf8.h"

#include <stdarg.h>
#include <string.h>

#define ARGUMENTS_MAX 9

static const char *const english[WORDS_COUNT] = {
    [WORDS_NONE] = "",
    [WORDS_WHERE] = "Sentence {1} of {2}, {3} percent, {4}.",
    [WORDS_WHERE_SECTION] = "Section: {1}.",
    [WORDS_MINUTES_LEFT] = "{1} minutes left",
    [WORDS_MINUTE_LEFT] = "one minute left",
    [WORDS_NO_TIME_LEFT] = "less than a minute left",
    [WORDS_LAST_SENTENCE] = "This is the last sentence.",
    [WORDS_LAST_PARAGRAPH] = "This is the last paragraph.",
    [WORDS_LAST_SECTION] = "This is the last section.",
    [WORDS_LAST_BLOCK] = "Nothing comes behind this.",
    [WORDS_BOOKMARK_SET] = "Bookmark set.",
    [WORDS_BOOKMARK_GONE] = "Bookmark removed.",
    [WORDS_BOOKMARKS_FULL] = "There is room for {1} bookmarks only.",
    [WORDS_BOOKMARKS_NONE] = "There are no bookmarks.",
    [WORDS_BOOKMARKS_COUNT] = "Bookmarks: {1}.",
    [WORDS_BOOKMARK] = "Sentence {1}: {2}",
    [WORDS_NOT_FOUND] = "Not found: {1}.",
    [WORDS_FIND_WHAT] = "Find: ",
    [WORDS_GO_WHERE] = "Go to percent: ",
    [WORDS_WHICH_RATE] = "Words a minute: ",
    [WORDS_WHICH_VOLUME] = "Volume: ",
    [WORDS_NEEDS] = "{1} needs a value: {2}.",
    [WORDS_NO_COMMAND] = "There is no command {1}.",
    [WORDS_LINE] = "Line {1}: {2}",
    [WORDS_ROW] = "Row {1}: {2}",
    [WORDS_EMPTY_LINE] = "empty",
    [WORDS_NO_LINES] = "No code and no table from here on.",
    [WORDS_LINES_END] = "That was the last line.",
    [WORDS_NOTED] = "Noted: {1}.",
    [WORDS_NOT_NOTED] = "The word could not be noted.",
    [WORDS_RATE_LIMIT] = "{1} words a minute is the limit.",
    [WORDS_BAD_RATE] = "A rate is a number from {1} to {2}.",
    [WORDS_BAD_VOLUME] = "A volume is a number from 0 to {1}.",
    [WORDS_BAD_PERCENT] = "A place is a number from 0 to 100.",
    [WORDS_WHICH_PAUSES] = "Pauses in percent: ",
    [WORDS_BAD_PAUSES] = "Pauses are a number from {1} to {2}.",
    [WORDS_PAUSES] = "Pauses {1} percent.",
    [WORDS_CAPITAL] = "capital {1}",
    [WORDS_KEYS] = "{1}: {2}.",
    [WORDS_KEY_FREE] = "{1}: nothing.",
    [WORDS_KEY_WHICH] = "Press a key to hear what it does.",
    [WORDS_NEAR] = "The article has changed; reading goes on near where it was.",
    [WORDS_VERBOSITY] = "Verbosity {1}.",
    [WORDS_PUNCTUATION] = "Punctuation {1}.",
    [WORDS_CAPITALS] = "Capitals {1}.",
    [WORDS_WHICH_LEVEL] = "Level: ",
    [WORDS_BAD_LEVEL] = "There is no level {1}, but {2}.",
    [WORDS_NO_PLAN] = "Then nothing of this article would be spoken.",
    [WORDS_LINK] = "One link: {1}.",
    [WORDS_LINKS] = "{1} links: {2}.",
    [WORDS_LINK_TO] = "{1}, {2}",
    [WORDS_NO_LINKS] = "No links in this sentence.",
    [WORDS_LINK_SHOWN] = "One address printed.",
    [WORDS_LINKS_SHOWN] = "{1} addresses printed.",
    [WORDS_TO_THIS_PAGE] = "on this page",
    [WORDS_TO_THIS_SITE] = "on this site",
    [WORDS_TO_MAIL] = "mail to {1}",
    [WORDS_TO_TELEPHONE] = "telephone {1}",
    [WORDS_DEVICE_LOST] = "the sound is gone; waiting for it to come back",
    [WORDS_DEVICE_BACK] = "the sound is back",
};

/* Names that espeak-ng says the right way; "a" by itself is an article to it.  The alphabet is ICAO's. */
static const struct {
    char letter;
    const char *name;
    const char *alphabet;
} letters[] = {
    {'a', "ay", "Alfa"},
    {'b', "bee", "Bravo"},
    {'c', "see", "Charlie"},
    {'d', "dee", "Delta"},
    {'e', "ee", "Echo"},
    {'f', "eff", "Foxtrot"},
    {'g', "gee", "Golf"},
    {'h', "aitch", "Hotel"},
    {'i', "eye", "India"},
    {'j', "jay", "Juliett"},
    {'k', "kay", "Kilo"},
    {'l', "ell", "Lima"},
    {'m', "em", "Mike"},
    {'n', "en", "November"},
    {'o', "oh", "Oscar"},
    {'p', "pea", "Papa"},
    {'q', "queue", "Quebec"},
    {'r', "are", "Romeo"},
    {'s', "ess", "Sierra"},
    {'t', "tea", "Tango"},
    {'u', "you", "Uniform"},
    {'v', "vee", "Victor"},
    {'w', "double you", "Whiskey"},
    {'x', "ex", "X-ray"},
    {'y', "why", "Yankee"},
    {'z', "zed", "Zulu"},
    {' ', "space", "space"},
    {'.', "full stop", "full stop"},
    {',', "comma", "comma"},
    {';', "semicolon", "semicolon"},
    {':', "colon", "colon"},
    {'-', "hyphen", "hyphen"},
    {'\'', "apostrophe", "apostrophe"},
    {'"', "quotation mark", "quotation mark"},
    {'!', "exclamation mark", "exclamation mark"},
    {'?', "question mark", "question mark"},
    {'(', "left bracket", "left bracket"},
    {')', "right bracket", "right bracket"},
    {'/', "slash", "slash"},
    {'\\', "backslash", "backslash"},
    {'@', "at", "at"},
    {'#', "hash", "hash"},
    {'&', "ampersand", "ampersand"},
    {'%', "percent", "percent"},
    {'+', "plus", "plus"},
    {'=', "equals", "equals"},
    {'*', "star", "star"},
    {'_', "underscore", "underscore"},
    {'<', "less than", "less than"},
    {'>', "greater than", "greater than"},
    {'$', "dollar", "dollar"},
    {'[', "left square bracket", "left square bracket"},
    {']', "right square bracket", "right square bracket"},
    {'{', "left brace", "left brace"},
    {'}', "right brace", "right brace"},
    {'|', "bar", "bar"},
    {'`', "backtick", "backtick"},
    {'^', "caret", "caret"},
    {'~', "tilde", "tilde"},
};

static const struct {
    const char *character;
    const char *name;
} marks[] = {
    {"\u2019", "apostrophe"}, {"\u2018", "left single quote"},
    {"\u201C", "left quote"}, {"\u201D", "right quote"},
    {"\u2013", "en dash"},    {"\u2014", "em dash"},
    {"\u2026", "dots"},       {"\u00A3", "pound"},
    {"\u20AC", "euro"},       {"\u00A0", "space"},
    {"\u00B0", "degree"},
};

void words_add(struct buf *to, enum words words, const char *first, ...)
{
    const char *arguments[ARGUMENTS_MAX] = {first};
    va_list args;
    va_start(args, first);
    for (size_t i = 1; i < ARGUMENTS_MAX && arguments[i - 1]; i++)
        arguments[i] = va_arg(args, const char *);
    va_end(args);
    for (const char *at = english[words]; *at; at++) {
        bool place = at[0] == '{' && at[1] >= '1' && at[1] <= '9' && at[2] == '}';
        if (place) {
            buf_append(to, str_of(arguments[at[1] - '1']));
            at += 2;
        } else {
            buf_append_char(to, *at);
        }
    }
}

static void spell_letter(struct buf *to, char letter, bool alphabet)
{
    bool capital = letter >= 'A' && letter <= 'Z';
    char small = capital ? (char)(letter - 'A' + 'a') : letter;
    const char *name = NULL;
    for (size_t i = 0; !name && i < sizeof letters / sizeof *letters; i++)
        if (letters[i].letter == small)
            name = alphabet ? letters[i].alphabet : letters[i].name;
    if (!name)
        buf_append_char(to, letter);
    else if (capital)
        words_add(to, WORDS_CAPITAL, name, NULL);
    else
        buf_append(to, str_of(name));
}

void words_spell(struct buf *to, struct str character, bool alphabet)
{
    if (character.length == 1) {
        spell_letter(to, character.at[0], alphabet);
        return;
    }
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        if (str_equal(str_of(marks[i].character), character)) {
            buf_append(to, str_of(marks[i].name));
            return;
        }
    }
    buf_append(to, character);
}

static const struct {
    const char *key;
    const char *said;
} keys_said[] = {
    {"pageup", "page up"}, {"pagedown", "page down"}, {"f1", "F one"},
    {"f2", "F two"},       {"f3", "F three"},         {"f4", "F four"},
};

static void say_key(struct buf *to, struct str key)
{
    static const struct str control = {"ctrl-", 5};
    size_t length;
    for (size_t i = 0; i < sizeof keys_said / sizeof *keys_said; i++) {
        if (str_equal(str_of(keys_said[i].key), key)) {
            buf_append(to, str_of(keys_said[i].said));
            return;
        }
    }
    if (str_starts(key, control) && key.length > control.length) {
        buf_append(to, STR("control "));
        key = str_slice(key, control.length, key.length);
    }
    utf8_at(key, 0, &length);
    if (length == key.length)
        words_spell(to, key, false);
    else
        buf_append(to, key);
}

void words_keys(struct buf *to, struct str keys)
{
    while (keys.length) {
        size_t end = str_find(str_slice(keys, 1, keys.length), STR(", ")) + 1; /* "," is a key too */
        say_key(to, str_slice(keys, 0, end));
        keys = str_slice(keys, end + 2, keys.length);
        if (keys.length)
            buf_append(to, STR(", "));
    }
}
