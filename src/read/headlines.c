#include "headlines.h"

#include "near.h"
#include "places.h"
#include "utf8.h"
#include "words.h"

#define HEADLINE_WORDS      40
#define HEADLINE_WORDS_MIN  4
#define KICKER_WORDS        4
#define SECOND_WITHIN       3 /* a second headline stands at most so many blocks behind the first */
#define SECTION_WORDS       3
#define SECTIONS_MAX        4
#define SECTION_ABOVE       6 /* words of the headline */
#define SECTION_ABOVE_MAX   24
#define NAMEPLATE_WORDS     6
#define NAMEPLATE_BYTES     6
#define NAMEPLATE_BYTES_MAX 60
#define NAMEPLATE_ABOVE     2 /* lines: what stands under a nameplate alone may be its motto */
#define NAMEPLATE_WITHIN    8 /* blocks from the end */

#define ABOVE_HEADLINE (FEATURE_BIT(SITE) | FEATURE_BIT(DATE) | FEATURE_BIT(WRITER) | FEATURE_BIT(NO_WORDS))

/* The words that tell: longer than three bytes, each once. */
struct wordset {
    uint64_t hashes[HEADLINE_WORDS];
    size_t count;
};

static bool wordset_has(const struct wordset *set, uint64_t hash)
{
    for (size_t i = 0; i < set->count; i++)
        if (set->hashes[i] == hash)
            return true;
    return false;
}

static struct wordset wordset_of(struct str text)
{
    struct wordset set = {.count = 0};
    for (struct str word; set.count < HEADLINE_WORDS && word_take(&text, &word);) {
        uint64_t hash = word_bare(word).length > 3 ? word_hash(word) : 0;
        if (hash && !wordset_has(&set, hash))
            set.hashes[set.count++] = hash;
    }
    return set;
}

/* Three words in five of the shorter one: a standfirst on the same matter has two. */
static bool repeats(const struct draft *draft, size_t headline, size_t second)
{
    struct wordset a = wordset_of(draft_text(draft, headline)), b = wordset_of(draft_text(draft, second));
    size_t shared = 0, least = a.count < b.count ? a.count : b.count;
    for (size_t i = 0; i < a.count; i++)
        shared += wordset_has(&b, a.hashes[i]);
    return least >= 3 && shared * 5 >= least * 3;
}

/* "'I laughed': Mother tells of ...": quoted, a colon, and a word of the first headline. */
static bool is_quoting_headline(const struct draft *draft, size_t headline, size_t second)
{
    struct str text = draft_text(draft, second);
    size_t colon = str_find(text, STR(": ")), length;
    if (!near_has(draft, second, FEATURE_BIT(OPENS_QUOTE)) || colon == text.length ||
        !utf8_is_quote(utf8_before(text, colon, &length)))
        return false;
    struct wordset a = wordset_of(draft_text(draft, headline)), b = wordset_of(text);
    for (size_t i = 0; i < a.count; i++)
        if (wordset_has(&b, a.hashes[i]))
            return true;
    return false;
}

static bool holds_caseless(struct str text, struct str part)
{
    for (size_t at = 0; at + part.length <= text.length; at++)
        if (str_starts_caseless(str_slice(text, at, text.length), part))
            return true;
    return false;
}

/* Lines between `first` and the body that may be a headline and what is under it. */
static size_t lines_above(const struct draft *draft, size_t first, size_t body)
{
    size_t lines = 0;
    for (size_t i = first; i < body; i++)
        lines += !near_has(draft, i, NEAR_APART | NEAR_BYLINES | FEATURE_BIT(NAME) | FEATURE_BIT(POST));
    return lines;
}

