#include "evidence.h"

#include "asks.h"
#include "credit.h"
#include "dates.h"
#include "ending.h"
#include "heads.h"
#include "label.h"
#include "names.h"
#include "phrases.h"
#include "pitch.h"
#include "utf8.h"
#include "words.h"

#include <string.h>

#define BRIEF_WORDS        7  /* a crosshead's */
#define MIDDLING_WORDS     35 /* a caption's */
#define HEADING_WORDS      12 /* first capitals tell a heading only up to here */
#define SHOUTED_WORDS      20
#define PLACE_WORDS        3 /* before a date */
#define BYLINE_WORDS       20
#define CREDIT_WORDS       8 /* names behind "Picture:" */
#define SIGNED_WORDS       9
#define DATA_BYTES         600
#define DATA_PARTS         3
#define MEASURE_BYTES      24 /* the name of a figure */
#define CAPITALS_BYTES     5  /* a shorter word may be a name, "NATO" */
#define RATING_STARS       10
#define RATING_LEAST       3 /* fewer may be an ornament */
#define ABBREVIATION_BYTES 3 /* a stop behind a word no longer is "Mr." or an initial, not an end */

#define COUNT(list) (sizeof(list) / sizeof *(list))

static const struct {
    const char *word;
    enum feature feature;
} telling[] = {
    {"how", FEATURE_QUESTION_WORD},   {"what", FEATURE_QUESTION_WORD}, {"why", FEATURE_QUESTION_WORD},
    {"where", FEATURE_QUESTION_WORD}, {"when", FEATURE_QUESTION_WORD}, {"who", FEATURE_QUESTION_WORD},
    {"which", FEATURE_QUESTION_WORD}, {"but", FEATURE_RUNS_ON},        {"and", FEATURE_RUNS_ON},
    {"so", FEATURE_RUNS_ON},          {"or", FEATURE_RUNS_ON},         {"however", FEATURE_RUNS_ON},
    {"yet", FEATURE_RUNS_ON},         {"because", FEATURE_RUNS_ON},    {"then", FEATURE_RUNS_ON},
};

static const char *const selves[] = {
    "I",  "I'm", "I've", "I'd", "I\342\200\231m", "I\342\200\231ve", "I\342\200\231d", "we", "We",
    "my", "My",  "our",  "Our"};

static const uint64_t by_ending[] = {
    [ENDING_OPEN] = FEATURE_BIT(UNSTOPPED),
    [ENDING_STOP] = FEATURE_BIT(STOPPED),
    [ENDING_ASK] = FEATURE_BIT(ASKING),
    [ENDING_COLON] = FEATURE_BIT(COLON),
};

static const uint64_t by_marker[] = {
    [MARKER_NONE] = 0,   [MARKER_BULLET] = FEATURE_BIT(BULLETED),   [MARKER_DASH] = FEATURE_BIT(BULLETED),
    [MARKER_NUMBER] = 0, [MARKER_QUOTE] = FEATURE_BIT(QUOTED_LINE),
};

