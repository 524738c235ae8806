#include "pitch.h"

#include "feature.h"
#include "words.h"

#include <stdlib.h>
#include <string.h>

#define TEXT_BYTES 400
#define WORDS_MAX  64

/* Points that tell, and points for a hundred words. */
#define SURE_POINTS    7
#define SURE_DENSITY   45
#define BRIEF_POINTS   4 /* in a text that has hardly another word */
#define BRIEF_DENSITY  75
#define LIKELY_POINTS  5
#define LIKELY_DENSITY 40

/* In the order of strcmp().  3: seldom said of anything else; 2: of what a publication is made of; 1: what it asks
 * for, and whom. */
static const struct term {
    const char *word;
    unsigned points;
} terms[] = {
    {"accept", 2},        {"access", 1},
    {"account", 2},       {"ad-free", 3},
    {"adblocker", 3},     {"advert", 3},
    {"advertisement", 3}, {"advertising", 3},
    {"adverts", 2},       {"affiliate", 2},
    {"alerts", 1},        {"amended", 2},
    {"app", 2},           {"apps", 2},
    {"archive", 1},       {"article", 2},
    {"articles", 2},      {"become", 1},
    {"best", 1},          {"bluesky", 2},
    {"bookmark", 3},      {"breaking", 2},
    {"briefing", 2},      {"browser", 3},
    {"channel", 1},       {"channels", 2},
    {"check", 1},         {"clarified", 2},
    {"click", 1},         {"code", 2},
    {"comment", 2},       {"commenting", 2},
    {"comments", 2},      {"compiled", 2},
    {"consent", 2},       {"contact", 1},
    {"content", 2},       {"cookie", 3},
    {"cookies", 3},       {"copyright", 3},
    {"copyrighted", 3},   {"correction", 2},
    {"corrections", 2},   {"daily", 1},
    {"deals", 1},         {"delivered", 2},
    {"developing", 2},    {"device", 2},
    {"disclaimer", 2},    {"discount", 2},
    {"distributed", 2},   {"donate", 2},
    {"donation", 2},      {"donations", 2},
    {"download", 1},      {"e-mail", 2},
    {"edited", 2},        {"editing", 2},
    {"edition", 2},       {"editor", 2},
    {"editors", 2},       {"email", 2},
    {"emails", 2},        {"entering", 2},
    {"error", 2},         {"errors", 2},
    {"expressed", 2},     {"facebook", 2},
    {"feed", 2},          {"feedback", 2},
    {"follow", 1},        {"forwarded", 3},
    {"forwarding", 2},    {"free", 2},
    {"friday", 1},        {"friend", 1},
    {"friends", 1},       {"get", 1},
    {"headline", 1},      {"here", 1},
    {"inbox", 3},         {"inputs", 2},
    {"instagram", 2},     {"issue", 2},
    {"javascript", 3},    {"join", 1},
    {"journalism", 2},    {"latest", 1},
    {"licensing", 3},     {"like", 1},
    {"link", 2},          {"linkedin", 2},
    {"links", 2},         {"listen", 1},
    {"load", 1},          {"log", 2},
    {"logged", 2},        {"login", 3},
    {"member", 2},        {"members", 2},
    {"membership", 2},    {"moderated", 3},
    {"more", 1},          {"news", 1},
    {"newsletter", 3},    {"newsletters", 3},
    {"notifications", 2}, {"offers", 1},
    {"online", 2},        {"opinions", 1},
    {"opted", 3},         {"our", 1},
    {"page", 2},          {"partner", 2},
    {"paywall", 3},       {"permission", 2},
    {"permissions", 3},   {"please", 1},
    {"podcast", 3},       {"podcasts", 3},
    {"policy", 2},        {"post", 2},
    {"posts", 2},         {"preferences", 3},
    {"privacy", 2},       {"provided", 2},
    {"publication", 2},   {"publish", 2},
    {"published", 2},     {"read", 1},
    {"reader", 2},        {"readers", 2},
    {"redistributed", 2}, {"refresh", 2},
    {"register", 2},      {"registered", 1},
    {"reply", 1},         {"reporting", 2},
    {"reprints", 3},      {"reproduced", 2},
    {"reproduction", 2},  {"republish", 2},
    {"republished", 2},   {"reserved", 1},
    {"reuse", 2},         {"rewritten", 2},
    {"rights", 1},        {"save", 1},
    {"send", 1},          {"share", 1},
    {"sign", 1},          {"signed", 2},
    {"site", 2},          {"sponsor", 2},
    {"sponsored", 2},     {"stories", 2},
    {"story", 2},         {"submit", 1},
    {"subscribe", 3},     {"subscribed", 3},
    {"subscriber", 3},    {"subscribers", 3},
    {"subscribing", 3},   {"subscription", 3},
    {"subscriptions", 3}, {"sunday", 1},
    {"support", 1},       {"supporter", 2},
    {"supporters", 2},    {"syndicated", 3},
    {"tap", 1},           {"telegram", 2},
    {"tell", 1},          {"terms", 2},
    {"thank", 1},         {"thanks", 1},
    {"this", 1},          {"tiktok", 2},
    {"tip", 2},           {"tips", 2},
    {"today", 1},         {"trusted", 1},
    {"twitter", 2},       {"unlimited", 1},
    {"unsubscribe", 3},   {"unsubscribing", 3},
    {"updated", 2},       {"us", 1},
    {"view", 1},          {"views", 1},
    {"visit", 1},         {"voucher", 2},
    {"watch", 1},         {"we", 1},
    {"website", 2},       {"weekly", 1},
    {"whatsapp", 2},      {"write", 1},
    {"you", 1},           {"you'd", 1},
    {"you've", 1},        {"your", 1},
    {"youtube", 2},
};

