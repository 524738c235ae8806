#include "furniture.h"

#include "heads.h"
#include "label.h"
#include "near.h"
#include "words.h"

#include <string.h>

#define AMONG_LINES    3
#define LINK_WORDS     24 /* a headline that asks */
#define CONTENTS_TOP   60 /* a list of contents stands within so many blocks from the top */
#define CONTENTS_BELOW 500
#define CONTENTS_LINES 2
#define TAG_WORDS      3
#define TAGS_MIN       3
#define SLUG_BYTES     16
#define SLUG_LETTERS   4
#define SENDER_LINES   8
#define LEAD_BLOCKS    20
#define ADDRESS_COMMAS 2

#define SITES (FEATURE_BIT(SITE) | FEATURE_BIT(SITE_HINT))

/* A bare address may be the article's own. */
static bool is_site_line(const struct draft *draft, size_t index)
{
    return near_has(draft, index, FEATURE_BIT(SITE)) ||
           (near_has(draft, index, FEATURE_BIT(SITE_HINT)) && !near_has(draft, index, FEATURE_BIT(DATA)));
}

/* A line that is no sentence, between two that the site put there: another article's headline. */
static bool is_among_site(const struct draft *draft, size_t index)
{
    bool button = index + 1 < draft->count && str_equal_caseless(draft_text(draft, index + 1), STR("Read more"));
    bool line = index && near_has(draft, index, FEATURE_BIT(UNSTOPPED)) &&
                !near_has(draft, index, NEAR_APART | FEATURE_BIT(ECHO));
    return line && (button || (is_site_line(draft, index - 1) && is_site_line(draft, index + 1)));
}

/* Lines that are no sentences between two of the site, such as a form for a newsletter. */
static void find_among_site(struct draft *draft, size_t first)
{
    size_t end = first + 1;
    while (end <= first + AMONG_LINES && near_has(draft, end, FEATURE_BIT(UNSTOPPED)) &&
           !near_has(draft, end, NEAR_APART | SITES))
        end++;
    if (!is_site_line(draft, first) || !near_has(draft, end, FEATURE_BIT(SITE)))
        return;
    for (size_t i = first + 1; i < end; i++)
        near_add(draft, i, FEATURE_BIT(AMONG_SITE));
}

/* "Facebook", "X", "Email" below "Share", "Save" above it; two buttons are a row by themselves.  One that has text
 * below is a heading. */
static void find_buttons(struct draft *draft)
{
    uint64_t button = FEATURE_BIT(NETWORK), site = FEATURE_BIT(SITE);
    for (size_t i = 0, end; i < draft->count; i = end) {
        for (end = i; near_has(draft, end, button); end++)
            ;
        bool row = end > i + 1 || near_has(draft, end, site);
        bool below = i && near_has(draft, i - 1, site) && !near_is_paragraph(draft, end);
        for (size_t at = i; (row || below) && at < end; at++)
            near_add(draft, at, site);
        end += end == i;
    }
}

/* A line that may link to another article. */
static bool is_link(const struct draft *draft, size_t index)
{
    uint64_t other = (NEAR_APART & ~FEATURE_BIT(BULLETED)) | FEATURE_BIT(NUMBERED_ALONE) | FEATURE_BIT(ECHO);
    bool asks = near_has(draft, index, FEATURE_BIT(ASKING)) && near_words(draft, index) <= LINK_WORDS;
    return index < draft->count && !near_has(draft, index, other) && (asks || !near_is_paragraph(draft, index));
}

/* A sentence that has something of a website. */
static bool is_plea(const struct draft *draft, size_t index)
{
    return near_has(draft, index,
                    FEATURE_BIT(SITE_VERB) | FEATURE_BIT(SITE_NOUN) | FEATURE_BIT(SITE_HINT) | FEATURE_BIT(PLEA));
}

/* The last of the lines first..end may head the text below: it is shorter than each link, or asks. */
static bool is_heading(const struct draft *draft, size_t first, size_t end)
{
    size_t last = end - 1;
    if (near_has(draft, last, FEATURE_BIT(BULLETED)))
        return false;
    if (end < first + 2 || !near_is_text(draft, end))
        return false;
    bool shorter = near_has(draft, last, FEATURE_BIT(BRIEF));
    for (size_t i = first; i < last; i++)
        shorter &= near_words(draft, last) < near_words(draft, i);
    bool asks =
        near_has(draft, last, FEATURE_BIT(ASKING)) && near_words(draft, last) < near_words(draft, last - 1);
    return shorter || asks || near_has(draft, last, FEATURE_BIT(NUMBERED_ALONE));
}

