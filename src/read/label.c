#include "label.h"

#include "ending.h"
#include "feature.h"
#include "utf8.h"
#include "words.h"

#include <string.h>

#define COUNT(list) (sizeof(list) / sizeof *(list))

#define CREDIT_WORDS       8  /* names behind "Picture:" */
#define CAPTION_WORDS      35 /* in all */
#define CAPTION_BYTES      28
#define FRONT_BYTES        80
#define SECTION_WORDS      12
#define CONTRIBUTION_WORDS 16
#define TRAIL_WORDS        3
#define TRAIL_STEPS        2
#define MARK_LETTERS       4 /* "PTI ABC" is an agency's mark, no name */

/* Sections that pages print above the headline. */
static const char *const sections[] = {"the long read",
                                       "long read",
                                       "the big read",
                                       "in focus",
                                       "the interview",
                                       "the briefing",
                                       "us news",
                                       "world news",
                                       "uk news",
                                       "local news",
                                       "breaking news",
                                       "school newsletter",
                                       "newsletter",
                                       "parish news",
                                       "from the archive",
                                       "guest post",
                                       "guest column",
                                       "news analysis",
                                       "book review",
                                       "film review",
                                       "case study",
                                       "photo essay",
                                       "the big story",
                                       "live",
                                       "first person",
                                       "analysis",
                                       "books",
                                       "breaking",
                                       "business",
                                       "column",
                                       "comment",
                                       "culture",
                                       "editorial",
                                       "environment",
                                       "essay",
                                       "events",
                                       "exclusive",
                                       "explainer",
                                       "fashion",
                                       "feature",
                                       "features",
                                       "film",
                                       "finance",
                                       "food",
                                       "health",
                                       "interview",
                                       "investigation",
                                       "letters",
                                       "lifestyle",
                                       "money",
                                       "music",
                                       "news",
                                       "obituaries",
                                       "obituary",
                                       "opinion",
                                       "politics",
                                       "profile",
                                       "review",
                                       "reviews",
                                       "science",
                                       "society",
                                       "sport",
                                       "sports",
                                       "technology",
                                       "television",
                                       "travel",
                                       "weather",
                                       "world",
                                       "key points",
                                       "summary",
                                       "the key points",
                                       "key facts",
                                       "key takeaways",
                                       "at a glance",
                                       "in short",
                                       "in brief",
                                       "highlights",
                                       "story highlights",
                                       "what you need to know",
                                       "what to know",
                                       "what we know",
                                       "fast facts",
                                       "quick facts",
                                       "the facts",
                                       "the details",
                                       "the gist",
                                       "why it matters",
                                       "the big picture",
                                       "what's next",
                                       "the bottom line"};

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