#define COUNT(list) (sizeof(list) / sizeof *(list))

static int compare(const void *key, const void *term)
{
    return strcmp(key, ((const struct term *)term)->word);
}

/* Small letters and straight apostrophes; "" for what is longer than any term. */
static void make_plain(char plain[static 16], struct str word)
{
    size_t used = 0;
    for (size_t i = 0; i < word.length; i++) {
        if (used > 14) {
            plain[0] = '\0';
            return;
        }
        if (str_starts(str_slice(word, i, word.length), STR("\342\200\231"))) {
            plain[used++] = '\'';
            i += 2;
        } else {
            plain[used++] = (char)(word.at[i] >= 'A' && word.at[i] <= 'Z' ? word.at[i] | 0x20 : word.at[i]);
        }
    }
    plain[used] = '\0';
}

static bool is_one_of(const char *word, const char *const *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!strcmp(word, list[i]))
            return true;
    return false;
}

/* Who is spoken to, or spoken of: "please", "our", "this article". */
static bool addresses(const char *word, const char *before)
{
    static const char *const people[] = {"you", "your", "you've", "you'd", "we", "our", "us", "please"};
    static const char *const these[] = {"this", "the", "our"};
    static const char *const works[] = {"article",    "story", "stories", "content", "page",   "report",
                                        "newsletter", "email", "website", "site",    "column", "piece",
                                        "post",       "video", "edition", "material"};
    return is_one_of(word, people, COUNT(people)) ||
           (is_one_of(before, these, COUNT(these)) && is_one_of(word, works, COUNT(works)));
}

struct tally {
    unsigned words;
    unsigned points;
    unsigned sure;  /* of terms with more than one point: 1 or 2 each */
    bool addressed; /* or begins with a term, as what stands on a button does */
    bool said;
};

/* Each term counts once. */
static void tally_word(struct tally *tally, bool *seen, const char *word, const char *before)
{
    const struct term *term = bsearch(word, terms, COUNT(terms), sizeof *terms, compare);
    tally->words++;
    tally->addressed |= addresses(word, before) || (term && tally->words == 1);
    if (term && !seen[term - terms]) {
        seen[term - terms] = true;
        tally->points += term->points;
        tally->sure += term->points - 1;
    }
}

static struct tally tally_of(struct str text)
{
    struct tally tally = {0};
    bool seen[COUNT(terms)] = {false};
    char words[2][16] = {"", ""};
    for (struct str word; tally.words <= WORDS_MAX && !tally.said && word_take(&text, &word);) {
        struct str bare = word_bare(word);
        char *plain = words[tally.words % 2];
        if (!bare.length)
            continue;
        make_plain(plain, bare);
        tally.said = word_says(bare);
        tally_word(&tally, seen, plain, words[(tally.words + 1) % 2]);
    }
    return tally;
}

static bool is_dense(const struct tally *tally, unsigned points, unsigned density)
{
    return tally->points >= points && tally->points * 100 >= density * tally->words;
}

uint64_t pitch_features(struct str text)
{
    struct tally tally = {0};
    if (text.length <= TEXT_BYTES)
        tally = tally_of(text);
    if (!tally.words || tally.words > WORDS_MAX || tally.said || !tally.addressed || !tally.sure)
        return 0;
    if (tally.sure > 1 &&
        (is_dense(&tally, SURE_POINTS, SURE_DENSITY) || is_dense(&tally, BRIEF_POINTS, BRIEF_DENSITY)))
        return FEATURE_BIT(SITE);
    return is_dense(&tally, LIKELY_POINTS, LIKELY_DENSITY) ? FEATURE_BIT(PLEA) : 0;
}
