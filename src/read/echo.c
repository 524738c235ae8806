#include "echo.h"

#include "ending.h"
#include "memory.h"
#include "utf8.h"
#include "words.h"

#include <stdlib.h>

/* A quotation is looked for by its first words; where they stand it is compared whole.  The comparison
 * has a limit, so that the search stays linear. */
#define ECHO_WORDS     4
#define ECHO_WORDS_MAX 60
#define QUOTED_WORDS   5 /* a shorter quotation is a heading */
#define HEADING_WORDS  10
#define TEXT_WORDS     12 /* of a paragraph */
#define LIFTED_WORDS   8  /* words of the body without quotation marks */
#define SKIPPED_WORDS  8  /* of the body, that a pull quote leaves out */
#define SENTENCE_WORDS 6  /* a shorter one may be in both by chance */

/* The last ECHO_WORDS words read, and where the first of them stands. */
struct shingle {
    uint64_t hashes[ECHO_WORDS];
    const char *starts[ECHO_WORDS];
    size_t count;
};

/* The hash of the next word that has one; 0 at the end. */
static uint64_t next_hash(struct str *rest, const char **start)
{
    uint64_t hash = 0;
    for (struct str word; !hash && word_take(rest, &word);) {
        hash = word_hash(word);
        *start = word.at;
    }
    return hash;
}

static bool shingle_take(struct shingle *shingle, struct str *rest)
{
    size_t at = shingle->count % ECHO_WORDS;
    shingle->hashes[at] = next_hash(rest, &shingle->starts[at]);
    shingle->count++;
    return shingle->hashes[at];
}

/* 0 before there are enough words. */
static uint64_t shingle_key(const struct shingle *shingle)
{
    uint64_t key = 0;
    for (size_t i = 0; i < ECHO_WORDS; i++)
        key = key * UINT64_C(0x9E3779B97F4A7C15) + shingle->hashes[(shingle->count + i) % ECHO_WORDS];
    return shingle->count < ECHO_WORDS ? 0 : key | 1;
}

/* Open addressing, at most a quarter full; key 0 is free. */
struct quotation {
    uint64_t key;
    size_t block;
};

struct index {
    struct quotation *quotations;
    size_t mask;
    bool doubles; /* speech has double marks */
};

static struct quotation *index_find(const struct index *index, uint64_t key)
{
    size_t at = (size_t)(key >> 20) & index->mask;
    while (index->quotations[at].key && index->quotations[at].key != key)
        at = (at + 1) & index->mask;
    return &index->quotations[at];
}

static bool opens_single(struct str text)
{
    return str_starts(text, STR("'")) || str_starts(text, STR("\342\200\230"));
}

/* A heading in single marks, as British papers have them: "‘It was God’". */
static bool is_quoted_heading(const struct evidence *evidence, struct str text, bool doubles)
{
    bool brief = evidence->features & FEATURE_BIT(BRIEF) || (doubles && evidence->words <= HEADING_WORDS);
    return brief && opens_single(text) && evidence->features & FEATURE_BIT(UNSTOPPED) &&
           !(evidence->features & FEATURE_BIT(SEVERAL_SENTENCES));
}

/* Do most paragraphs that open a quotation do so with a double mark? */
static bool has_doubles(const struct draft *draft)
{
    size_t singles = 0, all = 0;
    for (size_t i = 0; i < draft->count; i++) {
        bool speech = draft->evidence[i].features & FEATURE_BIT(OPENS_QUOTE) &&
                      draft->evidence[i].features & FEATURE_BIT(STOPPED);
        all += speech;
        singles += speech && opens_single(draft_text(draft, i));
    }
    return singles * 2 < all;
}

static bool is_quoted(const struct evidence *evidence)
{
    return evidence->features & FEATURE_BIT(WHOLE_QUOTE);
}

static bool is_candidate(const struct evidence *evidence)
{
    bool quoted = is_quoted(evidence);
    bool sentence = evidence->features & (FEATURE_BIT(UNSTOPPED) | FEATURE_BIT(STOPPED));
    bool line =
        sentence && !(evidence->features & (FEATURE_BIT(BULLETED) | FEATURE_BIT(CREDIT) | FEATURE_BIT(SITE)));
    return (quoted || line) &&
           evidence->words >=
               (quoted ? QUOTED_WORDS + (evidence->features >> FEATURE_UNSTOPPED & 1) : LIFTED_WORDS) &&
           evidence->words <= ECHO_WORDS_MAX;
}