/* Counts over the words of a block. */
struct tally {
    unsigned words;    /* with a letter or digit */
    unsigned capital;  /* that begin with a capital */
    unsigned capitals; /* that are all capitals */
    unsigned letters;  /* "A", "I", "5" */
    unsigned small;    /* that are not, and longer than "with" */
    bool self;
    bool stop_inside;
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_one_of(struct str word, const char *const *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (str_equal(word, str_of(list[i])))
            return true;
    return false;
}

static bool is_one_of_caseless(struct str word, const char *const *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (str_equal_caseless(word, str_of(list[i])))
            return true;
    return false;
}

/* In Latin, Greek or Cyrillic script. */
static bool begins_small(struct str word)
{
    size_t length;
    uint32_t code = utf8_at(word, 0, &length);
    return (code >= 'a' && code <= 'z') || (code >= 0xDF && code <= 0xFF) || (code >= 0x3B1 && code <= 0x3C9) ||
           (code >= 0x430 && code <= 0x45F);
}

static void tally_word(struct tally *tally, struct str word, struct str bare, bool more)
{
    static const char *const small[] = {"with", "from", "into", "over", "than", "that", "upon", "amid", "near"};
    bool capital = word_is_capital(bare);
    tally->words++;
    tally->capital += capital;
    tally->capitals += word_is_capitals(bare);
    tally->letters += bare.length == 1 && !begins_small(bare);
    tally->small += !capital && bare.length > 3 && !is_digit(bare.at[0]) && !is_one_of(bare, small, COUNT(small));
    tally->self |= is_one_of(bare, selves, COUNT(selves));
    tally->stop_inside |= more && bare.length > ABBREVIATION_BYTES && ending_of(word) == ENDING_STOP;
}

static struct tally tally_of(struct str text)
{
    struct tally tally = {0};
    for (struct str rest = text, word; tally.words < EVIDENCE_WORDS_MAX && word_take(&rest, &word);) {
        struct str bare = word_bare(word);
        if (bare.length)
            tally_word(&tally, word, bare, rest.length > 0);
    }
    return tally;
}

/* "\342\230\205\342\230\205\342\230\205\342\230\206": what a reviewer gives. */
static bool is_rating(struct str text)
{
    size_t full = 0, empty = 0;
    for (size_t at = 0, length; at < text.length; at += length) {
        uint32_t code = utf8_at(text, at, &length);
        full += code == 0x2605 || code == 0x2B50;
        empty += code == 0x2606;
        if (full + empty <= at / 3) /* something else, or a space of an ornament */
            return false;
    }
    return full + empty <= RATING_STARS && full && full + empty >= RATING_LEAST;
}

static uint64_t shape(struct str text, const struct tally *tally)
{
    uint64_t found = !tally->words                    ? is_rating(text) ? 0 : FEATURE_BIT(NO_WORDS)
                                        : tally->words <= BRIEF_WORDS ? FEATURE_BIT(BRIEF)
                     : tally->words <= MIDDLING_WORDS ? FEATURE_BIT(MIDDLING)
                                                      : FEATURE_BIT(LONG);
    found |= tally->self ? FEATURE_BIT(FIRST_PERSON) : 0;
    found |= tally->stop_inside ? FEATURE_BIT(SEVERAL_SENTENCES) : 0;
    unsigned shouted = tally->capitals + tally->letters;
    if (tally->capitals && shouted == tally->words && shouted <= SHOUTED_WORDS && text.length >= CAPITALS_BYTES)
        return found | FEATURE_BIT(CAPITALS);
    if (!tally->words || tally->words > HEADING_WORDS)
        return found;
    return tally->words > 1 && tally->capital >= 2 && !tally->small ? found | FEATURE_BIT(TITLE_CASE) : found;
}

/* "Tries: Mabey 2, Cole", "Harbour Kings: (5) 12": a few words, and figures or names of a list. */
static bool is_result(struct str text, size_t colon)
{
    unsigned digits = 0, commas = 0, words = 1;
    if (ending_of(text) != ENDING_OPEN)
        return false;
    for (size_t i = 0; i < colon; i++)
        words += text.at[i] == ' ';
    for (size_t i = colon; i < text.length && i < DATA_BYTES; i++) {
        digits += is_digit(text.at[i]);
        commas += text.at[i] == ',';
    }
    return colon < MEASURE_BYTES && words <= 3 && digits && (commas || digits > 2);
}

/* "Serves: 4", "Cook: 50 min": a figure under its name. */
static bool is_measure(struct str text)
{
    static const char *const measures[] = {"prep", "cook",  "cooking", "serves", "makes",
                                           "time", "total", "chill",   "rest",   "yield"};
    struct str first, rest = text;
    if (word_take(&rest, &first) && rest.length > 1 && rest.length < MEASURE_BYTES && is_digit(rest.at[1]) &&
        is_one_of_caseless(first, measures, COUNT(measures)))
        return true;
    size_t colon = str_find(text, STR(": "));
    if (is_result(text, colon))
        return true;
    for (size_t i = 0; i < colon; i++)
        if (is_digit(text.at[i]))
            return false;
    return colon < MEASURE_BYTES && colon + 2 < text.length && is_digit(text.at[colon + 2]);
}

/* "1 cup of this, 2 of that, ...", or an address: a list or a message, not what is on a picture. */
static uint64_t data(struct str text)
{
    unsigned commas = 0, numbers = 0;
    for (size_t i = 0; i < text.length && i < DATA_BYTES; i++) {
        commas += text.at[i] == ',' || text.at[i] == ';';
        numbers += is_digit(text.at[i]) && (!i || !is_digit(text.at[i - 1]));
    }
    bool link = text.length < DATA_BYTES &&
                (str_find(text, STR("://")) < text.length || str_find(text, STR("www.")) < text.length);
    return link || is_measure(text) || (commas >= DATA_PARTS && numbers >= DATA_PARTS) ? FEATURE_BIT(DATA) : 0;
}

static uint64_t first_word(struct str text, unsigned words)
{
    struct str word, rest = text;
    uint64_t found = 0;
    if (!word_take(&rest, &word))
        return 0;
    struct str bare = word_bare(word);
    bool label = str_ends(word, STR(":")) &&
                 (words <= BRIEF_WORDS || bare.length == 1); /* "Quiet: Mr Smith ..." may be a caption */
    if (!bare.length || is_digit(bare.at[0]) || label)
        found |= FEATURE_BIT(ITEM_LIKE);
    if (begins_small(bare))
        found |= FEATURE_BIT(RUNS_ON);
    for (size_t i = 0; i < sizeof telling / sizeof *telling; i++)
        if (str_equal_caseless(bare, str_of(telling[i].word)))
            found |= UINT64_C(1) << telling[i].feature;
    return words <= HEADING_WORDS ? found : found & ~FEATURE_BIT(QUESTION_WORD);
}

static const char *const buttons[] = {
    "facebook",   "twitter", "x",        "email",   "e-mail",   "whatsapp", "linkedin",  "reddit",    "telegram",
    "pinterest",  "print",   "threads",  "bluesky", "mastodon", "copy",     "messenger", "flipboard", "instagram",
    "copy link",  "save",    "share",    "gift",    "comment",  "comments", "listen",    "like",      "pin",
    "tweet",      "follow",  "bookmark", "reply",   "report",   "menu",     "search",    "subscribe", "snapchat",
    "tiktok",     "youtube", "rss",      "sms",     "text",     "link",     "donate",    "more",      "messages",
    "tumblr",     "pocket",  "viber",    "yes",     "no",       "vote",     "line",      "download",  "embed",
    "transcript", "close",   "play",     "pause",   "register", "show",     "hide",      "expand",    "collapse"};

/* "Facebook", "Save": a row of such names is a site's; so is one line of them. */
static uint64_t button(struct str text)
{
    struct str word, rest = text;
    size_t words = 0, names = 0;
    if (is_one_of_caseless(text, buttons, COUNT(buttons)))
        return FEATURE_BIT(NETWORK);
    for (; words == names && word_take(&rest, &word); words++)
        names += is_one_of_caseless(word_bare(word), buttons, COUNT(buttons));
    return words > 1 && words == names ? FEATURE_BIT(SITE) : 0;
}

static uint64_t last_mark(struct str text)
{
    return str_ends(text, STR(",")) || str_ends(text, STR(";")) ? FEATURE_BIT(COMMA) : 0;
}

/* The mark that ends what `opening` begins. */
static uint32_t closing_of(uint32_t opening)
{
    static const uint32_t pairs[][2] = {{0x2018, 0x2019}, {0x201C, 0x201D}, {0x201E, 0x201C}, {0xAB, 0xBB}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (pairs[i][0] == opening)
            return pairs[i][1];
    return opening;
}

/* "One," she said. "Two.": the mark that opens the text opens another quotation in it. */
static bool opens_again(struct str text, uint32_t opening)
{
    size_t length;
    utf8_at(text, 0, &length);
    for (size_t at = length; at < text.length; at += length)
        if (utf8_at(text, at, &length) == opening && text.at[at - 1] == ' ' && at + length < text.length &&
            text.at[at + length] != ' ')
            return true;
    return false;
}

/* A quotation mark at both ends, the last one perhaps before a full stop. */
static uint64_t quotation(struct str text)
{
    size_t length;
    uint32_t first = utf8_at(text, 0, &length);
    if (!utf8_is_quote(first))
        return 0;
    uint32_t last = utf8_before(text, text.length, &length);
    if (last == '.' || last == ',')
        last = utf8_before(text, text.length - length, &length);
    bool whole = last == closing_of(first) && !opens_again(text, first);
    return FEATURE_BIT(OPENS_QUOTE) | (whole ? FEATURE_BIT(WHOLE_QUOTE) : 0);
}

static bool is_handle(struct str text, unsigned words)
{
    return words == 1 && str_starts(text, STR("@"));
}

/* The marks between the parts of a row. */
static const char *const joints[] = {" | ", " \302\267 ", " \342\200\242 ", " / "};

/* "New Delhi | November 10, 2026 19:22 IST": one part is a date, the others are of few words. */
static bool is_dated_row_of(struct str text, struct str joint)
{
    bool dated = false;
    size_t parts = 0;
    for (struct str rest = text; rest.length; parts++) {
        size_t at = str_find(rest, joint), words = 0;
        struct str part = str_slice(rest, 0, at), word;
        for (struct str left = part; word_take(&left, &word); words++)
            ;
        bool date = date_is_all(part);
        dated |= date;
        if (!date && words > 4)
            return false;
        rest = str_slice(rest, at + joint.length, rest.length);
    }
    return dated && parts > 1;
}

static bool is_dated_row(struct str text)
{
    bool dated = false;
    for (size_t i = 0; i < COUNT(joints) && !dated; i++)
        dated = is_dated_row_of(text, str_of(joints[i]));
    return dated;
}

/* "Nairobi, Tuesday 6 June 2023", "The Traveller, 12 November 2022": a place or a paper, and a date. */
static bool is_dated_from(struct str text)
{
    size_t comma = str_find(text, STR(", ")), words = 0;
    struct str date = str_slice(text, comma + 2, text.length), word;
    for (struct str rest = str_slice(text, 0, comma); word_take(&rest, &word); words++)
        if (!word_is_capital(word) || date_is_name(word_bare(word)))
            return false;
    return words > 0 && words <= PLACE_WORDS && date_is_all(date) && date_in(date).length;
}

/* "WORDS ANN LEE", "Riverina / By Ann Lee", "The Post | By Ann Lee" */
static bool is_writer_behind(struct str text)
{
    static const char *const made[] = {"WORDS ", "WORDS: ", "Words: ", "STORY ", "Story: ", "TEXT ", "Text: "};
    for (size_t i = 0; i < COUNT(made); i++)
        if (str_starts(text, str_of(made[i])) &&
            name_alone(str_slice(text, str_of(made[i]).length, text.length)).length)
            return true;
    for (size_t i = 0; i < COUNT(joints); i++) {
        size_t at = str_find(text, str_of(joints[i])) + str_of(joints[i]).length;
        struct str behind = str_slice(text, at, text.length);
        if (str_starts(behind, STR("By ")) && name_of_writer(behind).length)
            return true;
    }
    return false;
}

static uint64_t byline(struct str text, unsigned words)
{
    if (words > BYLINE_WORDS)
        return 0;
    bool placed = words <= BRIEF_WORDS && str_starts_caseless(text, STR("reporting from "));
    bool made = str_starts(text, STR("Words by ")) || str_starts(text, STR("Story by "));
    return (placed || made || is_writer_behind(text) || name_of_writer(text).length || name_with_post(text).length
                ? FEATURE_BIT(WRITER)
                : 0) |
           (name_alone(text).length || is_handle(text, words) ? FEATURE_BIT(NAME) : 0) |
           (date_is_all(text) || is_dated_from(text)          ? FEATURE_BIT(DATE)
            : date_with_publisher(text) || is_dated_row(text) ? FEATURE_BIT(POSTED)
                                                              : 0) |
           ((words <= BRIEF_WORDS && name_is_post(text)) || is_handle(text, words) ? FEATURE_BIT(POST) : 0) |
           (words <= SIGNED_WORDS && name_with_place(text) ? FEATURE_BIT(NAME_PLACE) : 0);
}

/* "Advertisement \302\267 Scroll to continue", "5 min read | 12 Comments": nothing but phrases of the site. */
static bool is_row_of_phrases(struct str text)
{
    for (size_t i = 0; i < COUNT(joints); i++) {
        struct str rest = text;
        size_t parts = 0, site = 0, dates = 0;
        for (size_t at; rest.length; parts++) {
            at = str_find(rest, str_of(joints[i]));
            struct str part = str_slice(rest, 0, at);
            bool counted = (phrases_in(part) & FEATURE_BIT(SITE)) || label_counts(part) ||
                           is_one_of_caseless(part, buttons, COUNT(buttons));
            site += counted;
            dates += !counted && date_is_all(part) && !date_in(part).length; /* "1 month ago" */
            rest = str_slice(rest, at + str_of(joints[i]).length, rest.length);
        }
        if (parts > 1 && site && site + dates == parts)
            return true;
    }
    return false;
}

/* "Published 4 May 2026", "Updated: ...", "First posted on Monday, ...", but not "Updated plans were shown in
 * May". */
static bool says_when(struct str text)
{
    static const char *const labels[] = {"first",   "last",   "originally", "published",
                                         "updated", "posted", "modified"};
    static const char *const behind[] = {"on", "at", "by", "in", "an", "a"};
    struct str word, rest = text;
    bool labelled = str_find(text, STR("ed:")) < text.length;
    while (!labelled && word_take(&rest, &word)) {
        struct str bare = word_bare(word);
        if (is_one_of_caseless(bare, labels, COUNT(labels)))
            continue;
        labelled =
            !bare.length || is_digit(bare.at[0]) || date_is_name(bare) || is_one_of(bare, behind, COUNT(behind));
        break;
    }
    return labelled && date_in(text).length;
}

/* "Published: ..." means something only with a date behind it, "Follow ..." with "... on Facebook", and a letter's
 * "Dear ..." and "Yours ..." with a comma. */
static uint64_t phrases(struct str text, unsigned words)
{
    uint64_t found = phrases_in(text), asks = FEATURE_BIT(SITE_VERB) | FEATURE_BIT(SITE_NOUN);
    bool heading = words <= BRIEF_WORDS && ending_of(text) != ENDING_STOP && !last_mark(text);
    if (!heading)
        found &= ~FEATURE_BIT(RELATED);
    if ((found & asks) == asks || found & FEATURE_BIT(RELATED))
        found |= FEATURE_BIT(SITE);
    if (heading && heads_may_link(text))
        found |= FEATURE_BIT(RELATED);
    if (asks_for_more(text))
        found |= FEATURE_BIT(PLEA);
    if (!(found & FEATURE_BIT(POSTED)))
        found |= pitch_features(text);
    if (asks_reader(text) || (words <= BRIEF_WORDS && is_row_of_phrases(text)))
        found |= FEATURE_BIT(SITE);
    if (words > SIGNED_WORDS)
        found &= ~FEATURE_BIT(WRITER); /* "From our own correspondent" */
    if (words > BRIEF_WORDS || !last_mark(text))
        found &= ~(FEATURE_BIT(SALUTE) | FEATURE_BIT(SIGN_OFF));
    return words <= BYLINE_WORDS && says_when(text) ? found : found & ~FEATURE_BIT(POSTED);
}

void evidence_find(struct str text, struct evidence *evidence)
{
    struct tally tally = tally_of(text);
    evidence->words = (uint16_t)tally.words;
    if (evidence->marker == MARKER_DASH && str_ends(text, STR(" -")))
        evidence->marker = MARKER_NONE; /* "- Heated pavements -" */
    evidence->features |= FEATURE_BIT(ANY) | by_marker[evidence->marker] | by_ending[ending_of(text)] |
                          shape(text, &tally) | first_word(text, tally.words) | quotation(text) |
                          byline(text, tally.words) | phrases(text, tally.words) |
                          label_features(text, tally.words) | credit_features(text, tally.words) | button(text) |
                          data(text) | last_mark(text);
    if (evidence->features & FEATURE_BIT(CAPITALS) && evidence->features & FEATURE_BIT(STOPPED))
        evidence->features ^= FEATURE_BIT(STOPPED) | FEATURE_BIT(UNSTOPPED); /* "THE FIRE AT SALT CREEK." */
    if (evidence->features & FEATURE_BIT(RELATED))
        evidence->features &= ~FEATURE_BIT(NAME); /* "Explore More" */
    if (evidence->features & FEATURE_BIT(WRITER))
        evidence->features &= ~FEATURE_BIT(CREDIT); /* "Words by Ann Lee. Photographs by Tom Hale" */
    if (evidence->features & FEATURE_BIT(SITE))
        evidence->features &= ~FEATURE_BIT(WRITER); /* "Jane Smith, staff writer, contributed to this report." */
}