/* Links may stand between the byline and the text. */
static bool is_below_byline(const struct draft *draft, size_t index, size_t body)
{
    bool headline = false, byline = false;
    for (size_t i = 0; i < index && index < LEAD_BLOCKS; i++) {
        byline |= headline && near_has(draft, i, NEAR_BYLINES | FEATURE_BIT(BY_BYLINE));
        headline |= near_has(draft, i, FEATURE_BIT(OPENING)) > 0;
    }
    return byline && index + 2 < body;
}

/* A heading that may be the article's own heads links only where no text follows. */
static bool heads_links(const struct draft *draft, size_t index, size_t body)
{
    if (!near_has(draft, index, FEATURE_BIT(RELATED)))
        return false;
    bool sure = near_has(draft, index, FEATURE_BIT(SITE));
    bool placed = index > body || heads_contents(draft_text(draft, index)) || is_below_byline(draft, index, body);
    if (near_has(draft, index + 1, FEATURE_BIT(ITEMS)) && heads_contents(draft_text(draft, index)))
        return false; /* of a recording */
    if (index + 1 == draft->count)
        return true;
    bool buttons = index <= body && str_starts_caseless(draft_text(draft, index), STR("share"));
    return !buttons &&
           (sure ||
            (placed && !near_has(draft, index + 1, FEATURE_BIT(BULLETED) | FEATURE_BIT(QUOTED_LINE)) &&
             (is_link(draft, index + 1) || near_has(draft, index + 1, FEATURE_BIT(SITE) | FEATURE_BIT(ECHO)))));
}

/* The headlines of other articles under "Most read". */
static void find_related(struct draft *draft, size_t body)
{
    for (size_t i = 0; i < draft->count; i++) {
        if (!heads_links(draft, i, body))
            continue;
        near_add(draft, i, FEATURE_BIT(SITE));
        size_t end = i + 1;
        while ((is_link(draft, end) && !near_has(draft, end, FEATURE_BIT(RELATED) | FEATURE_BIT(OPENING))) ||
               near_has(draft, end, FEATURE_BIT(INSERT)))
            end++;
        end -= is_heading(draft, i + 1, end);
        for (size_t line = i + 1; line < end; line++)
            near_add(draft, line, FEATURE_BIT(AMONG_SITE));
        i = end - 1;
    }
}

/* Of the words; a section's number, "2." or "2.1", does not count. */
static uint64_t line_hash(struct str text)
{
    uint64_t hash = 0;
    for (struct str word, rest = text; word_take(&rest, &word);)
        if (hash || !word.length || word.at[0] < '0' || word.at[0] > '9')
            hash = hash * UINT64_C(0x9E3779B97F4A7C15) + word_hash(word);
    return hash;
}

static uint64_t heading_hash(const struct draft *draft, size_t index)
{
    bool line =
        near_has(draft, index, FEATURE_BIT(UNSTOPPED) | FEATURE_BIT(ASKING)) &&
        !near_has(draft, index, NEAR_BYLINES | FEATURE_BIT(BY_BYLINE) | FEATURE_BIT(NAME) | FEATURE_BIT(POST)) &&
        near_words(draft, index) <= LINK_WORDS;
    return line ? line_hash(draft_text(draft, index)) : 0;
}

/* Lines from `first` on, at least two, that come again in their order, each above text. */
static size_t contents_end(const struct draft *draft, const uint64_t *hashes, size_t first, size_t count)
{
    size_t end = first, below = first;
    for (; end < count && hashes[end]; end++) {
        size_t next = below > end ? below + 1 : end + 1;
        while (next < count && (hashes[next] != hashes[end] || !near_has(draft, next, FEATURE_BIT(HEADS))))
            next++;
        if (next >= count || (end > first && next == end + 1))
            break;
        below = next;
    }
    return end >= first + CONTENTS_LINES && below > end - 1 ? end : first;
}