static uint64_t first_key(struct str text)
{
    struct shingle shingle = {0};
    while (shingle_take(&shingle, &text) && shingle.count < ECHO_WORDS)
        ;
    return shingle_key(&shingle);
}

/* Those in quotation marks, or those without, in which above the text a line is a standfirst. */
static void index_candidates(const struct draft *draft, struct index *index, bool quoted)
{
    bool above = !quoted;
    for (size_t i = 0; i < draft->count; i++) {
        uint64_t features = draft->evidence[i].features;
        above &= !(features & FEATURE_BIT(STOPPED)) || draft->evidence[i].words < TEXT_WORDS;
        if (!is_candidate(&draft->evidence[i]) || above ||
            is_quoted_heading(&draft->evidence[i], draft_text(draft, i), index->doubles) ||
            quoted != is_quoted(&draft->evidence[i]))
            continue;
        uint64_t key = first_key(draft_text(draft, i));
        struct quotation *place = index_find(index, key);
        /* Of two that begin alike the shorter one is the pull quote. */
        bool alike = place->key && quoted == is_quoted(&draft->evidence[place->block]);
        bool shorter = alike && draft_text(draft, i).length < draft_text(draft, place->block).length;
        if (key && (!place->key || shorter))
            *place = (struct quotation){key, i};
    }
}

/* Without the quotation marks, which may take more bytes than the stop that the body has. */
static size_t bare_length(struct str text)
{
    struct str trimmed = text;
    size_t length;
    while (trimmed.length && utf8_is_quote(utf8_at(trimmed, 0, &length)))
        trimmed = str_slice(trimmed, length, trimmed.length);
    while (trimmed.length && utf8_is_quote(utf8_before(trimmed, trimmed.length, &length)))
        trimmed.length -= length;
    return trimmed.length;
}

/* A pull quote may take up again behind what the body has between two sentences, "... one,” she says. “I ...", and
 * a line without marks may leave some words out. */
static bool starts_alike(struct str text, struct str words, bool whole)
{
    const char *start;
    size_t count = 0, skipped = 0;
    bool ended = false;
    for (struct str word; word_take(&words, &word);) {
        uint64_t hash = word_hash(word), next = hash ? next_hash(&text, &start) : 0;
        if (hash && next != hash && !whole)
            return ended && count >= SENTENCE_WORDS;
        for (; hash && next && next != hash; next = next_hash(&text, &start))
            if (count < ECHO_WORDS || ++skipped > SKIPPED_WORDS)
                return false;
        if (hash && !next)
            return false;
        count += hash != 0;
        ended = ending_of(word) != ENDING_OPEN;
    }
    return true;
}

/* Only in a longer block: of two that are alike one must be left to be spoken. */
static void find_in(struct draft *draft, const struct index *index, size_t block)
{
    struct str text = draft_text(draft, block), rest = text;
    struct shingle shingle = {0};
    while (shingle_take(&shingle, &rest)) {
        uint64_t key = shingle_key(&shingle);
        const struct quotation *found = key ? index_find(index, key) : NULL;
        if (!found || !found->key || bare_length(draft_text(draft, found->block)) >= bare_length(text))
            continue;
        size_t start = (size_t)(shingle.starts[shingle.count % ECHO_WORDS] - text.at);
        bool whole = !(draft->evidence[found->block].features & FEATURE_BIT(WHOLE_QUOTE));
        if (starts_alike(str_slice(text, start, text.length), draft_text(draft, found->block), whole))
            draft->evidence[found->block].features |= FEATURE_BIT(ECHO);
    }
}

void echo_find(struct draft *draft)
{
    size_t candidates = 0, size = 16;
    for (size_t i = 0; i < draft->count; i++)
        candidates += is_candidate(&draft->evidence[i]);
    if (!candidates)
        return;
    while (size < candidates * 4)
        size *= 2;
    struct index index = {memory_alloc(size * sizeof(struct quotation)), size - 1, has_doubles(draft)};
    index_candidates(draft, &index, true);
    index_candidates(draft, &index, false);
    for (size_t i = 0; i < draft->count; i++)
        find_in(draft, &index, i);
    free(index.quotations);
}
