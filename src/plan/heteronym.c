#include "heteronym.h"

#include <string.h>

#define WORD_BYTES_MAX 20

/* Words in a row, with nothing but a space between. */
static struct str neighbour(const struct context *context, size_t index, int step)
{
    for (; step < 0; step++, index--)
        if (index == 0 || !str_equal(context_gap(context, index - 1), STR(" ")))
            return STR("");
    for (; step > 0; step--, index++)
        if (!str_equal(context_gap(context, index), STR(" ")))
            return STR("");
    return context_token(context, index);
}

static bool is_capital(struct str word)
{
    return word.length && word.at[0] >= 'A' && word.at[0] <= 'Z';
}

static bool is_item(struct str item, struct str word)
{
    if (str_equal(item, STR("@")))
        return is_capital(word);
    return str_equal(item, STR(".")) ? !word.length : str_equal_caseless(item, word);
}

/* A list of language.h and a neighbour; "" is none. */
static bool holds(const char *list, struct str word)
{
    struct str rest = str_of(list);
    bool wanted = !str_starts(rest, STR("!"));
    if (!list)
        return true;
    rest = str_slice(rest, !wanted, rest.length);
    while (rest.length) {
        struct str item = str_slice(rest, 0, str_find(rest, STR("|")));
        size_t behind = item.length + 1;
        bool barred = str_starts(item, STR("-"));
        if (is_item(str_slice(item, barred, item.length), word))
            return wanted && !barred;
        rest = str_slice(rest, behind, rest.length);
    }
    return !wanted;
}

static bool is_in_sentence(const char *list, const struct context *context)
{
    for (size_t i = 0; list && i < context->count; i++)
        if (holds(list, context_token(context, i)))
            return true;
    return !list;
}

static bool fits(const struct heteronym *row, const struct context *context, size_t index)
{
    bool barred =
        (row->only_british && !context->british) || (row->only_small && is_capital(context_token(context, index)));
    if (barred)
        return false;
    return holds(row->before, neighbour(context, index, -1)) && holds(row->after, neighbour(context, index, 1)) &&
           holds(row->before_that, neighbour(context, index, -2)) && is_in_sentence(row->somewhere, context);
}

/* The first row of those for the word; the rows are sorted by it. */
static size_t first_row(const struct heteronym *rows, size_t count, const char *word)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(rows[middle].word, word) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool lower_case(struct str word, char lower[WORD_BYTES_MAX])
{
    if (word.length >= WORD_BYTES_MAX)
        return false;
    for (size_t i = 0; i < word.length; i++) {
        char c = (char)(word.at[i] | 0x20);
        if ((c < 'a' || c > 'z') && word.at[i] != '-')
            return false;
        lower[i] = word.at[i] == '-' ? '-' : c;
    }
    lower[word.length] = '\0';
    return true;
}

const char *heteronym_phonemes(const struct context *context, size_t index)
{
    const struct heteronym *rows = context->language->heteronyms->rows;
    size_t count = context->language->heteronyms->count;
    char word[WORD_BYTES_MAX];
    if (!lower_case(context_token(context, index), word))
        return NULL;
    for (size_t i = first_row(rows, count, word); i < count && strcmp(rows[i].word, word) == 0; i++)
        if (fits(&rows[i], context, index))
            return !context->british && rows[i].american ? rows[i].american : rows[i].british;
    return NULL;
}
