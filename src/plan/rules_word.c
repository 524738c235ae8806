#include "rules.h"

#include "cursor.h"

#include <string.h>

#define ABBREVIATION_MAX 12 /* bytes; no abbreviation is longer */
#define UNSTOPPED_MAX    9  /* and none that needs no stop */

/* A stop that belongs to the abbreviation: one behind it, but for the one that ends the sentence. */
static bool owns_stop(const struct context *context, size_t index)
{
    return context_has(context, index, SHAPE_STOP_BEHIND) && index + 1 < context->count;
}

static const struct abbreviation *abbreviation_at(const struct context *context, size_t index)
{
    struct str word = context_token(context, index);
    size_t longest = context_has(context, index, SHAPE_STOP_BEHIND) ? ABBREVIATION_MAX : UNSTOPPED_MAX;
    if (word.length > longest || !word.length)
        return NULL;
    const struct abbreviation *found = language_abbreviation(context->language, word);
    return found && found->spoken ? found : NULL;
}

static bool speak_as(const struct context *context, size_t index, const char *words, struct value *value)
{
    value->words = words;
    value->end = context->tokens[index].end + owns_stop(context, index);
    return true;
}

static bool gap_within_name(struct str gap)
{
    return str_equal(gap, STR(" ")) || str_equal(gap, STR(". ")) || str_equal(gap, STR("\u00a0")) ||
           str_equal(gap, STR("."));
}

/* "Mr. and Mrs. Lee": another title behind "and". */
static bool is_paired(const struct context *context, size_t index)
{
    struct str next = context_token(context, index + 1);
    const struct abbreviation *other = index + 2 < context->count ? abbreviation_at(context, index + 2) : NULL;
    return (str_equal(next, STR("and")) || str_equal(next, STR("&"))) && other && other->kind == BEFORE_NAME;
}

/* "the Rev., who ...", "a 2nd Lt. in ...": a stopped title behind an article or an ordinal, before no name. */
static bool stands_alone(const struct context *context, size_t index)
{
    struct str before = context_before(context, index);
    bool counted = before.length && before.at[0] >= '1' && before.at[0] <= '9';
    return context_has(context, index, SHAPE_STOP_BEHIND) && index + 1 < context->count &&
           (counted || language_has(context->language->determiners, before)) &&
           (counted || context_token(context, index).length > 2);
}

/* "Dr Smith", "Lt. Gen. Jones": before a name or another title. */
bool rule_title(const struct context *context, size_t index, struct value *value)
{
    bool plain =
        !context_has(context, index, SHAPE_STOP_BEHIND) && !context_has(context, index + 1, SHAPE_CAPITAL);
    if (plain && !str_starts(context_token(context, index + 1), STR("and")) &&
        !str_equal(context_token(context, index + 1), STR("&")))
        return false;
    const struct abbreviation *title = abbreviation_at(context, index);
    if (title && title->kind == BEFORE_NAME && context->count == 1)
        return context_has(context, index, SHAPE_STOP_BEHIND) && speak_as(context, index, title->spoken, value);
    if (title && title->kind == BEFORE_NAME && stands_alone(context, index))
        return speak_as(context, index, title->spoken, value);
    if (!title || title->kind != BEFORE_NAME ||
        (!context_has(context, index + 1, SHAPE_CAPITAL) && !is_paired(context, index)) ||
        !gap_within_name(context_gap(context, index)))
        return false;
    const struct abbreviation *before = index > 0 ? abbreviation_at(context, index - 1) : NULL;
    bool ranked = before && before->kind == BEFORE_NAME; /* "Lt Gen": no stop needed behind a title */
    if (title->needs_dot && !ranked && !context_has(context, index, SHAPE_STOP_BEHIND))
        return false;
    return speak_as(context, index, title->spoken, value);
}

static bool is_roman(struct str word)
{
    for (size_t i = 0; i < word.length; i++)
        if (!strchr("IVXLC", word.at[i]))
            return false;
    return true;
}

