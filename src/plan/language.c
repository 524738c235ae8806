#include "language.h"

#define WORD_BYTES_MAX 32

/* Lower-cases ASCII into `lower`; false when the word is too long to be in any table. */
static bool lower_case(struct str word, char lower[WORD_BYTES_MAX])
{
    if (word.length >= WORD_BYTES_MAX)
        return false;
    for (size_t i = 0; i < word.length; i++)
        lower[i] = (char)(word.at[i] >= 'A' && word.at[i] <= 'Z' ? word.at[i] + ('a' - 'A') : word.at[i]);
    lower[word.length] = '\0';
    return true;
}

/* strcmp() of a view and a string, in one pass. */
static int compare(struct str word, const char *key)
{
    for (size_t i = 0; i < word.length; i++)
        if (word.at[i] != key[i])
            return (unsigned char)word.at[i] < (unsigned char)key[i] ? -1 : 1;
    return key[word.length] ? -1 : 0;
}

/* The row of a sorted table whose key is `word`, or NULL. */
static const void *find_row(const struct table *table, struct str word)
{
    size_t low = 0, high = table->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const void *row = (const char *)table->rows + middle * table->row_size;
        int order = compare(word, *(const char *const *)row);
        if (!order)
            return row;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

bool language_has(const struct table *set, struct str word)
{
    char lower[WORD_BYTES_MAX];
    return lower_case(word, lower) && find_row(set, str_of(lower)) != NULL;
}

const struct abbreviation *language_abbreviation(const struct language *language, struct str word)
{
    return find_row(language->abbreviations, word);
}

const struct unit *language_unit(const struct language *language, struct str symbol)
{
    return find_row(language->units, symbol);
}

const struct currency *language_code(const struct language *language, struct str code)
{
    return find_row(language->codes, code);
}

const char *language_wording(const struct table *wordings, struct str written)
{
    const struct wording *row = find_row(wordings, written);
    return row ? row->spoken : NULL;
}

const char *language_wording_caseless(const struct table *wordings, struct str written)
{
    char lower[WORD_BYTES_MAX];
    return lower_case(written, lower) ? language_wording(wordings, str_of(lower)) : NULL;
}

const struct magnitude *language_magnitude(const struct language *language, struct str suffix)
{
    return find_row(language->magnitudes, suffix);
}

const struct currency *language_currency(const struct language *language, struct str text)
{
    const struct currency *currencies = language->currencies->rows;
    for (size_t i = 0; i < language->currencies->count; i++)
        if (str_starts(text, str_of(currencies[i].symbol)))
            return &currencies[i];
    return NULL;
}

const char *language_month(const struct language *language, struct str word)
{
    char lower[WORD_BYTES_MAX];
    const struct month *month = lower_case(word, lower) ? find_row(language->months, str_of(lower)) : NULL;
    return month ? month->spoken : NULL;
}
