#include "recase.h"

#define WORDS_MIN      2 /* in capitals that are no initials */
#define CONSONANTS_MAX 6 /* letters of initials without a vowel: "GMTV" */

static bool is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

static bool is_lower(char c)
{
    return c >= 'a' && c <= 'z';
}

static bool has_vowel(struct str word)
{
    for (size_t i = 0; i < word.length; i++)
        if (str_find(STR("AEIOUY"), str_slice(word, i, i + 1)) < 6)
            return true;
    return false;
}

/* "ST", "DR": an abbreviation that is set "St" in other text. */
static bool is_abbreviation(const struct context *context, struct str word)
{
    char recased[8];
    if (word.length < 2 || word.length > sizeof recased)
        return false;
    for (size_t i = 0; i < word.length; i++)
        recased[i] = (char)(i && is_upper(word.at[i]) ? word.at[i] + ('a' - 'A') : word.at[i]);
    return language_abbreviation(context->language, (struct str){recased, word.length}) != NULL;
}

/* Letters that are said one by one, or a name with digits. */
static bool is_initials(const struct context *context, size_t index)
{
    struct str word = context_token(context, index);
    if (context_has(context, index, SHAPE_DIGIT) || language_has(context->language->initialisms, word))
        return true;
    if (is_abbreviation(context, word))
        return false;
    return word.length == 1 ? !str_equal(word, STR("A")) : word.length <= CONSONANTS_MAX && !has_vowel(word);
}

/* A numeral, or a short word that could be one, where one is likely. */
static bool is_numeral(const struct context *context, size_t index)
{
    struct str word = context_token(context, index), before = context_before(context, index);
    for (size_t i = 0; i < word.length; i++)
        if (str_find(STR("IVX"), str_slice(word, i, i + 1)) == 3)
            return false;
    return word.length > 1 || language_has(context->language->regnal_names, before) ||
           language_has(context->language->numbered, before);
}

bool is_in_capitals(const struct context *context)
{
    size_t words = 0;
    for (size_t i = 0; i < context->count; i++) {
        struct str word = context_token(context, i);
        for (size_t at = 0; at < word.length; at++)
            if (is_lower(word.at[at]) && !(context->tokens[i].shape & SHAPE_DIGIT))
                return false;
        bool capitals = context_has(context, i, SHAPE_CAPITALS) && word.length > 2;
        words += capitals && !is_initials(context, i) && !is_numeral(context, i);
    }
    return words >= WORDS_MIN;
}

/* "PRIME-MINISTER'S" -> "Prime-Minister's" */
static void lower_word(char *word, size_t length, bool keep_first)
{
    for (size_t i = 0; i < length; i++) {
        bool first = i == 0 || word[i - 1] == '-' || word[i - 1] == '/';
        if (is_upper(word[i]) && !(first && keep_first))
            word[i] = (char)(word[i] + ('a' - 'A'));
        else if ((unsigned char)word[i] == 0xC3 && i + 1 < length && i > 0 && (unsigned char)word[i + 1] >= 0x80 &&
                 (unsigned char)word[i + 1] <= 0x9E && (unsigned char)word[i + 1] != 0x97)
            word[i + 1] = (char)(word[i + 1] + 0x20); /* "É" -> "é" */
    }
}

void recase(const struct context *context, char *text)
{
    for (size_t i = 0; i < context->count; i++) {
        struct str word = context_token(context, i);
        if (is_initials(context, i) || is_numeral(context, i))
            continue;
        bool little = i > 0 && language_has(context->language->function_words, word);
        lower_word(text + context->tokens[i].start, word.length, !little);
    }
}