/* "No 10", "pp. 3-5": before a number. */
bool rule_numbered(const struct context *context, size_t index, struct value *value)
{
    struct str next = context_token(context, index + 1);
    bool numeral = next.length && ((next.at[0] >= '0' && next.at[0] <= '9') || is_roman(next));
    const struct abbreviation *found = numeral ? abbreviation_at(context, index) : NULL;
    if (!found || found->kind != BEFORE_NUMBER)
        return false;
    bool enough = !found->needs_dot || context_has(context, index, SHAPE_STOP_BEHIND | SHAPE_CAPITAL);
    return enough && gap_within_name(context_gap(context, index)) &&
           speak_as(context, index, found->spoken, value);
}

/* "e.g.", "vs", "Inc." */
bool rule_abbreviation(const struct context *context, size_t index, struct value *value)
{
    const struct abbreviation *found = abbreviation_at(context, index);
    if (!found || (found->kind != INSIDE && found->kind != ANYWHERE))
        return false;
    if (found->needs_dot && !context_has(context, index, SHAPE_STOP_BEHIND))
        return false;
    bool last = index + 1 == context->count; /* its stop may be the sentence's: "to Mass." */
    bool behind_name = index > 0 && (context_has(context, index - 1, SHAPE_CAPITAL) ||
                                     str_equal(context_gap(context, index - 1), STR(", ")));
    if (last && found->needs_dot && !behind_name && context->count > 1)
        return false;
    return speak_as(context, index, found->spoken, value);
}

static bool is_letter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* "U.S", "p.m", "J": single letters with stops between. */
static bool is_initials(struct str word)
{
    for (size_t i = 0; i < word.length; i++)
        if (i % 2 ? word.at[i] != '.' : !is_letter(word.at[i]))
            return false;
    return word.length % 2 == 1;
}

bool rule_initials(const struct context *context, size_t index, struct value *value)
{
    struct str word = context_token(context, index);
    if (!is_initials(word))
        return false;
    bool single = word.length == 1;
    if (single && (!context_has(context, index, SHAPE_CAPITAL) || !owns_stop(context, index)))
        return false;
    value->written = word;
    value->end = context->tokens[index].end + owns_stop(context, index);
    return true;
}

/* "England v France", "Roe v. Wade": one letter between two names. */
bool rule_versus(const struct context *context, size_t index, struct value *value)
{
    struct str word = context_token(context, index), next = context_token(context, index + 1);
    if (word.length != 1)
        return false;
    bool names = index > 0 && context_has(context, index - 1, SHAPE_CAPITAL) &&
                 (context_has(context, index + 1, SHAPE_CAPITAL) || str_equal(next, STR("the")));
    return names && str_equal(word, STR("v")) && gap_within_name(context_gap(context, index)) &&
           speak_as(context, index, "versus", value);
}

/* "24/7", "and/or" */
bool rule_idiom(const struct context *context, size_t index, struct value *value)
{
    value->words = language_wording_caseless(context->language->idioms, context_token(context, index));
    return value->words != NULL;
}

/* "UNESCO", "GCSEs": what an engine reads otherwise than people do. */
bool rule_acronym(const struct context *context, size_t index, struct value *value)
{
    struct cursor cursor = cursor_at(context, index);
    struct str word = context_token(context, index), stem = word;
    static const char *const tails[] = {"'s", "\u2019s"};
    for (size_t i = 0; i < sizeof tails / sizeof *tails; i++)
        if (str_ends(stem, str_of(tails[i])))
            stem.length -= strlen(tails[i]);
    value->words = language_wording(context->language->acronyms, stem);
    cursor.at += stem.length;
    return value->words && cursor_cover(&cursor, context, index, value);
}

/* "upgrade/update": the stroke between words. */
bool rule_stroke(const struct context *context, size_t index, struct value *value)
{
    struct str word = context_token(context, index);
    value->written = word;
    return str_find(word, STR("/")) < word.length;
}
