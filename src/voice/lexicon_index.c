/* A trie over the words of all that is written in a lexicon; its edges lie in one hash table, so a word of a text
 * costs one probe, however many entries there are. */
#include "lexicon.h"

#include "arena.h"
#include "lexicon_words.h"
#include "memory.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define ROOT           0u
#define NOWHERE        UINT32_MAX
#define NO_ENTRY       UINT32_MAX
#define CAPITALS_LEAST 4 /* letters: "XI" is hardly Xi */

/* From one node to another by a word. */
struct edge {
    uint32_t from;
    uint32_t to; /* 0: the slot is empty, for none leads to the root */
    uint32_t hash;
    struct str word;
};

struct nr_lexicon_index {
    const struct nr_lexicon_entry *entries;
    struct edge *edges;
    size_t slots;    /* a power of two */
    uint32_t *first; /* per node: the entry that is asked first */
    uint32_t *next;  /* per entry: the one that is asked after it */
};

/* A place in a text where a phrase may stand. */
struct place {
    const char *locale;
    struct str text;
    size_t start;
};

/* Endings of a word, as keys; the stem is looked for too.  "es" is one behind these letters alone. */
static const struct {
    const char *ending;
    const char *behind;
} endings[] = {{"'s", NULL}, {"es", "hsxz"}, {"s", NULL}};

/* FNV-1a */
static uint32_t hash(uint32_t from, struct str word)
{
    uint32_t key = 2166136261u ^ from;
    key *= 16777619u;
    for (size_t i = 0; i < word.length; i++)
        key = (key ^ (unsigned char)word.at[i]) * 16777619u;
    return key;
}

/* The edge, or the slot where it belongs. */
static struct edge *find_slot(const struct nr_lexicon_index *index, uint32_t from, struct str word)
{
    uint32_t key = hash(from, word);
    for (size_t slot = key;; slot++) {
        struct edge *edge = &index->edges[slot & (index->slots - 1)];
        if (!edge->to || (edge->hash == key && edge->from == from && str_equal(edge->word, word)))
            return edge;
    }
}

static uint32_t follow(const struct nr_lexicon_index *index, uint32_t from, struct str word)
{
    const struct edge *edge = find_slot(index, from, word);
    return edge->to ? edge->to : NOWHERE;
}

static unsigned conditions_of(const struct nr_lexicon_entry *entry)
{
    int count = (entry->after != NULL) + (entry->before != NULL) + (entry->locale != NULL) + entry->exact;
    return (unsigned)count;
}

/* Rising: a higher layer, more conditions, a later line. */
static int compare_rank(const void *a, const void *b)
{
    const struct nr_lexicon_entry *one = *(const struct nr_lexicon_entry *const *)a;
    const struct nr_lexicon_entry *other = *(const struct nr_lexicon_entry *const *)b;
    if (one->layer != other->layer)
        return one->layer < other->layer ? -1 : 1;
    if (conditions_of(one) != conditions_of(other))
        return conditions_of(one) < conditions_of(other) ? -1 : 1;
    return one < other ? -1 : one > other;
}

/* Calls each word of a phrase; the parser took care of its shape. */
static size_t take_word(struct str written, size_t at, char key[WORD_KEY_MAX], size_t *length)
{
    size_t end = word_end(written, at);
    *length = word_fold(str_slice(written, at, end), key);
    return word_separator(written, end);
}

static uint32_t add_edge(struct nr_lexicon_index *index, struct nr_arena *arena, uint32_t from, struct str word,
                         uint32_t *nodes)
{
    struct edge *edge = find_slot(index, from, word);
    if (!edge->to)
        *edge = (struct edge){from, (*nodes)++, hash(from, word), {arena_string(arena, word), word.length}};
    return edge->to;
}

static size_t count_words(const struct nr_lexicon_entry *entries, size_t count)
{
    size_t words = 0, length;
    char key[WORD_KEY_MAX];
    for (size_t i = 0; i < count; i++) {
        struct str written = str_of(entries[i].written);
        for (size_t at = 0; at < written.length; words++)
            at = take_word(written, at, key, &length);
    }
    return words;
}

/* In rising rank, each before those that the node has already. */
static void add_entry(struct nr_lexicon_index *index, struct nr_arena *arena, uint32_t entry, uint32_t *nodes)
{
    struct str written = str_of(index->entries[entry].written);
    char key[WORD_KEY_MAX];
    uint32_t node = ROOT;
    for (size_t at = 0, length; at < written.length;) {
        at = take_word(written, at, key, &length);
        node = add_edge(index, arena, node, (struct str){key, length}, nodes);
    }
    index->next[entry] = index->first[node];
    index->first[node] = entry;
}

const struct nr_lexicon_index *lexicon_index(struct nr_arena *arena, const struct nr_lexicon_entry *entries,
                                             size_t count)
{
    struct nr_lexicon_index *index = arena_alloc(arena, sizeof *index);
    size_t words = count_words(entries, count);
    uint32_t nodes = ROOT + 1;
    const struct nr_lexicon_entry **ranked = memory_alloc(count * sizeof *ranked);
    index->entries = entries;
    index->slots = 16;
    while (index->slots < words * 2)
        index->slots *= 2;
    index->edges = arena_alloc(arena, index->slots * sizeof *index->edges);
    index->first = arena_alloc(arena, (words + 1) * sizeof *index->first);
    index->next = arena_alloc(arena, count * sizeof *index->next);
    memset(index->first, 0xFF, (words + 1) * sizeof *index->first);
    for (size_t i = 0; i < count; i++)
        ranked[i] = &entries[i];
    if (count)
        qsort(ranked, count, sizeof *ranked, compare_rank);
    for (size_t i = 0; i < count; i++)
        add_entry(index, arena, (uint32_t)(ranked[i] - entries), &nodes);
    free(ranked);
    return index;
}

