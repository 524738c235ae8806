#include "foreign.h"

#include <string.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

#define WORD_UNITS_MAX 2048 /* a token has at most 240 bytes; a letter can become a word */

struct romaniser {
    UTransliterator *rules;
    bool is_tried;
};

static void close_romaniser(void *context)
{
    struct romaniser *romaniser = context;
    if (romaniser->rules)
        utrans_close(romaniser->rules);
}

struct romaniser *romaniser_new(struct nr_arena *arena)
{
    struct romaniser *romaniser = arena_alloc(arena, sizeof *romaniser);
    arena_defer(arena, close_romaniser, romaniser);
    return romaniser;
}

static void open_rules(struct romaniser *romaniser)
{
    UErrorCode status = U_ZERO_ERROR;
    UChar id[64];
    romaniser->is_tried = true;
    romaniser->rules =
        utrans_openU(u_uastrcpy(id, "Any-Latin; Latin-ASCII"), -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
    if (U_FAILURE(status))
        romaniser->rules = NULL;
}

bool romanise(struct romaniser *romaniser, struct str word, struct buf *out)
{
    UErrorCode status = U_ZERO_ERROR;
    UChar units[WORD_UNITS_MAX];
    char bytes[WORD_UNITS_MAX * 3];
    int32_t length = 0, limit, count = 0;
    if (!romaniser->is_tried)
        open_rules(romaniser);
    if (!romaniser->rules)
        return false;
    u_strFromUTF8(units, WORD_UNITS_MAX, &length, word.at, (int32_t)word.length, &status);
    limit = length;
    utrans_transUChars(romaniser->rules, units, &length, WORD_UNITS_MAX, 0, &limit, &status);
    u_strToUTF8(bytes, (int32_t)sizeof bytes, &count, units, length, &status);
    if (U_FAILURE(status) || count <= 0)
        return false;
    buf_append(out, (struct str){bytes, (size_t)count});
    return true;
}
