#include "label.h"

#include "ending.h"
#include "feature.h"
#include "utf8.h"
#include "words.h"

#include <string.h>

#define COUNT(list) (sizeof(list) / sizeof *(list))

#define LABEL_WORDS        35
#define SECTION_WORDS      12
#define CONTRIBUTION_WORDS 16
#define TRAIL_WORDS        3
#define TRAIL_STEPS        2

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
    bool digits = text.length < 4, roman = text.length < 8;
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
        "comment",     "comments",     "min read",  "minute read",  "minutes read",
        "mins",        "mins read",    "minutes",   "mins to read", "minutes to read",
        "min to read", "likes",        "shares",    "views",        "replies",
        "min",         "claps",        "followers", "votes",        "ratings",
        "subscribers", "restacks",     "reads",     "reactions",    "minute listen",
        "min listen",  "minute watch", "photos",    "images",       "pictures"};
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
        struct str step = str_of(steps[i]), rest = text;
        size_t parts = 0;
        for (size_t at; (at = str_find(rest, step)) < rest.length; parts++) {
            struct str part = str_slice(rest, 0, at);
            size_t words = 1;
            for (size_t c = 0; c < at; c++)
                words += part.at[c] == ' ';
            if (words > TRAIL_WORDS || !word_is_capital(part))
                return 0;
            rest = str_slice(rest, at + step.length, rest.length);
        }
        if (parts >= TRAIL_STEPS && ending_of(text) == ENDING_OPEN)
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

/* "Copyright EVENING BEACON.": names and years alone. */
static uint64_t copyright(struct str text)
{
    struct str word, rest = text;
    if (!word_take(&rest, &word) || !str_equal_caseless(word, STR("copyright")) || !rest.length)
        return 0;
    while (word_take(&rest, &word)) {
        struct str bare = word_bare(word);
        if (bare.length && !word_is_capital(bare) && !is_digit(bare.at[0]))
            return 0;
    }
    return FEATURE_BIT(SITE);
}

bool label_sponsors(struct str text)
{
    static const char *const payers[] = {"TOGETHER WITH ", "PRESENTED BY ", "SPONSORED BY ",
                                         "IN PARTNERSHIP WITH ", "SUPPORTED BY "};
    for (size_t i = 0; i < COUNT(payers); i++)
        if (str_starts(text, str_of(payers[i])) && word_is_capitals(text))
            return true;
    return false;
}

/* "A-", "A+", the size of the letters; "[ Cafe owners warn of cups ]", a link. */
static uint64_t button(struct str text)
{
    bool size = str_equal(text, STR("A-")) || str_equal(text, STR("A+")) || str_equal(text, STR("A A"));
    bool link = str_starts(text, STR("[ ")) && str_ends(text, STR(" ]"));
    return size || link ? FEATURE_BIT(SITE) | FEATURE_BIT(INSERT) : 0;
}

/* "Ana Ruiz contributed.", "The Wire's Ana Ruiz in Bonn contributed from Kiel." */
static uint64_t contribution(struct str text, unsigned words)
{
    static const char *const plain[] = {"and", "in", "from", "also"};
    unsigned names = 0, contributed = 0;
    for (struct str rest = text, word; word_take(&rest, &word);) {
        contributed += str_equal(word_bare(word), STR("contributed"));
        names += word_is_capital(word_bare(word)) || is_one_of(word_bare(word), plain, COUNT(plain));
    }
    return contributed == 1 && words <= CONTRIBUTION_WORDS && names + 1 == words ? FEATURE_BIT(SITE) : 0;
}

uint64_t label_features(struct str text, unsigned words)
{
    if (!words || words > LABEL_WORDS)
        return 0;
    return gallery(text, words) | playing_time(text) |
           (label_sponsors(text) ? FEATURE_BIT(SITE) | FEATURE_BIT(INSERT) : 0) | copyright(text) | button(text) |
           trail(text) | contribution(text, words) | lone_address(text) | numeral(text) | chapter(text, words) |
           (label_counts(text) ? FEATURE_BIT(SITE) : 0) | section(text) | section_number(text, words);
}
