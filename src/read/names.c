#include "names.h"

#include "dates.h"
#include "utf8.h"
#include "words.h"

#define NAME_WORDS     4
#define WORK_BYTES     40
#define POST_WORDS     5
#define NAME_WORDS_MAX 12 /* three writers of four words */

static const char *const labels[] = {
    "by ",          "by: ",           "written by ",   "words by ",    "words: ",       "story by ",
    "report by ",   "text by ",       "presented by ", "prepared by ", "compiled by ",  "edited by ",
    "as told to ",  "translated by ", "hosted by ",    "posted by ",   "interview by ", "review by ",
    "analysis by ", "author: ",       "from ",
};

/* "A story by ...", "Live blog by ...": what somebody made, unlike "Village flooded by ...". */
static const char *const works[] = {
    "blog",        "essay",    "extract",    "feature",  "illustrations", "interview", "novel",
    "photographs", "pictures", "play",       "poem",     "report",        "review",    "story",
    "tale",        "text",     "translated", "words",    "edited",        "compiled",  "posted",
    "written",     "produced", "recipe",     "reviewed", "recipes",       "article",   "column",
    "analysis",    "comment",  "commentary", "opinion",  "video"};

/* No name begins with one of these. */
static const char *const no_names[] = {"a",    "all",  "an",    "at",   "chapter", "day",   "every", "first",
                                       "for",  "how",  "in",    "last", "my",      "new",   "no",    "of",
                                       "on",   "our",  "part",  "that", "the",     "these", "this",  "to",
                                       "what", "when", "where", "who",  "why",     "your"};

/* Before a name, with a stop or without. */
static const char *const titles[] = {"capt", "col", "dr", "gen",  "hon", "lt",   "maj",
                                     "mr",   "mrs", "ms", "prof", "rev", "revd", "sgt"};

/* Behind the name of who wrote a letter, instead of a place. */
static const char *const addresses[] = {"by",      "via",      "email",    "e-mail", "post",   "name",
                                        "address", "supplied", "withheld", "near",   "retired"};

/* Between the words of a name. */
static const char *const particles[] = {"and", "&",   "de",  "da",  "del", "der", "di",  "du", "la",
                                        "le",  "van", "von", "bin", "al",  "ten", "ter", "y",  "el",
                                        "das", "dos", "abu", "ibn", "zu",  "af",  "av"};

/* What may come behind a name; also in capitals. */
static const char *const followers[] = {
    "in", "for",         "at",          "on",     "of",       "published",     "updated",     "posted",
    "is", "photographs", "photography", "photos", "pictures", "illustrations", "illustration"};

static bool is_one_of(struct str word, const char *const *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (str_equal_caseless(word, str_of(list[i])))
            return true;
    return false;
}

static bool is_follower(struct str word)
{
    return is_one_of(word, followers, sizeof followers / sizeof *followers);
}

static bool is_particle(struct str word)
{
    return is_one_of(word, particles, sizeof particles / sizeof *particles);
}

/* A comma, a bar: what is behind it is another matter.  The stop of "J." or "Rev." is not. */
static bool ends_name(struct str word, struct str bare)
{
    const char *behind = bare.at + bare.length;
    bool part = bare.length == 1 || is_one_of(bare, titles, sizeof titles / sizeof *titles);
    return behind < word.at + word.length && !(part && *behind == '.');
}

struct run {
    struct str name;
    struct str rest; /* behind it */
    size_t words;
    size_t initials; /* of them */
};

/* The run of capitalised words that `text` begins with. */
static struct run run_of(struct str text)
{
    struct run run = {str_slice(text, 0, 0), text, 0, 0};
    bool ended = false;
    for (struct str rest = text, word; !ended && run.words < NAME_WORDS_MAX && word_take(&rest, &word);) {
        struct str bare = word_bare(word);
        if (is_particle(word) && run.words)
            continue;
        if (!word_is_capital(bare) || is_follower(bare) || date_is_name(bare))
            break;
        ended = ends_name(word, bare);
        run.name.length = (size_t)(bare.at + bare.length - text.at);
        run.rest = str_slice(text, run.name.length, text.length);
        run.words++;
        run.initials += bare.length == 1;
    }
    return run;
}