/* "en" holds in "en-GB". */
static bool holds_in(const char *tag, const char *locale)
{
    struct str wanted = str_of(tag), text = str_of(locale);
    return str_starts_caseless(text, wanted) && (text.length == wanted.length || text.at[wanted.length] == '-');
}

/* "FC's" is "FC" too. */
static bool is_word(struct str key, struct str listed)
{
    struct str ending = STR("'s");
    if (str_ends(key, ending) && !str_ends(listed, ending))
        key.length -= ending.length;
    return str_equal(key, listed);
}

/* Is `word` one of "in|near"?  Case does not count. */
static bool is_listed(const char *list, struct str word)
{
    char key[WORD_KEY_MAX], other[WORD_KEY_MAX];
    size_t length = word_fold(word, key);
    struct str rest = str_of(list);
    while (length && rest.length) {
        size_t bar = str_find(rest, STR("|"));
        size_t other_length = word_fold(str_slice(rest, 0, bar), other);
        if (is_word((struct str){key, length}, (struct str){other, other_length}))
            return true;
        rest = str_slice(rest, bar + 1, rest.length);
    }
    return false;
}

static bool holds_behind(const char *list, const struct place *place)
{
    size_t end = word_separator_before(place->text, place->start);
    return is_listed(list, str_slice(place->text, word_start(place->text, end), end));
}

static bool holds_before(const char *list, const struct place *place, size_t end)
{
    size_t start = word_separator(place->text, end);
    return is_listed(list, str_slice(place->text, start, word_end(place->text, start)));
}

/* What is written with a capital has it in the text too, unless all of that is in capitals. */
static bool holds_for_case(const struct nr_lexicon_entry *entry, struct str stem)
{
    struct str written = str_of(entry->written);
    if (!entry->exact && !word_has_capital(written))
        return true;
    if (words_equal(written, stem))
        return true;
    return !entry->exact && written.length >= CAPITALS_LEAST && !word_has_small(stem);
}

static bool holds(const struct nr_lexicon_entry *entry, const struct place *place, size_t stem_end, size_t end)
{
    bool english = holds_in("en", place->locale);
    return (english || !entry->phonemes) && (!entry->locale || holds_in(entry->locale, place->locale)) &&
           (!entry->exact || stem_end == end) &&
           holds_for_case(entry, str_slice(place->text, place->start, stem_end)) &&
           (!entry->after || holds_behind(entry->after, place)) &&
           (!entry->before || holds_before(entry->before, place, end));
}

static bool match_node(const struct nr_lexicon_index *index, uint32_t node, const struct place *place,
                       size_t stem_end, size_t end, struct nr_lexicon_match *match)
{
    for (uint32_t i = node == NOWHERE ? NO_ENTRY : index->first[node]; i != NO_ENTRY; i = index->next[i]) {
        if (holds(&index->entries[i], place, stem_end, end)) {
            *match = (struct nr_lexicon_match){&index->entries[i], stem_end, end};
            return true;
        }
    }
    return false;
}

/* How many bytes of the text an ending of `count` characters takes, before byte `end`. */
static size_t ending_start(struct str text, size_t end, size_t count)
{
    for (; count > 0; count--)
        do
            end--;
        while (((unsigned char)text.at[end] & 0xC0) == 0x80);
    return end;
}

static bool match_stems(const struct nr_lexicon_index *index, uint32_t from, struct str key,
                        const struct place *place, size_t end, struct nr_lexicon_match *match)
{
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        struct str ending = str_of(endings[i].ending), stem = {key.at, key.length - ending.length};
        if (key.length <= ending.length || !str_ends(key, ending) ||
            (endings[i].behind && !strchr(endings[i].behind, stem.at[stem.length - 1])))
            continue;
        size_t stem_end = ending_start(place->text, end, ending.length);
        if (match_node(index, follow(index, from, stem), place, stem_end, end, match))
            return true;
    }
    return false;
}

bool nr_lexicon_match(const struct nr_lexicon *lexicon, const char *locale, const char *text, size_t length,
                      size_t at, struct nr_lexicon_match *match)
{
    const struct nr_lexicon_index *index = lexicon->index;
    struct place place = {locale, {text, length}, at};
    char bytes[WORD_KEY_MAX];
    uint32_t node = ROOT;
    bool found = false;
    while (node != NOWHERE) {
        size_t end = word_end(place.text, at);
        struct str key = {bytes, word_fold(str_slice(place.text, at, end), bytes)};
        if (!key.length)
            break;
        uint32_t next = follow(index, node, key);
        bool matched =
            match_node(index, next, &place, end, end, match) || match_stems(index, node, key, &place, end, match);
        found = found || matched;
        at = word_separator(place.text, end);
        node = at > end ? next : NOWHERE;
    }
    return found;
}

void lexicon_each_like(const struct nr_lexicon *lexicon, const struct nr_lexicon_entry *entry,
                       bool (*each)(void *context, const struct nr_lexicon_entry *other), void *context)
{
    const struct nr_lexicon_index *index = lexicon->index;
    struct str written = str_of(entry->written);
    char key[WORD_KEY_MAX];
    uint32_t node = ROOT;
    for (size_t at = 0, length; at < written.length && node != NOWHERE;) {
        at = take_word(written, at, key, &length);
        node = follow(index, node, (struct str){key, length});
    }
    for (uint32_t i = node == NOWHERE ? NO_ENTRY : index->first[node]; i != NO_ENTRY; i = index->next[i])
        if (!each(context, &index->entries[i]))
            return;
}