/* "The bridge on Monday. Picture: Jane Smith", "The bridge Credit: Alamy": names behind the last colon. */
static uint64_t named_credit(struct str text)
{
    static const char *const labels[] = {"credit",      "image",        "images",   "photo",   "photograph",
                                         "photos",      "picture",      "pictures", "pic",     "photographer",
                                         "photographs", "illustration", "graphic",  "credits", "pics"};
    static const char *const holders[] = {
        "alliance", "picture", "archive", "archives", "collection", "college",  "council", "department", "family",
        "handout",  "library", "museum",  "police",   "provided",   "supplied", "trust",   "university"};
    struct str rest = text, word, label = {0};
    unsigned names = 0;
    while (word_take(&rest, &word)) {
        struct str bare = word_bare(word);
        if (str_ends(word, STR(":"))) {
            label = bare;
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

/* "OPINION" above the headline, "Key points:" above a list. */
static uint64_t section(struct str text)
{
    char lower[24];
    text.length -= str_ends(text, STR(":")) || str_ends(text, STR("?"));
    if (text.length >= sizeof lower)
        return 0;
    for (size_t i = 0; i < text.length; i++)
        lower[i] = (char)(text.at[i] >= 'A' && text.at[i] <= 'Z' ? text.at[i] | 0x20 : text.at[i]);
    for (size_t i = 0; i < COUNT(sections); i++)
        if (str_equal((struct str){lower, text.length}, str_of(sections[i])))
            return FEATURE_BIT(KICKER);
    return 0;
}

static bool holds(struct str text, const char *part)
{
    return str_find(text, str_of(part)) < text.length;
}

/* "... on Sunday. (Ben Tanaka / Valley Times)", "(Mesa Police via AP)", "(Express photo by Arul Mathew)": a
 * bracket of names at the end, and what is said of a picture. */
static uint64_t bracketed_credit(struct str text)
{
    static const char *const marks[] = {"/", " via ", "photo", "Photo"};
    static const char *const plain[] = {"photo", "file", "archive", "handout", "courtesy", "illustration"};
    size_t start = text.length;
    while (start > 0 && text.at[start - 1] != '(' && text.at[start - 1] != '[')
        start--;
    struct str inside = str_slice(text, start, text.length);
    bool owned = false;
    for (size_t i = 0; i < COUNT(marks); i++)
        owned |= holds(inside, marks[i]);
    owned |= holds(inside, ": ") && start > CAPTION_BYTES; /* a shorter line may be a book and its publisher */
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

static uint64_t credit(struct str text)
{
    uint64_t found = figure(text);
    found |= found ? 0 : named_credit(text);
    return found | (found ? 0 : bracketed_credit(text));
}

/* "04:12", "9.30am", "10:05 GMT": a live report is dated by them. */
static bool is_time(struct str text)
{
    static const char *const behind[] = {"",    "am", "pm",  "a.m.", "p.m.", "gmt",
                                         "bst", "et", "est", "edt",  "pt",   "cet"};
    size_t at = 0, digits;
    while (at < text.length && at < 2 && is_digit(text.at[at]))
        at++;
    digits = at;
    if (at + 2 < text.length && (text.at[at] == ':' || text.at[at] == '.') && is_digit(text.at[at + 1]) &&
        is_digit(text.at[at + 2]))
        at += 3;
    struct str rest = str_trim(str_slice(text, at, text.length));
    for (size_t i = at > digits ? 0 : 1; digits && i < COUNT(behind); i++)
        if (str_equal_caseless(rest, str_of(behind[i])))
            return true;
    return false;
}

/* "IV.", the number of a chapter; "+4" or "2", what is left of a gallery's buttons. */
static uint64_t numeral(struct str text)
{
    bool digits = text.length < 3, roman = text.length < 8;
    for (size_t i = 0; i < text.length && (digits || roman); i++) {
        bool last = i + 1 == text.length;
        digits &= is_digit(text.at[i]) || (text.at[i] == '+' && !last);
        roman &= strchr("IVXLC", text.at[i]) || (text.at[i] == '.' && last && i);
    }
    bool thousands = text.length > 1 && text.length < 6 && is_digit(text.at[0]) &&
                     (str_ends(text, STR("K")) || str_ends(text, STR("k")));
    if (thousands)
        return FEATURE_BIT(SITE_HINT);
    if (digits)
        return text.at[0] == '+' ? FEATURE_BIT(SITE_HINT) : FEATURE_BIT(DIGITS);
    bool ago = is_digit(text.at[0]) && holds(text, " ago (");
    return roman || ago || is_time(text) ? FEATURE_BIT(NUMERAL) : 0;
}

/* "CHAPTER I.", "Part Two", "Act 3": the number behind may be a word. */
static uint64_t chapter(struct str text, unsigned words)
{
    static const char *const parts[] = {"chapter", "part", "book", "act", "scene", "canto", "volume", "section"};
    static const char *const numbers[] = {"one",   "two",   "three", "four", "five", "six",
                                          "seven", "eight", "nine",  "ten",  "the"};
    struct str word, rest = text, number;
    if (words < 2 || words > 3 || !word_take(&rest, &word) || !word_take(&rest, &number) || !word_is_capital(word))
        return 0;
    struct str bare = word_bare(number);
    bool numbered = bare.length && (is_digit(bare.at[0]) || numeral(bare) & FEATURE_BIT(NUMERAL));
    for (size_t i = 0; i < COUNT(numbers); i++)
        numbered |= str_equal_caseless(bare, str_of(numbers[i]));
    for (size_t i = 0; numbered && i < COUNT(parts); i++)
        if (str_equal_caseless(word_bare(word), str_of(parts[i])))
            return FEATURE_BIT(NUMERAL);
    return 0;
}

/* "9 thoughts on ...": what stands above the comments. */
static bool counts_answers(struct str rest)
{
    static const char *const answers[] = {"thoughts on ", "thought on ",  "responses to ",
                                          "response to ", "comments on ", "replies to "};
    for (size_t i = 0; i < COUNT(answers); i++) {
        size_t length;
        struct str named = str_slice(rest, str_of(answers[i]).length, rest.length);
        if (str_starts_caseless(rest, str_of(answers[i])) && utf8_is_quote(utf8_at(named, 0, &length)))
            return true;
    }
    return false;
}

/* "0:00 / 1:12", "Duration 2:04", of a player. */
static uint64_t playing_time(struct str text)
{
    size_t colons = 0, slashes = 0;
    if (str_starts_caseless(text, STR("duration")))
        return is_time(str_trim(str_slice(text, str_starts_caseless(text, STR("duration:")) ? 9 : 8, text.length)))
                   ? FEATURE_BIT(SITE) | FEATURE_BIT(INSERT)
                   : 0;
    for (size_t i = 0; i < text.length; i++) {
        colons += text.at[i] == ':';
        slashes += text.at[i] == '/';
        if (!is_digit(text.at[i]) && !strchr(": /", text.at[i]))
            return 0;
    }
    return colons == 2 && slashes == 1 ? FEATURE_BIT(SITE) | FEATURE_BIT(INSERT) : 0;
}

bool label_counts(struct str text)
{
    if (playing_time(text))
        return true;
    if (str_starts_caseless(text, STR("estimated ")))
        text = str_slice(text, 10, text.length);
    static const char *const counted[] = {
        "comment",      "comments",  "min read",     "minute read",     "minutes read",
        "mins read",    "minutes",   "mins to read", "minutes to read", "min to read",
        "likes",        "shares",    "views",        "replies",         "min",
        "claps",        "followers", "votes",        "ratings",         "subscribers",
        "restacks",     "reads",     "reactions",    "minute listen",   "min listen",
        "minute watch", "photos",    "images",       "pictures"};
    size_t digits = 0;
    while (digits < text.length && (is_digit(text.at[digits]) || strchr(",.", text.at[digits])))
        digits++;
    size_t thousands = digits && digits < text.length && strchr("Kk", text.at[digits]) ? 1 : 0;
    struct str rest = str_slice(text, digits + thousands + 1, text.length);
    if (digits && counts_answers(rest))
        return true;
    if (str_starts_caseless(rest, STR("view ")))
        rest = str_slice(rest, 5, rest.length);
    for (size_t i = 0; digits && i < COUNT(counted); i++)
        if (str_equal_caseless(rest, str_of(counted[i])))
            return true;
    return false;
}

/* "2 Methods", "2.1 Site": a section's number has no stop in a paper. */
static uint64_t section_number(struct str text, unsigned words)
{
    struct str word, rest = text;
    if (words < 2 || words > SECTION_WORDS || !word_take(&rest, &word) || !is_digit(word.at[0]) || word.length > 6)
        return 0;
    for (size_t i = 0; i < word.length; i++)
        if (!is_digit(word.at[i]) && word.at[i] != '.')
            return 0;
    word_take(&rest, &word);
    return word_is_capital(word_bare(word)) ? FEATURE_BIT(NUMBERED_ALONE) : 0;
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

/* "Image 2 of 5", "1 of 12": where a gallery stands. */
static uint64_t gallery(struct str text, unsigned words)
{
    static const char *const pictures[] = {"image", "photo", "picture", "slide", "page", "list"};
    struct str word, rest = text, total;
    if (words < 3 || words > 4 || !word_take(&rest, &word))
        return 0;
    if (is_one_of(word, pictures, COUNT(pictures)) && !word_take(&rest, &word))
        return 0;
    bool counts = is_digit(word.at[0]) && word_take(&rest, &word) &&
                  is_one_of(word, (const char *const[]){"of", "/"}, 2) && word_take(&rest, &total) &&
                  is_digit(total.at[0]) && !str_trim(rest).length;
    return counts ? FEATURE_BIT(SITE) | FEATURE_BIT(INSERT) : 0;
}

/* "Business News/Companies/Steel maker to close", "Home > World > Asia": where a page stands on its site. */
static uint64_t trail(struct str text)
{
    static const char *const steps[] = {"/", " / ", " > ", " \302\273 ", " \342\200\272 "};
    for (size_t i = 0; i < COUNT(steps); i++) {
        struct str step = str_of(steps[i]);
        size_t parts = 0;
        for (struct str rest = text; str_find(rest, step) < rest.length; parts++) {
            size_t at = str_find(rest, step), words = 1;
            for (size_t c = 0; c < at; c++)
                words += rest.at[c] == ' ';
            if (!at || words > TRAIL_WORDS || !word_is_capital(rest))
                return 0;
            rest = str_slice(rest, at + step.length, rest.length);
        }
        if (parts >= TRAIL_STEPS)
            return FEATURE_BIT(SITE);
    }
    return 0;
}

/* "crier.example/cow-on-roof": the address of the page, copied with it; "jsmith@crier.example": its writer's. */
static uint64_t lone_address(struct str text)
{
    size_t slash = str_find(text, STR("/")), stop = str_find(text, STR(".")), at = str_find(text, STR("@"));
    bool alone = str_find(text, STR(" ")) == text.length;
    if (alone && (str_starts(text, STR("http://")) || str_starts(text, STR("https://"))))
        return FEATURE_BIT(SITE_HINT);
    bool mail = at > 0 && at < text.length && holds(str_slice(text, at, text.length), ".");
    return alone && (mail || (stop < slash && slash + 1 < text.length)) ? FEATURE_BIT(SITE_HINT) : 0;
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

static bool is_agency(struct str text)
{
    static const char *const agencies[] = {"ALAMY", "GETTY",   "GETTY IMAGES", "PA",  "AP",
                                           "AFP",   "REUTERS", "EPA",          "REX", "SWNS"};
    for (size_t i = 0; i < COUNT(agencies); i++)
        if (str_equal(text, str_of(agencies[i])))
            return true;
    return false;
}

/* "Copyright EVENING BEACON." */
static uint64_t copyright(struct str text)
{
    struct str word, rest = text;
    bool named = word_take(&rest, &word) && str_equal_caseless(word, STR("copyright")) && word_take(&rest, &word);
    return named && (word_is_capital(word) || is_digit(word.at[0])) ? FEATURE_BIT(SITE) : 0;
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
    return name && capitals > 1 && words <= CREDIT_WORDS ? FEATURE_BIT(CREDIT) : 0;
}

/* "TOGETHER WITH PINELOFT": who paid for what stands below. */
static uint64_t sponsor(struct str text)
{
    static const char *const payers[] = {"TOGETHER WITH ", "PRESENTED BY ", "SPONSORED BY ",
                                         "IN PARTNERSHIP WITH ", "SUPPORTED BY "};
    for (size_t i = 0; i < COUNT(payers); i++)
        if (str_starts(text, str_of(payers[i])) && word_is_capitals(text))
            return FEATURE_BIT(SITE) | FEATURE_BIT(INSERT);
    return 0;
}

/* "Ana Ruiz contributed.", "The Wire's Ana Ruiz in Bonn contributed from Kiel." */
static uint64_t contribution(struct str text, unsigned words)
{
    static const char *const plain[] = {"and", "in", "from", "to", "the", "of", "also"};
    unsigned names = 0, contributed = 0;
    for (struct str rest = text, word; word_take(&rest, &word);) {
        contributed += str_equal(word_bare(word), STR("contributed"));
        names += word_is_capital(word_bare(word)) || is_one_of(word_bare(word), plain, COUNT(plain));
    }
    return contributed == 1 && words <= CONTRIBUTION_WORDS && names + 1 == words ? FEATURE_BIT(SITE) : 0;
}

uint64_t label_features(struct str text, unsigned words)
{
    if (!words)
        return 0;
    if (words > CAPTION_WORDS)
        return agency_caption(text);
    return agency_caption(text) | agency_credit(text, words) | gallery(text, words) | trailing_credit(text) |
           playing_time(text) | sponsor(text) | copyright(text) | trail(text) | contribution(text, words) |
           lone_address(text) | credit(text) | numeral(text) | chapter(text, words) |
           (label_counts(text) ? FEATURE_BIT(SITE) : 0) | section(text) | section_number(text, words);
}
