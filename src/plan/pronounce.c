#include "pronounce.h"

#include "arena.h"
#include "memory.h"

#include <string.h>

#define SAID_BYTES_MAX 1024 /* for one token with many hyphens */

/* The ending -s by the last phoneme of its stem; else "z". */
static const struct {
    const char *last;
    const char *ending;
} endings[] = {{"s", "I2z"}, {"z", "I2z"}, {"S", "I2z"}, {"Z", "I2z"}, {"p", "s"},
               {"t", "s"},   {"k", "s"},   {"f", "s"},   {"T", "s"},   {"x", "s"}};

/* Letters behind which the ending has a vowel: "the Felixes". */
static const char *const sibilants[] = {"s", "x", "z", "ch", "sh"};

/* The word in hand. */
struct spelling {
    const struct pronouncing *to;
    struct nr_lexicon_match match;
    size_t start; /* of the match */
};

void pronunciations_add(struct pronunciations *said, size_t start, size_t end, const char *phonemes)
{
    void *at = said->at;
    memory_reserve(&at, &said->capacity, said->count + 1, sizeof *said->at);
    said->at = at;
    said->at[said->count++] = (struct nr_pronunciation){(uint32_t)start, (uint32_t)end, phonemes};
}

const struct nr_pronunciation *pronunciations_keep(const struct pronunciations *said, struct nr_arena *arena)
{
    return said->count ? arena_copy(arena, said->at, said->count * sizeof *said->at) : NULL;
}

static const char *ending_of(struct str phonemes)
{
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (str_ends(phonemes, str_of(endings[i].last)))
            return endings[i].ending;
    return "z";
}

static void say_phonemes(const struct spelling *spelling)
{
    const struct pronouncing *to = spelling->to;
    const struct nr_lexicon_match *match = &spelling->match;
    const char *stem = match->entry->phonemes;
    const char *ending = match->end > match->stem_end ? ending_of(str_of(stem)) : "";
    size_t start = to->text->length;
    buf_append(to->text, str_slice(to->context->text, spelling->start, match->end));
    pronunciations_add(to->said, start, to->text->length, arena_printf(to->reading->arena, "%s%s", stem, ending));
}

static bool is_sibilant(struct str word)
{
    for (size_t i = 0; i < sizeof sibilants / sizeof *sibilants; i++)
        if (str_ends(word, str_of(sibilants[i])))
            return true;
    return false;
}

static void say_words(const struct spelling *spelling)
{
    const struct nr_lexicon_match *match = &spelling->match;
    struct buf *text = spelling->to->text;
    struct str ending = str_slice(spelling->to->context->text, match->stem_end, match->end);
    struct str said = str_of(match->entry->spoken);
    buf_append(text, said);
    if (ending.length && str_equal_caseless(ending, STR("s")) && is_sibilant(said))
        ending = STR("es");
    buf_append(text, ending);
}

/* The bytes of a mark that parts the words of a token, a hyphen, dash or slash; 0: there is none at `at`. */
static size_t part_length(struct str text, size_t at)
{
    if (text.at[at] == '-' || text.at[at] == '/')
        return 1;
    bool dash = text.at[at] == '\xE2' && at + 2 < text.length && text.at[at + 1] == '\x80';
    return dash && strchr("\x90\x91\x93", text.at[at + 2]) ? 3 : 0; /* U+2010, U+2011, U+2013 */
}

/* The place behind the next one before `end`. */
static size_t next_word(struct str text, size_t at, size_t end)
{
    size_t length = 0;
    while (at < end && !(length = part_length(text, at)))
        at++;
    return at + length < end ? at + length : end;
}

/* A number beside the word needs its own rule: "Covid-19". */
static bool has_digit(const struct context *context, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (context->text.at[i] >= '0' && context->text.at[i] <= '9')
            return true;
    return false;
}

static size_t token_with(const struct context *context, size_t index, size_t at)
{
    while (index + 1 < context->count && context->tokens[index + 1].start < at)
        index++;
    return index;
}

/* What stands between the words of the lexicon is said as it is written; false when that needs a rule. */
static bool say_between(const struct pronouncing *to, size_t from, size_t until)
{
    if (has_digit(to->context, from, until))
        return false;
    buf_append(to->text, str_slice(to->context->text, from, until));
    return true;
}

/* Appends the token and those that a phrase takes with it. */
static bool say_token(const struct pronouncing *to, size_t index, size_t *last, const char **place)
{
    const struct context *context = to->context;
    struct spelling spelling = {.to = to};
    size_t said_until = context->tokens[index].start, limit = to->text->length + SAID_BYTES_MAX;
    *last = index;
    for (size_t at = said_until; at < context->tokens[*last].end;) {
        spelling.start = at;
        if (!nr_lexicon_match(to->reading->lexicon, to->locale, context->text.at, context->text.length, at,
                              &spelling.match)) {
            at = next_word(context->text, at, context->tokens[*last].end);
            continue;
        }
        if (!say_between(to, said_until, at))
            return false;
        (spelling.match.entry->phonemes ? say_phonemes : say_words)(&spelling);
        *place =
            arena_printf(to->reading->arena, "%s:%zu", spelling.match.entry->name, spelling.match.entry->line);
        said_until = at = spelling.match.end;
        *last = token_with(context, *last, said_until);
    }
    return *place && say_between(to, said_until, context->tokens[*last].end) && to->text->length <= limit;
}

bool pronounce_by_lexicon(const struct pronouncing *to, size_t index, size_t *end, size_t *tokens,
                          const char **place)
{
    size_t length = to->text->length, count = to->said->count, last;
    if (!to->reading->lexicon)
        return false;
    if (say_token(to, index, &last, place)) {
        *tokens = last - index + 1;
        *end = to->context->tokens[last].end;
        return true;
    }
    to->text->length = length;
    to->said->count = count;
    *place = NULL;
    return false;
}