/* Behind a name stands nothing, punctuation, or one of the followers: else it was a sentence. */
static bool ends_well(struct str rest)
{
    struct str word;
    size_t length;
    if (rest.length && rest.at[0] != ' ' && rest.at[0] != '.')
        return utf8_at(rest, 0, &length) != 0x2019 && rest.at[0] != '\'';
    if (!word_take(&rest, &word))
        return true;
    struct str bare = word_bare(word);
    return word.at[0] != '.' && (!bare.length || is_follower(bare) || date_is_name(bare));
}

static struct str behind_label(struct str text)
{
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
        if (str_starts_caseless(text, str_of(labels[i])))
            return str_slice(text, str_of(labels[i]).length, text.length);
    return str_slice(text, 0, 0);
}

/* The last word of a writer's post or description. */
static const char *const posts[] = {"team",      "writers",    "correspondents", "desk",     "reporters",
                                    "editors",   "editor",     "correspondent",  "reporter", "writer",
                                    "columnist", "journalist", "contributor",    "author",   "critic",
                                    "staff",     "blogger"};

static bool ends_with_post(struct str text)
{
    struct str word, last = {0};
    while (word_take(&text, &word))
        last = word_bare(word);
    return is_one_of(last, posts, sizeof posts / sizeof *posts);
}

/* "Highlands reporter, Northern News" too. */
bool name_is_post(struct str text)
{
    return ends_with_post(text) || ends_with_post(str_slice(text, 0, str_find(text, STR(","))));
}

struct str name_with_post(struct str text)
{
    static const char *const homes[] = {" based in ", " living in ", " at ", " for ", " with "};
    struct run run = run_of(text);
    bool parted = str_starts(run.rest, STR(",")) || str_starts(run.rest, STR(" is a ")) ||
                  str_starts(run.rest, STR(" is an ")) || str_starts(run.rest, STR(" is the "));
    bool named = run.words >= 2 && run.words <= 4 && parted;
    size_t at = run.rest.length;
    for (size_t i = 0; i < sizeof homes / sizeof *homes; i++) {
        size_t home = str_find(run.rest, str_of(homes[i]));
        at = home < at ? home : at;
    }
    return named && name_is_post(str_slice(run.rest, 0, at)) ? run.name : str_slice(text, 0, 0);
}

bool name_with_place(struct str text)
{
    struct run run = run_of(text);
    size_t bracket = str_starts(run.rest, STR(" (")) ? str_find(run.rest, STR(")")) : run.rest.length;
    if (bracket < run.rest.length)
        run.rest = str_slice(run.rest, bracket + 1, run.rest.length); /* "(retd)" */
    if (run.words < 1 || run.words > 4 || !str_starts(run.rest, STR(",")))
        return false;
    bool placed = false;
    for (struct str rest = run.rest, word; word_take(&rest, &word);) {
        struct str bare = word_bare(word);
        placed |= bare.length > 0;
        bool plain = is_particle(bare) || is_follower(bare) ||
                     is_one_of(bare, addresses, sizeof addresses / sizeof *addresses);
        if (bare.length && !plain && (bare.at[0] < 'A' || bare.at[0] > 'Z'))
            return false;
    }
    return placed;
}

struct str name_alone(struct str text)
{
    struct run run = run_of(text);
    struct str rest = str_trim(run.rest), none = str_slice(text, 0, 0), first, all = text;
    unsigned most = str_find(run.name, STR(" and ")) < run.name.length ? 2 * NAME_WORDS : NAME_WORDS;
    if (run.words - run.initials < 1 || run.words < 2 || run.words - run.initials > most)
        return none;
    if (!word_take(&all, &first) || is_one_of(word_bare(first), no_names, sizeof no_names / sizeof *no_names))
        return none;
    for (struct str words = run.name, word; word_take(&words, &word);)
        if (str_equal_caseless(word, STR("the")))
            return none; /* "I. THE WINTER" */
    while (str_starts(rest, STR("in ")) || str_starts(rest, STR("at "))) {
        size_t article = str_starts(rest, STR("at the ")) ? 4 : 0;
        struct run place =
            run_of(str_slice(rest, 3 + article, rest.length)); /* "... in Bonn and Ann Lee in Ely" */
        if (!place.words)
            break;
        rest = str_trim(place.rest);
    }
    return rest.length ? none : run.name;
}

