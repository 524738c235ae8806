#include "menu.h"

#include "near.h"
#include "words.h"

#define MENU_WORDS  4 /* of its longest lines */
#define MENU_LINES  4
#define ROW_WORDS   3
#define KNOWN_SHARE 3 /* of so many lines one is known to be a page's: "Sport", "Sign in", "Facebook" */
#define KNOWN_LINES 4

static bool is_entry(const struct draft *draft, size_t index)
{
    uint64_t other = NEAR_BYLINES | FEATURE_BIT(BULLETED) | FEATURE_BIT(QUOTED_LINE) | FEATURE_BIT(STOPPED) |
                     FEATURE_BIT(COLON) | FEATURE_BIT(COMMA) | FEATURE_BIT(OPENS_QUOTE) | FEATURE_BIT(CREDIT);
    if (near_has(draft, index, FEATURE_BIT(SITE)))
        return true;
    return index < draft->count && near_words(draft, index) <= MENU_WORDS && !near_has(draft, index, other);
}

/* What menus hold beside the names of sections and networks. */
static bool is_menu_word(struct str text)
{
    static const char *const words[] = {
        "home",      "about",       "about us",   "archive",     "archives", "contact", "contact us",
        "blog",      "menu",        "search",     "projects",    "links",    "shop",    "jobs",
        "events",    "e-paper",     "epaper",     "newsletters", "podcasts", "puzzles", "crosswords",
        "weather",   "video",       "videos",     "tv",          "radio",    "live",    "more",
        "what's on", "classifieds", "obituaries", "latest",      "trending", "premium", "login"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_equal_caseless(text, str_of(words[i])))
            return true;
    return false;
}

/* "Home About Archive Contact" */
static bool is_row(struct str text)
{
    size_t words = 0;
    for (struct str word; word_take(&text, &word); words++)
        if (!is_menu_word(word))
            return false;
    return words >= ROW_WORDS;
}

static bool is_known(const struct draft *draft, size_t index)
{
    if (is_row(draft_text(draft, index)))
        return true;
    if (is_menu_word(draft_text(draft, index)))
        return true;
    return near_has(draft, index,
                    FEATURE_BIT(SITE) | FEATURE_BIT(NETWORK) | FEATURE_BIT(KICKER) | FEATURE_BIT(RELATED));
}

/* The headline is the line behind the menu, unless that is a byline or the text: then it is the menu's last. */
static bool ends_in_headline(const struct draft *draft, size_t last)
{
    uint64_t line = FEATURE_BIT(UNSTOPPED) | FEATURE_BIT(ASKING);
    bool behind = near_has(draft, last + 1, line) && !near_has(draft, last + 1, NEAR_BYLINES) &&
                  !near_is_paragraph(draft, last + 1);
    return !behind && !near_has(draft, last, FEATURE_BIT(SITE));
}

/* The entries that the page begins with. */
static size_t menu_end(const struct draft *draft)
{
    size_t end = 0, known = 0;
    for (; is_entry(draft, end); end++)
        known += is_known(draft, end);
    bool sure = known * KNOWN_SHARE >= end || known >= KNOWN_LINES;
    bool all = end && known == end;
    for (size_t i = 0; i < end; i++)
        all &= !near_has(draft, i, FEATURE_BIT(KICKER));
    if (all && end < MENU_LINES)
        return end - ends_in_headline(draft, end - 1);
    return end < MENU_LINES || !sure ? 0 : end - ends_in_headline(draft, end - 1);
}

void menu_find(struct draft *draft)
{
    size_t end = menu_end(draft);
    for (size_t i = 0; i < end; i++)
        near_add(draft, i, FEATURE_BIT(SITE));
}
