#include "credit.h"

#include "ending.h"
#include "feature.h"
#include "utf8.h"
#include "words.h"

#define COUNT(list) (sizeof(list) / sizeof *(list))

#define CREDIT_WORDS  8  /* names behind "Picture:" */
#define CAPTION_WORDS 35 /* in all */
#define CAPTION_BYTES 28
#define BRACKET_BYTES 30
#define FRONT_BYTES   80
#define MADE_WORDS    6
#define MARK_LETTERS  4 /* "PTI ABC" is an agency's mark, no name */

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_one_of(struct str word, const char *const *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (str_equal_caseless(word, str_of(list[i])))
            return true;
    return false;
}

static bool holds(struct str text, const char *part)
{
    return str_find(text, str_of(part)) < text.length;
}

/* "The bridge on Monday. Picture: Jane Smith", "The bridge Credit: Alamy": names behind the last colon. */
static uint64_t named_credit(struct str text)
{
    static const char *const labels[] = {"credit",      "image",        "images",   "photo",   "photograph",
                                         "photos",      "picture",      "pictures", "pic",     "photographer",
                                         "photographs", "illustration", "graphic",  "credits", "pics",
                                         "source",      "courtesy"};
    static const char *const holders[] = {
        "data",    "municipality", "ministry", "embassy",    "government", "alliance", "picture",    "courtesy",
        "artist",  "archive",      "archives", "collection", "college",    "council",  "department", "family",
        "handout", "library",      "museum",   "police",     "provided",   "supplied", "trust",      "university"};
    struct str rest = text, word, label = {0};
    unsigned names = 0;
    while (word_take(&rest, &word)) {
        struct str bare = word_bare(word);
        if (str_ends(word, STR(":"))) {
            bool source = str_equal(bare, STR("Source")) && word.at < text.at + CAPTION_BYTES; /* of a text */
            label = source ? (struct str){0} : bare;
            names = 0;
        } else if (bare.length > 3 && !word_is_capital(bare) && !is_one_of(bare, holders, COUNT(holders))) {
            label.length = 0; /* words, no names */
        } else {
            names++;
        }
    }
    bool named = label.length && names && names <= CREDIT_WORDS;
    return named && word_is_capital(label) && is_one_of(label, labels, COUNT(labels)) ? FEATURE_BIT(CREDIT) : 0;
}

/* "... on Sunday. (Ben Tanaka / Valley Times)", "(Mesa Police via AP)", "(Express photo by Arul Mathew)": a
 * bracket of names at the end, and what is said of a picture. */
static uint64_t bracketed_credit(struct str text)
{
    static const char *const marks[] = {"/",           " via ",       "photo",         "Photo", "ubmitted by ",
                                        "upplied by ", "rovided by ", "ontributed by "};
    static const char *const plain[] = {"photo", "submitted", "supplied", "provided", "contributed",
                                        "file",  "archive",   "handout",  "courtesy", "illustration"};
    size_t start = text.length;
    while (start > 0 && text.at[start - 1] != '(' && text.at[start - 1] != '[')
        start--;
    struct str inside = str_slice(text, start, text.length);
    static const char *const whole[] = {"(Supplied)", "(File photo)", "(File)",
                                        "(Handout)",  "(Courtesy)",   "(Supplied photo)"};
    bool owned = false;
    for (size_t i = 0; i < COUNT(whole) && start > BRACKET_BYTES; i++)
        if (str_ends(text, str_of(whole[i])))
            return FEATURE_BIT(CREDIT);
    for (size_t i = 0; i < COUNT(marks); i++)
        owned |= holds(inside, marks[i]);
    bool verse = false; /* "(John 3: 16)"; a shorter line may be a book and its publisher */
    for (size_t i = 0; i < inside.length; i++)
        verse |= is_digit(inside.at[i]);
    owned |= holds(inside, ": ") && start > BRACKET_BYTES && !verse;
    if (!start || !(str_ends(text, STR(")")) || str_ends(text, STR("]"))) || !owned)
        return 0;
    unsigned words = 0;
    for (struct str rest = str_slice(text, start, text.length - 1), word; word_take(&rest, &word); words++) {
        struct str bare = word_bare(word);
        if (bare.length > 3 && !word_is_capital(bare) && !is_one_of(bare, plain, COUNT(plain)))
            return 0;
    }
    return words <= CREDIT_WORDS ? FEATURE_BIT(CREDIT) : 0;
}

/* "Table 1: Rain by month", "Fig. 2. The jar". */
static uint64_t figure(struct str text)
{
    static const char *const figures[] = {"figure", "fig", "table", "chart", "graph", "map", "plate", "exhibit"};
    struct str rest = text, word, number;
    if (!word_take(&rest, &word) || !word_take(&rest, &number) || !rest.length || !word_is_capital(word))
        return 0;
    bool numbered = is_digit(number.at[0]) && (str_ends(number, STR(":")) || str_ends(number, STR(".")));
    for (size_t i = 0; numbered && i < COUNT(figures); i++)
        if (str_equal_caseless(word_bare(word), str_of(figures[i])))
            return FEATURE_BIT(CREDIT);
    return 0;
}

