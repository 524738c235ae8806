#include "words.h"

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
    [WORDS_EMPTY_LINE] = "empty",
    [WORDS_NO_LINES] = "No code and no table from here on.",
    [WORDS_LINES_END] = "That was the last line.",
    [WORDS_NOTED] = "Noted: {1}.",
    [WORDS_NOT_NOTED] = "The word could not be noted.",
    [WORDS_RATE_LIMIT] = "{1} words a minute is the limit.",
    [WORDS_BAD_RATE] = "A rate is a number from {1} to {2}.",
    [WORDS_BAD_VOLUME] = "A volume is a number from 0 to {1}.",
    [WORDS_BAD_PERCENT] = "A place is a number from 0 to 100.",
    [WORDS_CAPITAL] = "capital {1}",
    [WORDS_KEYS] = "{1}: {2}.",
    [WORDS_KEY_FREE] = "{1}: nothing.",
    [WORDS_KEY_WHICH] = "Press a key to hear what it does.",
    [WORDS_NEAR] = "The article has changed; reading goes on near where it was.",
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