/* Above the text, or below "Contents". */
static void find_contents(struct draft *draft, size_t body)
{
    uint64_t hashes[CONTENTS_BELOW];
    size_t count = draft->count < CONTENTS_BELOW ? draft->count : CONTENTS_BELOW;
    for (size_t i = 0; i < count; i++)
        hashes[i] = heading_hash(draft, i);
    for (size_t i = 1, end; i < count && i < CONTENTS_TOP; i = end + 1) {
        bool headed = near_has(draft, i - 1, FEATURE_BIT(RELATED));
        end = i < body || headed ? contents_end(draft, hashes, i, count) : i;
        for (size_t line = i; line < end; line++)
            near_add(draft, line, FEATURE_BIT(CONTENTS));
        if (end > i && headed)
            near_add(draft, i - 1, FEATURE_BIT(SITE));
    }
}

/* Something is offered. */
static bool is_offer(struct str text)
{
    static const char *const offers[] = {" off ",     "free",  " code ",    "http",
                                         "earn more", "offer", " discount", "% off"};
    for (size_t i = 0; i < sizeof offers / sizeof *offers; i++)
        if (str_find(text, str_of(offers[i])) < text.length)
            return true;
    return false;
}

/* The paragraph below "TOGETHER WITH PINELOFT". */
static void find_sponsored(struct draft *draft)
{
    for (size_t i = 0; i + 1 < draft->count; i++)
        if (near_has(draft, i, FEATURE_BIT(SITE)) && label_sponsors(draft_text(draft, i)) &&
            near_is_paragraph(draft, i + 1) && is_offer(draft_text(draft, i + 1)))
            near_add(draft, i + 1, FEATURE_BIT(AMONG_SITE));
}

/* A list of which the first item and another are the site's: "* Sign up for alerts", "* Join us on WhatsApp". */
static void find_site_lists(struct draft *draft, size_t body)
{
    for (size_t i = body + 1, end; i < draft->count; i = end) {
        size_t site = 0;
        for (end = i; near_has(draft, end, FEATURE_BIT(BULLETED)); end++)
            site += near_has(draft, end, SITES | FEATURE_BIT(SITE_VERB) | FEATURE_BIT(PLEA)) > 0;
        for (size_t at = i; site > 1 && near_has(draft, i, SITES) && at < end; at++)
            near_add(draft, at, FEATURE_BIT(AMONG_SITE));
        end += end == i;
    }
}

/* The date of the article that the line above links to. */
static bool is_dated_link(const struct draft *draft, size_t index)
{
    return near_has(draft, index, FEATURE_BIT(DATE) | FEATURE_BIT(POSTED)) &&
           near_has(draft, index - 1, FEATURE_BIT(AMONG_SITE) | FEATURE_BIT(PAST_END) | FEATURE_BIT(SITE));
}

/* A line that is no part of a list, a signature, a picture's words. */
static bool is_furniture(const struct draft *draft, size_t index)
{
    uint64_t content = FEATURE_BIT(DATA) | FEATURE_BIT(BULLETED) | FEATURE_BIT(QUOTED_LINE) | FEATURE_BIT(CREDIT) |
                       FEATURE_BIT(SIGNATURE) | FEATURE_BIT(SALUTE) | FEATURE_BIT(SIGN_OFF) | FEATURE_BIT(WRITER) |
                       FEATURE_BIT(ITEMS) | FEATURE_BIT(NUMBERED_RUN) | FEATURE_BIT(COMMA);
    if (is_dated_link(draft, index))
        return true;
    return !near_has(draft, index, content) && (is_link(draft, index) || is_plea(draft, index));
}

/* "Trees", "Digital detox", "Phones" above the first such line: three at least, and short. */
static size_t tags_above(const struct draft *draft, size_t body, size_t end)
{
    uint64_t other = NEAR_APART | FEATURE_BIT(STOPPED) | FEATURE_BIT(ASKING) | FEATURE_BIT(COLON) |
                     FEATURE_BIT(COMMA) | FEATURE_BIT(CAPITALS) | FEATURE_BIT(SIGNATURE) | FEATURE_BIT(ITEM_LIKE) |
                     FEATURE_BIT(OPENS_QUOTE) | FEATURE_BIT(HEADS);
    size_t tags = 0;
    while (end < draft->count && end > body + tags + 1 && near_words(draft, end - tags - 1) <= TAG_WORDS &&
           !near_has(draft, end - tags - 1, other))
        tags++;
    return tags >= TAGS_MIN ? tags : 0;
}