/* "THE LAGOON LETTER", and below the text "The Lagoon Letter is free ...": who publishes it. */
static bool is_nameplate(const struct draft *draft, size_t index, size_t body)
{
    struct str name = draft_text(draft, index);
    name = str_slice(name, 0, str_find(name, STR(" -- ")));
    name = str_slice(name, 0, str_find(name, STR(" | ")));
    if (near_words(draft, index) > NAMEPLATE_WORDS || name.length < NAMEPLATE_BYTES ||
        name.length > NAMEPLATE_BYTES_MAX || near_has(draft, index + 1, FEATURE_BIT(WRITER)) ||
        lines_above(draft, index + 1, body) < NAMEPLATE_ABOVE)
        return false;
    for (size_t i = draft->count; i-- > body + 1 && i + NAMEPLATE_WITHIN > draft->count;)
        if (near_has(draft, i, FEATURE_BIT(SITE) | FEATURE_BIT(PLEA)) &&
            holds_caseless(draft_text(draft, i), name))
            return true;
    return false;
}

/* "Anna Lee obituary", "The Mill review": a headline however short. */
static bool names_genre(struct str text)
{
    static const char *const genres[] = {"obituary", "review", "letters", "recipe", "diary"};
    for (struct str word; word_take(&text, &word);)
        for (size_t i = 0; i < sizeof genres / sizeof *genres; i++)
            if (str_equal_caseless(word_bare(word), str_of(genres[i])))
                return true;
    return false;
}

/* "FEATURES | THE LONG HAUL" */
static bool is_row(const struct draft *draft, size_t index)
{
    struct str text = draft_text(draft, index);
    return near_words(draft, index) <= 2 * SECTION_WORDS && str_find(text, STR(" | ")) < text.length;
}

/* "Football", "New Brunswick", "OUR CITY", but not "Bridge falls". */
static bool is_name(const struct draft *draft, size_t index)
{
    return near_has(draft, index, FEATURE_BIT(UNSTOPPED)) &&
           (near_words(draft, index) == 1 ||
            near_has(draft, index, FEATURE_BIT(CAPITALS) | FEATURE_BIT(TITLE_CASE)));
}

/* One of several sections: "News", "Bolterham", "Parking". */
static bool is_label(const struct draft *draft, size_t index)
{
    return near_words(draft, index) <= SECTION_WORDS && !near_has(draft, index, NEAR_APART | NEAR_BYLINES) &&
           (near_has(draft, index, FEATURE_BIT(KICKER)) || is_name(draft, index)) &&
           !names_genre(draft_text(draft, index));
}

/* "Lost Summer" above "How a village lost its bus": a headline and what is under it. */
static bool asks_how(const struct draft *draft, size_t index, size_t next)
{
    return near_words(draft, index) > 1 && !near_has(draft, index, FEATURE_BIT(CAPITALS)) &&
           (str_starts(draft_text(draft, next), STR("How ")) || str_starts(draft_text(draft, next), STR("Why ")) ||
            str_starts(draft_text(draft, next), STR("What ")));
}

/* "THE NORTH RIDING MERCURY.", a date, and a headline in capitals too. */
static bool is_masthead(const struct draft *draft, size_t index)
{
    uint64_t capitals = FEATURE_BIT(CAPITALS);
    return near_has(draft, index, capitals) && near_words(draft, index) <= NAMEPLATE_WORDS &&
           near_has(draft, index + 1, FEATURE_BIT(DATE)) && near_has(draft, index + 2, capitals) &&
           near_words(draft, index + 2) >= HEADLINE_WORDS_MIN &&
           near_has(draft, index + 2, FEATURE_BIT(UNSTOPPED));
}

