#include "lexicon.h"
#include "lexicon_words.h"

#include <string.h>

struct checking {
    const struct nr_lexicon_entry *entry;
    const struct nr_lexicon_entry *winner; /* is asked first and holds wherever the entry would */
};

static bool same_text(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

static bool says_the_same(const struct nr_lexicon_entry *a, const struct nr_lexicon_entry *b)
{
    return same_text(a->spoken, b->spoken) && same_text(a->phonemes, b->phonemes);
}

/* Does a condition of `wide` hold wherever that of `narrow` does? */
static bool covers(const char *wide, const char *narrow)
{
    return !wide || same_text(wide, narrow);
}

static bool covers_case(const struct nr_lexicon_entry *wide, const struct nr_lexicon_entry *narrow)
{
    bool same = words_equal(str_of(wide->written), str_of(narrow->written));
    if (wide->exact)
        return same && narrow->exact;
    return same || !word_has_capital(str_of(wide->written));
}

static bool covers_place(const struct nr_lexicon_entry *wide, const struct nr_lexicon_entry *narrow)
{
    return covers_case(wide, narrow) && covers(wide->locale, narrow->locale) &&
           covers(wide->after, narrow->after) && covers(wide->before, narrow->before);
}

/* The entries that are asked before the one in hand come first. */
static bool look_at(void *context, const struct nr_lexicon_entry *other)
{
    struct checking *checking = context;
    if (other == checking->entry)
        return false;
    if (covers_place(other, checking->entry)) {
        checking->winner = other;
        return false;
    }
    return true;
}

/* "Nice" and "nice" said alike, or the word itself as respelling. */
static bool says_what_is_written(const struct nr_lexicon_entry *entry)
{
    return entry->spoken && strcmp(entry->spoken, entry->written) == 0;
}

static struct nr_lexicon_remark judge(const struct checking *checking)
{
    const struct nr_lexicon_entry *entry = checking->entry, *winner = checking->winner;
    struct nr_lexicon_remark remark = {.entry = entry, .other = winner};
    if (winner && winner->layer == entry->layer) {
        remark.is_wrong = true;
        remark.what =
            says_the_same(entry, winner) ? "is written twice" : "never holds: another line says otherwise";
    } else if (winner) {
        remark.what = says_the_same(entry, winner) ? "is written again in a higher lexicon"
                                                   : "is replaced by a higher lexicon";
    } else if (says_what_is_written(entry)) {
        remark.is_wrong = true;
        remark.what = "changes nothing: it says what is written";
    }
    return remark;
}

void nr_lexicon_check(const struct nr_lexicon *lexicon,
                      void (*each)(void *context, const struct nr_lexicon_remark *remark), void *context)
{
    for (size_t i = 0; i < lexicon->count; i++) {
        struct checking checking = {.entry = &lexicon->entries[i]};
        lexicon_each_like(lexicon, checking.entry, look_at, &checking);
        struct nr_lexicon_remark remark = judge(&checking);
        if (remark.what)
            each(context, &remark);
    }
}
