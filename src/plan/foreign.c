#include "foreign.h"

#include "memory.h"
#include "pool.h"
#include "tongue.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

#define WORD_UNITS_MAX  2048 /* a token has at most 240 bytes; a letter can become a word */
#define RULES_UNITS_MAX 256

/* What English letters can show of the Latin letters of transliteration; numbers are no letters. */
#define ENGLISH                                                                                                   \
    " :: Null; [\\u0161\\u015F] > sh; \\u017E > zh; \\u010D > ch; :: [:^N:] Latin-ASCII; [\\u0027\\u02B9\\u02BA] > ;"

/* A script without vowels: its half-vowels serve, and an "a" makes the rest sayable. */
#define VOWELS                                                                                                    \
    ":: Any-Latin; :: Null; \\u0161 > \\u0283; :: [[:^N:]-[\\u0283]] Latin-ASCII; [\\u0027\\u02B9\\u02BA] > ;"            \
    "$c = [bcdfghjklmnpqrstvxz\\u0283]; :: Null; $c { y > i; $c { w > u; :: Null; ($c) } $c > $1 a;"              \
    ":: Null; \\u0283 > sh;"

/* By the tongue of a word's script, as ICU's transliterations are named; the last is for every other.  Those of
 * the names boards (BGN, UNGEGN) are what newspapers print; ICU's own keep each letter apart with marks. */
static const struct way {
    const char *tag;
    const char *rules;
} ways[] = {
    {"ru", ":: Russian-Latin/BGN;" ENGLISH},
    {"uk", ":: Ukrainian-Latin/BGN;" ENGLISH},
    {"el", ":: Greek-Latin/UNGEGN;" ENGLISH},
    {"hy", ":: Armenian-Latin/BGN;" ENGLISH},
    {"zh", ":: Han-Latin/Names; :: Any-Latin;" ENGLISH},
    {"ar", VOWELS},
    {"fa", VOWELS},
    {"he", VOWELS},
    {"", ":: Any-Latin; :: NumericPinyin-Latin;" ENGLISH}, /* Bopomofo's tones are figures */
};
#define WAY_COUNT (sizeof ways / sizeof *ways)

struct romaniser {
    UTransliterator *rules[WAY_COUNT];
    bool is_tried[WAY_COUNT];
};

static void close_romaniser(void *object)
{
    struct romaniser *romaniser = object;
    for (size_t i = 0; i < WAY_COUNT; i++)
        if (romaniser->rules[i])
            utrans_close(romaniser->rules[i]);
    free(romaniser);
}

static struct pool romanisers = POOL(close_romaniser);

static void give_romaniser(void *context)
{
    pool_give(&romanisers, context);
}

struct romaniser *romaniser_new(struct nr_arena *arena)
{
    struct romaniser *romaniser = pool_take(&romanisers);
    if (!romaniser)
        romaniser = memory_alloc(sizeof *romaniser);
    arena_defer(arena, give_romaniser, romaniser);
    return romaniser;
}

static UTransliterator *open_rules(const char *rules)
{
    UErrorCode status = U_ZERO_ERROR;
    UChar id[16], units[RULES_UNITS_MAX];
    UParseError where;
    int32_t length = 0;
    u_strFromUTF8(units, RULES_UNITS_MAX, &length, rules, -1, &status);
    UTransliterator *opened =
        utrans_openU(u_uastrcpy(id, "romanise"), -1, UTRANS_FORWARD, units, length, &where, &status);
    return U_SUCCESS(status) ? opened : NULL;
}

static UTransliterator *rules_for(struct romaniser *romaniser, struct str word)
{
    const struct tongue *tongue = tongue_of_script(word);
    size_t way = 0;
    while (way + 1 < WAY_COUNT && !(tongue && strcmp(ways[way].tag, tongue->tag) == 0))
        way++;
    if (!romaniser->is_tried[way])
        romaniser->rules[way] = open_rules(ways[way].rules);
    romaniser->is_tried[way] = true;
    return romaniser->rules[way];
}

bool romanise(struct romaniser *romaniser, struct str word, struct buf *out)
{
    UErrorCode status = U_ZERO_ERROR;
    UChar units[WORD_UNITS_MAX];
    char bytes[WORD_UNITS_MAX * 3];
    int32_t length = 0, limit, count = 0;
    UTransliterator *rules = rules_for(romaniser, word);
    if (!rules)
        return false;
    u_strFromUTF8(units, WORD_UNITS_MAX, &length, word.at, (int32_t)word.length, &status);
    limit = length;
    utrans_transUChars(rules, units, &length, WORD_UNITS_MAX, 0, &limit, &status);
    u_strToUTF8(bytes, (int32_t)sizeof bytes, &count, units, length, &status);
    if (U_FAILURE(status) || count <= 0)
        return false;
    buf_append(out, (struct str){bytes, (size_t)count});
    return true;
}