/* "(PTI)", "AFP", "-30-", "==Nikko", "nb/ik/tgw": how agencies end, right below the text or another such line. */
static bool is_slug(const struct draft *draft, size_t index)
{
    struct str text = draft_text(draft, index);
    size_t capitals = 0, small = 0, strokes = 0;
    if (text.length > SLUG_BYTES || near_words(draft, index) > 2)
        return false;
    for (size_t i = 0; i < text.length; i++) {
        if ((unsigned char)text.at[i] >= 0x80 || strchr("!?:,;.", text.at[i]))
            return false;
        capitals += text.at[i] >= 'A' && text.at[i] <= 'Z';
        small += text.at[i] >= 'a' && text.at[i] <= 'z';
        strokes += text.at[i] == '/';
    }
    bool marked = str_starts(text, STR("--")) || str_starts(text, STR("==")) || str_equal(text, STR("-30-")) ||
                  (str_starts(text, STR("(")) && str_ends(text, STR(")")) && capitals && !small);
    bool letters = capitals && capitals <= SLUG_LETTERS && !small && near_words(draft, index) == 1 &&
                   near_has(draft, index - 1, FEATURE_BIT(STOPPED));
    uint64_t other = FEATURE_BIT(NAME) | FEATURE_BIT(NUMERAL) | FEATURE_BIT(BULLETED);
    uint64_t below = FEATURE_BIT(BULLETED) | FEATURE_BIT(ITEMS) | FEATURE_BIT(QUOTED_LINE);
    bool slug =
        marked || (!near_has(draft, index, other) && (letters || (strokes && near_words(draft, index) == 1)));
    return slug && !near_has(draft, index + 1, below);
}

/* "The Ledger Company, 40 Exchange Alley, Philadelphia": names, a number and commas. */
static bool is_address(const struct draft *draft, size_t index)
{
    struct str text = draft_text(draft, index);
    size_t commas = 0, numbers = 0;
    if (!near_has(draft, index, FEATURE_BIT(UNSTOPPED)) || str_find(text, STR(":")) < text.length ||
        near_has(draft, index, FEATURE_BIT(BULLETED) | FEATURE_BIT(CREDIT)))
        return false;
    for (struct str word; word_take(&text, &word);) {
        struct str bare = word_bare(word);
        bool number = bare.length && bare.at[0] >= '0' && bare.at[0] <= '9';
        if (bare.length && !number && !word_is_capital(bare) && !str_equal(bare, STR("of")))
            return false;
        numbers += number;
        commas += str_ends(word, STR(","));
    }
    return numbers && commas >= ADDRESS_COMMAS;
}

/* Behind the last paragraph. */
static void find_slugs(struct draft *draft, size_t body)
{
    for (size_t i = draft->count; i-- > body + 1 && !near_is_text(draft, i);)
        if (is_slug(draft, i) || (near_has(draft, i - 1, FEATURE_BIT(SITE)) && is_address(draft, i)))
            near_add(draft, i, FEATURE_BIT(SITE));
}

/* Below "--" at the end a letter has what is said of its sender (RFC 3676, section 4.3). */
static void find_sender(struct draft *draft, size_t body)
{
    for (size_t i = draft->count; i-- > body + 1 && i + SENDER_LINES >= draft->count && !near_is_text(draft, i);)
        if (str_equal(draft_text(draft, i), STR("--")))
            for (size_t line = i + 1; line < draft->count; line++)
                near_add(draft, line, FEATURE_BIT(SITE));
}

static bool ends_article(const struct draft *draft, size_t index)
{
    return near_has(draft, index, FEATURE_BIT(SITE) | FEATURE_BIT(PLEA)) &&
           !near_has(draft, index, FEATURE_BIT(INSERT));
}

/* Behind the last paragraph a website begins with a line that can't stand amid an article, such as "Share" or
 * "Topics"; what follows is all its own. */
static void find_end(struct draft *draft, size_t body)
{
    size_t end = draft->count;
    while (end > body + 1 && !near_is_text(draft, end - 1))
        end--;
    while (end < draft->count && !ends_article(draft, end))
        end++;
    for (size_t i = end - tags_above(draft, body, end); i < draft->count; i++)
        if (is_furniture(draft, i))
            near_add(draft, i, FEATURE_BIT(PAST_END));
}

void furniture_find(struct draft *draft, size_t body)
{
    find_contents(draft, body);
    find_related(draft, body);
    find_sponsored(draft);
    find_site_lists(draft, body);
    find_buttons(draft);
    for (size_t i = body; i < draft->count; i++) {
        find_among_site(draft, i);
        if (is_among_site(draft, i))
            near_add(draft, i, FEATURE_BIT(AMONG_SITE));
    }
    find_slugs(draft, body);
    find_sender(draft, body);
    find_end(draft, body);
}