/* "Michael Conroy, AP", "City Records via Reuters": a name and who sells the picture. */
static uint64_t agency_credit(struct str text, unsigned words)
{
    static const char *const agencies[] = {"AP", "Reuters", "AFP", "Getty Images", "Bloomberg", "TNS", "Alamy"};
    static const char *const joints[] = {", ", " via ", " | "};
    for (size_t i = 0; words <= CREDIT_WORDS && i < COUNT(agencies); i++)
        for (size_t j = 0; j < COUNT(joints); j++) {
            struct str agency = str_of(agencies[i]), joint = str_of(joints[j]);
            size_t ends = agency.length + joint.length;
            if (text.length > ends && str_ends(text, agency) &&
                str_equal(str_slice(text, text.length - ends, text.length - agency.length), joint))
                return FEATURE_BIT(CREDIT);
        }
    return 0;
}

/* "In this photo provided by the museum, ...", "This May 3, 2026 file photo shows ...", as agencies write them. */
static uint64_t agency_caption(struct str text)
{
    static const char *const made[] = {" provided by ", " released by ", " made available ", " file photo"};
    struct str front = str_slice(text, 0, FRONT_BYTES < text.length ? FRONT_BYTES : text.length);
    bool photo = holds(front, " photo") || holds(front, " image");
    if (!photo || !(str_starts_caseless(text, STR("in this ")) || str_starts_caseless(text, STR("this "))))
        return 0;
    for (size_t i = 0; i < COUNT(made); i++)
        if (holds(front, made[i]))
            return FEATURE_BIT(CREDIT);
    return 0;
}

/* A stop behind a whole word: not "Mr. Smith". */
static bool ends_sentence(struct str text, size_t stop)
{
    size_t letters = 0;
    while (letters < stop && text.at[stop - letters - 1] >= 'a' && text.at[stop - letters - 1] <= 'z')
        letters++;
    bool whole = letters && letters < stop && text.at[stop - letters - 1] == ' ';
    static const char *const titles[] = {"Prof", "Capt", "Supt", "Cllr", "Insp", "Cmdr"};
    struct str word = str_slice(text, stop - letters - (letters < stop), stop);
    return whole || (letters > 2 && !is_one_of(word, titles, COUNT(titles))) ||
           (stop > 1 && is_digit(text.at[stop - 1]));
}

/* "Photo by the author." behind a caption. */
static bool is_made_by(struct str text)
{
    static const char *const made[] = {"Photo by ",    "Photos by ",     "Picture by ",
                                       "Pictures by ", "Photograph by ", "Image by "};
    unsigned words = 0;
    struct str name = {0};
    for (struct str rest = text, word; word_take(&rest, &word); words++)
        ;
    for (size_t i = 0; i < COUNT(made) && !name.length; i++)
        if (str_starts(text, str_of(made[i])))
            name = str_slice(text, str_of(made[i]).length, text.length);
    return words <= MADE_WORDS && name.length && (word_is_capital(name) || str_starts(name, STR("the author")));
}

static bool is_agency(struct str text)
{
    static const char *const agencies[] = {"ALAMY", "GETTY",   "GETTY IMAGES", "PA",  "AP",
                                           "AFP",   "REUTERS", "EPA",          "REX", "SWNS"};
    for (size_t i = 0; i < COUNT(agencies); i++)
        if (str_equal(text, str_of(agencies[i])))
            return true;
    return false;
}

/* "... at Eastbrook on Wednesday. Dana Cruz / Plains News", "... in 1968. Obtained by the Ledger": names behind
 * the last stop. */
static uint64_t trailing_credit(struct str text)
{
    static const char *const givers[] = {"obtained", "courtesy", "provided", "handout", "via",    "by",  "of",
                                         "the",      "for",      "and",      "photo",   "photos", "file"};
    size_t start = text.length, length;
    while (start > 1 && !(text.at[start - 1] == ' ' && text.at[start - 2] == '.'))
        start--;
    struct str names = str_slice(text, start, text.length), word;
    if (start > 1 && is_made_by(names))
        return FEATURE_BIT(CREDIT);
    if (start <= 1 || start < CAPTION_BYTES || ending_of(names) != ENDING_OPEN || str_starts(names, STR("(")) ||
        str_find(names, STR("|")) < names.length || !ends_sentence(text, start - 2) ||
        utf8_is_quote(utf8_at(text, 0, &length)))
        return 0;
    if (is_agency(names))
        return FEATURE_BIT(CREDIT);
    unsigned words = 0, capitals = 0;
    bool name = str_find(names, STR("/")) < names.length;
    for (struct str rest = names; word_take(&rest, &word); words++) {
        struct str bare = word_bare(word);
        capitals += word_is_capital(bare);
        name |= word_is_capital(bare) && (!word_is_capitals(bare) || bare.length > MARK_LETTERS);
        if (bare.length && !word_is_capital(bare) && !is_one_of(bare, givers, COUNT(givers)))
            return 0;
    }
    bool place =
        words > 1 && names.length > 4 && str_starts(str_slice(names, names.length - 4, names.length), STR(", "));
    return name && !place && capitals > 1 && words <= CREDIT_WORDS ? FEATURE_BIT(CREDIT) : 0;
}

uint64_t credit_features(struct str text, unsigned words)
{
    if (!words)
        return 0;
    uint64_t found = agency_caption(text);
    if (words > CAPTION_WORDS || found)
        return found;
    found = agency_credit(text, words) | trailing_credit(text) | figure(text);
    found |= found ? 0 : named_credit(text);
    return found | (found ? 0 : bracketed_credit(text));
}

bool credit_is_labelled(struct str text)
{
    return named_credit(text);
}
