#include "heads.h"

#include "words.h"

#define HEAD_BYTES 60
#define TAIL_WORDS 5 /* "in the Highlands and Islands" */

#define COUNT(list) (sizeof(list) / sizeof *(list))

/* A list of what stands below. */
static const char *const contents[] = {
    "contents",        "table of contents", "in this article",     "in this story",    "in this guide",
    "in this piece",   "in this review",    "on this page",        "what's inside",    "jump to",
    "jump to section", "quick links",       "what's on this page", "in this episode",  "skip to",
    "in this section", "in this post",      "page contents",       "article contents", "sections",
    "key topics"};

static const char *const alone[] = {"more about",
                                    "newsfeed",
                                    "news feed",
                                    "discuss",
                                    "latest updates",
                                    "latest stories",
                                    "more on",
                                    "read more about",
                                    "read more on",
                                    "more in",
                                    "more information on",
                                    "recommended",
                                    "popular",
                                    "trending",
                                    "latest",
                                    "topics",
                                    "topic",
                                    "tags",
                                    "tag",
                                    "related",
                                    "top picks",
                                    "featured",
                                    "elsewhere",
                                    "companies",
                                    "must read",
                                    "must reads",
                                    "around the web",
                                    "from the web",
                                    "from our partners",
                                    "paid content",
                                    "promoted",
                                    "in case you missed it",
                                    "don't miss",
                                    "filed under",
                                    "categories",
                                    "newsletters",
                                    "share",
                                    "keywords",
                                    "explore",
                                    "explore more",
                                    "further reading",
                                    "more",
                                    "spotlight",
                                    "people in this story",
                                    "labels",
                                    "next"};

static const char *const adjectives[] = {
    "most",      "more", "related",      "recommended", "popular",  "trending",  "latest", "top",     "similar",
    "other",     "also", "must",         "essential",   "featured", "suggested", "recent", "further", "best of",
    "read more", "read", "explore more", "sponsored",   "promoted", "you may",   "all"};

static const char *const things[] = {
    "article",    "story",          "read",      "reads",      "viewed",   "popular",     "watched",    "shared",
    "commented",  "discussed",      "clicked",   "news",       "stories",  "articles",    "posts",      "content",
    "links",      "internet links", "topics",    "tags",       "videos",   "video",       "headlines",  "features",
    "reviews",    "interviews",     "recipes",   "galleries",  "coverage", "columns",     "explainers", "guides",
    "essays",     "episodes",       "podcasts",  "picks",      "subjects", "companies",   "keywords",   "opinion",
    "obituaries", "letters",        "blogs",     "searches",   "now",      "today",       "this week",  "for you",
    "to read",    "to explore",     "like this", "categories", "profiles", "newsletters", "sport",      "business",
    "politics",   "reading"};

static const char *const tails[] = {"from", "in", "on", "by", "about", "for", "now", "today", "this", "you", "we"};

static bool ends_word(struct str text, size_t at)
{
    return at >= text.length || text.at[at] == ' ' || text.at[at] == ':';
}

/* Takes the longest of the list off the front of *text. */
static bool take(struct str *text, const char *const *list, size_t count)
{
    size_t longest = 0;
    for (size_t i = 0; i < count; i++) {
        struct str words = str_of(list[i]);
        if (words.length > longest && str_starts_caseless(*text, words) && ends_word(*text, words.length))
            longest = words.length;
    }
    *text = longest ? str_trim(str_slice(*text, longest, text->length)) : *text;
    return longest;
}

static bool is_tail(struct str text)
{
    struct str word;
    size_t words = 0;
    if (!take(&text, tails, COUNT(tails)))
        return false;
    while (word_take(&text, &word))
        words++;
    return words && words <= TAIL_WORDS;
}

static bool is_all_of(struct str text, const char *const *list, size_t count)
{
    text = str_trim(str_slice(text, 0, text.length - str_ends(text, STR(":"))));
    return take(&text, list, count) && !text.length;
}

bool heads_contents(struct str text)
{
    return text.length <= HEAD_BYTES && is_all_of(text, contents, COUNT(contents));
}

/* "More Science and Technology": a title of few words. */
static bool is_more_title(struct str text)
{
    struct str word;
    size_t words = 0;
    if (!word_take(&text, &word) || !str_equal_caseless(word, STR("more")))
        return false;
    for (; word_take(&text, &word); words++)
        if (!word_is_capital(word_bare(word)) && !str_equal(word, STR("and")) && !str_equal(word, STR("&")))
            return false;
    return words && words < TAIL_WORDS;
}

bool heads_may_link(struct str text)
{
    if (!text.length || text.length > HEAD_BYTES)
        return false;
    if (is_more_title(text))
        return true;
    if (is_all_of(text, contents, COUNT(contents)) || is_all_of(text, alone, COUNT(alone)))
        return true;
    struct str rest = str_trim(str_slice(text, 0, text.length - str_ends(text, STR(":"))));
    if (!take(&rest, adjectives, COUNT(adjectives)) || !rest.length)
        return false;
    return is_tail(rest) || (take(&rest, things, COUNT(things)) && (!rest.length || is_tail(rest)));
}
