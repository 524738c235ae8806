#include "stop.h"

#include "utf8.h"

#include <string.h>
#include <unicode/uchar.h>

#define WORD_LOOK_BACK 48 /* bytes; no abbreviation is longer */
#define CAPITALS_MAX   8  /* "SUPT. SMITH": letters of an abbreviation in a text that shouts */
#define OPENING_CLOCK  12 /* bytes; "At 5 a.m. Mr Smith rose" goes on */
#define DEGREE         0xB0

/* A stop that may end a sentence, and what decides. */
struct stop {
    const struct language *language;
    struct str text;
    size_t start;     /* of the sentence */
    struct str word;  /* before the stop */
    struct str next;  /* the word behind it */
    bool next_starts; /* with a capital, a word that opens sentences */
};

/* "N°": the sign belongs to the word. */
static bool is_of_word(uint32_t code)
{
    return code == '.' || code == DEGREE || u_isalnum((UChar32)code);
}

/* "it rained.Mr": behind so long a word the stop is no part of an abbreviation. */
static bool follows_long_word(struct str text, size_t stop)
{
    size_t letters = 0;
    while (letters < 3 && letters < stop && text.at[stop - letters - 1] >= 'a' &&
           text.at[stop - letters - 1] <= 'z')
        letters++;
    return letters == 3;
}

struct str word_before(struct str text, size_t end)
{
    size_t start = end, length;
    while (start > 0 && end - start < WORD_LOOK_BACK) {
        uint32_t code = utf8_before(text, start, &length);
        if (!is_of_word(code) || (code == '.' && follows_long_word(text, start - length)))
            break;
        start -= length;
    }
    return str_slice(text, start, end);
}

struct str word_after(struct str text, size_t start)
{
    size_t length, end;
    for (;; start += length) {
        uint32_t code = utf8_at(text, start, &length);
        if (!length || u_isalnum((UChar32)code))
            break;
    }
    for (end = start;; end += length) {
        uint32_t code = utf8_at(text, end, &length);
        if (!length || !u_isalnum((UChar32)code) || end - start > WORD_LOOK_BACK)
            break;
    }
    return str_slice(text, start, end);
}

uint32_t word_first_code(struct str word)
{
    size_t length;
    return utf8_at(word, 0, &length);
}

/* "J", "U.S", "p.m": letters with stops between them. */
static bool is_initials(struct str word)
{
    size_t length, letters = 0;
    for (size_t at = 0; at < word.length; at += length) {
        uint32_t code = utf8_at(word, at, &length);
        bool letter = u_isalpha((UChar32)code);
        if (letter == (letters % 2 == 1) || (!letter && code != '.'))
            return false;
        letters++;
    }
    return letters % 2 == 1;
}

static bool is_number(struct str word)
{
    for (size_t i = 0; i < word.length; i++)
        if (word.at[i] < '0' || word.at[i] > '9')
            return false;
    return word.length > 0;
}

/* "12", "IV": what "No." and "Vol." stand before. */
static bool is_numeral(struct str word)
{
    if (u_isdigit((UChar32)word_first_code(word)))
        return true;
    for (size_t i = 0; i < word.length; i++)
        if (!strchr("IVXLC", word.at[i]))
            return false;
    return word.length > 1;
}

/* "6 p.m." ends a sentence behind which anything starts but a time zone or a day, unless it opened it. */
static bool clock_ends(const struct stop *stop)
{
    size_t so_far = (size_t)(stop->word.at - stop->text.at) - stop->start;
    bool opens = so_far < OPENING_CLOCK || !u_isupper((UChar32)word_first_code(stop->next));
    return stop->next_starts || (!opens && !language_has(stop->language->clock_tails, stop->next));
}

static bool is_clock_half(struct str word)
{
    return str_equal_caseless(word, STR("a.m")) || str_equal_caseless(word, STR("p.m"));
}

/* "Oxford St. The shop", "Elm Dr. He": behind a name they are a street's. */
static bool is_street(const struct stop *stop)
{
    size_t at = (size_t)(stop->word.at - stop->text.at);
    bool named = at > 1 && stop->text.at[at - 1] == ' ';
    struct str before = word_before(stop->text, named ? at - 1 : 0);
    return (str_equal(stop->word, STR("St")) || str_equal(stop->word, STR("Dr"))) &&
           u_isupper((UChar32)word_first_code(before));
}

/* As written, or "SEC", "MR" in capitals as the table has "Sec", "Mr". */
static const struct abbreviation *find_abbreviation(const struct language *language, struct str word)
{
    char quiet[CAPITALS_MAX];
    const struct abbreviation *found = language_abbreviation(language, word);
    if (found || word.length < 2 || word.length > sizeof quiet)
        return found;
    for (size_t i = 0; i < word.length; i++) {
        if (word.at[i] < 'A' || word.at[i] > 'Z')
            return NULL;
        quiet[i] = (char)(i ? word.at[i] | 0x20 : word.at[i]);
    }
    return language_abbreviation(language, (struct str){quiet, word.length});
}

static bool word_ends(const struct stop *stop)
{
    if (is_clock_half(stop->word))
        return clock_ends(stop);
    const struct abbreviation *abbreviation = find_abbreviation(stop->language, stop->word);
    if (!abbreviation)
        return !is_initials(stop->word) || stop->next_starts;
    switch (abbreviation->kind) {
    case BEFORE_NAME:
        return stop->next_starts && is_street(stop);
    case INSIDE:
        return false;
    case BEFORE_NUMBER:
        return !is_numeral(stop->next);
    case ANYWHERE:
        break;
    }
    return stop->next_starts;
}

/* "1. Wash hands", "• 2. Dry them": the number of a list item opens the sentence. */
static bool is_item_number(const struct stop *stop)
{
    return word_after(stop->text, stop->start).at == stop->word.at &&
           (is_number(stop->word) || stop->word.length == 1);
}

bool stop_ends(const struct language *language, struct str text, size_t start, size_t stop, struct str next)
{
    struct stop found = {language, text, start, word_before(text, stop), next, false};
    if (is_item_number(&found))
        return false;
    if (!language)
        return true;
    found.next_starts = language_has(language->starters, next) && u_isupper((UChar32)word_first_code(next));
    return word_ends(&found);
}