/* "OPINION", "New Brunswick", "Football" above a line that is more of a headline. */
static bool is_section(const struct draft *draft, size_t index)
{
    struct str text = draft_text(draft, index);
    size_t next = index + 1;
    while (next < index + SECTIONS_MAX &&
           (is_label(draft, next) || (near_has(draft, index, FEATURE_BIT(KICKER)) &&
                                      near_has(draft, next, FEATURE_BIT(DATE) | FEATURE_BIT(NO_WORDS)))))
        next++;
    unsigned words = near_words(draft, next);
    bool headed = near_has(draft, next, FEATURE_BIT(UNSTOPPED) | FEATURE_BIT(ASKING)) &&
                  words >= HEADLINE_WORDS_MIN &&
                  !near_has(draft, next, NEAR_APART | NEAR_BYLINES | FEATURE_BIT(POST));
    bool brief =
        (near_words(draft, index) <= SECTION_WORDS + (unsigned)near_has(draft, index, FEATURE_BIT(CAPITALS)) ||
         is_row(draft, index)) &&
        words >= SECTION_ABOVE && words <= SECTION_ABOVE_MAX && is_name(draft, index) &&
        !asks_how(draft, index, next) && !names_genre(text) &&
        !str_starts_caseless(text, STR("the ")); /* that may be who publishes it */
    return is_masthead(draft, index) ||
           (headed && (near_has(draft, index, FEATURE_BIT(KICKER)) || brief || place_is_region(text)));
}

/* The headline stands under the name of a section. */
static bool is_kicker(const struct draft *draft, size_t first)
{
    bool shouted = near_has(draft, first, FEATURE_BIT(CAPITALS)) && near_words(draft, first) <= KICKER_WORDS &&
                   near_has(draft, first + 1, FEATURE_BIT(CAPITALS)); /* "LETTER FROM BRUGES", above capitals */
    if (shouted && near_has(draft, first + 1, FEATURE_BIT(UNSTOPPED)) &&
        !near_has(draft, first + 1, NEAR_APART | NEAR_BYLINES))
        return true;
    uint64_t headlike =
        FEATURE_BIT(MIDDLING) | (near_has(draft, first, FEATURE_BIT(KICKER)) ? FEATURE_BIT(BRIEF) : 0);
    bool brief = draft->evidence[first].words == 1 || near_has(draft, first, FEATURE_BIT(KICKER));
    return brief && near_has(draft, first + 1, headlike) &&
           !near_has(draft, first + 1, NEAR_APART | NEAR_BYLINES | FEATURE_BIT(STOPPED));
}

/* "Contact: ..." below "For immediate release". */
static bool is_press_contact(const struct draft *draft, size_t index)
{
    struct str text = draft_text(draft, index);
    return index && near_has(draft, index - 1, FEATURE_BIT(SITE) | FEATURE_BIT(DATE)) &&
           (str_starts_caseless(text, STR("contact: ")) || str_starts_caseless(text, STR("media contact: ")));
}

/* What a page has above its headline. */
static bool is_above(const struct draft *draft, size_t index)
{
    struct str text = draft_text(draft, index);
    bool address = str_starts(text, STR("http://")) || str_starts(text, STR("https://"));
    return near_has(draft, index, ABOVE_HEADLINE) || is_press_contact(draft, index) || address;
}

void headlines_find(struct draft *draft, size_t start, size_t body)
{
    size_t first = start;
    for (bool named; first < draft->count; first++) {
        bool above = is_above(draft, first);
        named = !above && first + 1 < body && (is_section(draft, first) || is_nameplate(draft, first, body));
        if (!named && !above)
            break;
        if (named)
            near_add(draft, first, FEATURE_BIT(SITE));
    }
    if (first + 1 >= draft->count)
        return;
    near_add(draft, first, FEATURE_BIT(OPENING));
    for (size_t i = first + 1; i <= first + SECOND_WITHIN && i < body && !near_has(draft, i, NEAR_BYLINES); i++)
        if (near_has(draft, i, FEATURE_BIT(UNSTOPPED)) && !near_has(draft, i, NEAR_APART) &&
            (repeats(draft, first, i) || is_quoting_headline(draft, first, i)))
            near_add(draft, i, FEATURE_BIT(REPEATS_HEADLINE));
    if (first + 1 < body && is_kicker(draft, first))
        near_add(draft, first + 1, FEATURE_BIT(UNDER_KICKER));
}