/* "Posted on 3 March 2023 by Jane Smith": nothing but a date before the name. */
static struct str behind_date(struct str text)
{
    size_t at = str_find(text, STR(" by "));
    return date_is_all(str_slice(text, 0, at)) ? str_slice(text, at + 4, text.length) : str_slice(text, 0, 0);
}

/* "A story by Jane Smith": the last word before "by" is a work. */
static struct str behind_work(struct str text)
{
    size_t at = str_find(text, STR(" by "));
    struct str word, last = {0}, before = str_slice(text, 0, at), none = str_slice(text, 0, 0);
    if (at == text.length || at > WORK_BYTES)
        return none;
    while (word_take(&before, &word))
        last = word_bare(word);
    return is_one_of(last, works, sizeof works / sizeof *works) ? str_slice(text, at + 4, text.length) : none;
}

/* "regional reporter Kim Tran", "our health correspondent Kim Tran": the name, or what stands first. */
static struct run behind_post(struct str text)
{
    struct run first = run_of(text);
    struct str rest = text, word;
    for (size_t words = 0; !first.words && words < POST_WORDS && word_take(&rest, &word); words++)
        if (is_one_of(word_bare(word), posts, sizeof posts / sizeof *posts)) {
            struct run run = run_of(str_trim(rest));
            return run.words >= 2 ? run : first;
        }
    return first;
}

/* "Court reporter Sam Lister", and nothing else: the name. */
static struct str posted_name(struct str text)
{
    struct str rest = text, word;
    for (size_t words = 0; words < POST_WORDS && word_take(&rest, &word); words++) {
        if (!is_one_of(word_bare(word), posts, sizeof posts / sizeof *posts))
            continue;
        struct run run = run_of(str_trim(rest));
        if (run.words >= 2 && run.words <= NAME_WORDS && !run.rest.length)
            return run.name;
    }
    return str_slice(text, 0, 0);
}

struct str name_of_writer(struct str text)
{
    struct str posted = posted_name(text);
    if (posted.length)
        return posted;
    struct str (*const ways[])(struct str) = {behind_label, behind_date, behind_work};
    struct str rest = str_slice(text, 0, 0);
    for (size_t i = 0; i < sizeof ways / sizeof *ways && !rest.length; i++)
        rest = ways[i](text);
    struct str first, behind = rest;
    if (str_starts(rest, STR("the ")) && word_take(&behind, &first) && word_take(&behind, &first) &&
        is_one_of(word_bare(first), titles, sizeof titles / sizeof *titles))
        rest = str_slice(rest, 4, rest.length); /* "By the Rev. S. Lowe" */
    struct run run = behind_post(rest);
    bool team = run.words == 1 || str_starts(rest, STR("our ")) || str_starts(rest, STR("the "));
    if (team && rest.length <= WORK_BYTES && run.rest.length && name_is_post(rest))
        return rest; /* "By Money staff", "By our travel writers" */
    if (run.words == 1 && str_starts(run.rest, STR(" of "))) {
        struct run of = run_of(str_slice(run.rest, 4, run.rest.length));
        if (of.words && !of.rest.length)
            return rest; /* "By University of Leeds" */
    }
    size_t joint = str_find(run.rest, STR(" and "));
    if (!joint && run.words >= 2)
        run.rest =
            behind_post(str_slice(run.rest, 5, run.rest.length)).rest; /* "Ann Lee and rural reporter Tom Hale" */
    bool sure = run.words >= 2 || (run.words == 1 && !run.rest.length);
    return sure && ends_well(run.rest) ? run.name : str_slice(text, 0, 0);
}
