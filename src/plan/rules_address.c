#include "rules.h"

#include "cursor.h"

#define STREET_WORDS_MAX 4 /* "2788 San Tomas Aquino Expy" */
#define HOUSE_LOOK_BACK  6 /* tokens from a street's type to its house number */

static bool is_digits(struct str word, size_t least, size_t most)
{
    for (size_t i = 0; i < word.length; i++)
        if (word.at[i] < '0' || word.at[i] > '9')
            return false;
    return word.length >= least && word.length <= most;
}

static bool is_name_word(const struct context *context, size_t index)
{
    struct str word = context_token(context, index);
    return context_has(context, index, SHAPE_CAPITAL) ||
           (word.length > 2 && word.at[0] >= '1' && word.at[0] <= '9' && !is_digits(word, 1, word.length));
}

static bool gap_in_address(struct str gap)
{
    return str_equal(gap, STR(" ")) || str_equal(gap, STR(". "));
}

/* How many tokens from the house number to the street's type; 0: none. */
static size_t street_ahead(const struct context *context, size_t index)
{
    for (size_t i = 1; i <= STREET_WORDS_MAX + 1; i++) {
        if (!gap_in_address(context_gap(context, index + i - 1)))
            return 0;
        if (i > 1 && language_wording_caseless(context->language->streets, context_token(context, index + i)))
            return i;
        if (!is_name_word(context, index + i))
            return 0;
    }
    return 0;
}

/* "1428 Elm St", "123 Circle Drive": a house number in pairs of digits. */
bool rule_house(const struct context *context, size_t index, struct value *value)
{
    struct cursor cursor = cursor_at(context, index);
    bool taken;
    unsigned number = cursor_take_number(&cursor, 3, 5, &taken);
    value->years = (struct years){.year = number};
    return taken && cursor_cover(&cursor, context, index, value) && value->tokens == 1 && number < 10000 &&
           (number >= 1000 || !context->british) && street_ahead(context, index) > 0;
}

static bool behind_house(const struct context *context, size_t index)
{
    for (size_t back = 1; back <= HOUSE_LOOK_BACK && back <= index; back++) {
        if (!gap_in_address(context_gap(context, index - back)))
            return false;
        if (is_digits(context_token(context, index - back), 1, 5))
            return true;
    }
    return false;
}

/* The stop that belongs to a shortened word, but for the one that ends the sentence. */
static void take_stop(const struct context *context, size_t index, struct value *value)
{
    const struct token *token = &context->tokens[index];
    bool ends = token->end + 1 >= context->text.length || index + 1 == context->count;
    value->end = token->end + (token->shape & SHAPE_STOP_BEHIND && !ends);
}

/* "Oxford St", "Elm Dr.", "Santana Row Blvd": behind a name and before none; in lower case behind a house number.
 */
bool rule_street(const struct context *context, size_t index, struct value *value)
{
    struct str word = context_token(context, index);
    if (index == 0 || word.length > 5 || !gap_in_address(context_gap(context, index - 1)) ||
        !is_name_word(context, index - 1))
        return false;
    const char *street = language_wording_caseless(context->language->streets, word);
    if (!street || str_equal_caseless(word, str_of(street)))
        return false;
    bool capital = context->tokens[index].shape & SHAPE_CAPITAL;
    bool capitals = word.length > 1 && word.at[1] >= 'A' && word.at[1] <= 'Z';
    value->words = street;
    take_stop(context, index, value);
    return (capital && !capitals) || behind_house(context, index);
}

/* "317 S. 3rd St": a point of the compass behind a house number. */
bool rule_direction(const struct context *context, size_t index, struct value *value)
{
    value->words = language_wording(context->language->directions, context_token(context, index));
    take_stop(context, index, value);
    return value->words && index > 0 && is_digits(context_token(context, index - 1), 1, 5) &&
           street_ahead(context, index - 1) > 0;
}

/* What follows a state's letters in an address: its ZIP code, a comma, or nothing. */
static bool state_ends(const struct context *context, size_t index)
{
    struct str gap = context_gap(context, index), next = context_token(context, index + 1);
    bool zip = (str_equal(gap, STR(" ")) || str_equal(gap, STR(", "))) && is_digits(next, 5, 5);
    if (zip || context->british)
        return zip;
    return index + 1 >= context->count || (gap.length && gap.at[0] == ',') || str_equal(gap, STR(") "));
}

/* "Stroudsburg, PA", "CA 95051" */
bool rule_state(const struct context *context, size_t index, struct value *value)
{
    value->words = language_wording(context->language->states, context_token(context, index));
    bool behind_town = index > 0 && str_equal(context_gap(context, index - 1), STR(", ")) &&
                       context_has(context, index - 1, SHAPE_CAPITAL) &&
                       !context_has(context, index - 1, SHAPE_CAPITALS | SHAPE_DIGIT);
    return value->words && behind_town && state_ends(context, index);
}

static bool is_state(const struct language *language, struct str word)
{
    const struct wording *states = language->states->rows;
    for (size_t i = 0; i < language->states->count; i++)
        if (str_equal(word, str_of(states[i].written)) || str_equal(word, str_of(states[i].spoken)))
            return true;
    return false;
}

/* "CA 95051", "Texas, 75115" */
bool rule_zip(const struct context *context, size_t index, struct value *value)
{
    struct str word = context_token(context, index);
    value->written = word;
    struct str gap = index > 0 ? context_gap(context, index - 1) : STR("");
    return is_digits(word, 5, 5) && (str_equal(gap, STR(" ")) || str_equal(gap, STR(", "))) &&
           is_state(context->language, context_token(context, index - 1));
}
