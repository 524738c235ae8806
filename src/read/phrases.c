#include "phrases.h"

#include "feature.h"
#include "utf8.h"

enum where { STARTS, ENDS, HOLDS, IS };

/* Small letters, straight apostrophes.  A phrase ends at a word's end. */
static const struct phrase {
    enum where where;
    const char *words;
    enum feature feature;
} phrases[] = {
    {HOLDS, "read full article", FEATURE_SITE},
    {HOLDS, "read the full article", FEATURE_SITE},
    {HOLDS, "read the full story", FEATURE_SITE},
    {STARTS, "read more:", FEATURE_SITE},
    {STARTS, "read more about", FEATURE_SITE_HINT},
    {STARTS, "read more on", FEATURE_SITE_HINT},
    {STARTS, "read more", FEATURE_SITE_HINT},
    {STARTS, "read next:", FEATURE_SITE},
    {STARTS, "read also:", FEATURE_SITE},
    {STARTS, "source:", FEATURE_SITE_HINT},
    {STARTS, "sources:", FEATURE_SITE_HINT},
    {STARTS, "via:", FEATURE_SITE_HINT},

    {IS, "for immediate release", FEATURE_SITE},
    {IS, "view gallery", FEATURE_SITE},
    {IS, "previous", FEATURE_SITE},
    {IS, "next", FEATURE_SITE},
    {IS, "advertisement", FEATURE_SITE},
    {IS, "advertisements", FEATURE_SITE},
    {IS, "advert", FEATURE_SITE},
    {IS, "sponsored", FEATURE_SITE},
    {IS, "sponsored content", FEATURE_SITE},
    {IS, "promoted content", FEATURE_SITE},
    {IS, "continue reading", FEATURE_SITE},
    {IS, "scroll down for video", FEATURE_SITE},
    {IS, "scroll to continue", FEATURE_SITE},
    {STARTS, "article continues", FEATURE_SITE},
    {STARTS, "story continues", FEATURE_SITE},
    {STARTS, "continue reading below", FEATURE_SITE},
    {STARTS, "advertisement -", FEATURE_SITE},

    {STARTS, "sign up", FEATURE_SITE_VERB},
    {STARTS, "sign up to", FEATURE_SITE_HINT},
    {STARTS, "sign up for", FEATURE_SITE_HINT},
    {STARTS, "sign up to our", FEATURE_SITE},
    {STARTS, "sign up for our", FEATURE_SITE},
    {STARTS, "subscribe", FEATURE_SITE_VERB},
    {STARTS, "follow", FEATURE_SITE_VERB},
    {STARTS, "join our", FEATURE_SITE_VERB},
    {STARTS, "download our", FEATURE_SITE_VERB},
    {STARTS, "download the", FEATURE_SITE_VERB},
    {STARTS, "get our", FEATURE_SITE_VERB},
    {STARTS, "get the latest", FEATURE_SITE_VERB},
    {STARTS, "like us", FEATURE_SITE_VERB},
    {STARTS, "find us", FEATURE_SITE_VERB},
    {STARTS, "share on", FEATURE_SITE_VERB},
    {STARTS, "share via", FEATURE_SITE_VERB},
    {STARTS, "more from", FEATURE_SITE_HINT},
    {STARTS, "watch:", FEATURE_SITE_HINT},
    {STARTS, "listen:", FEATURE_SITE_HINT},
    {STARTS, "click here", FEATURE_SITE},
    {STARTS, "tap here", FEATURE_SITE},
    {STARTS, "follow us on", FEATURE_SITE},
    {STARTS, "share this article", FEATURE_SITE},
    {STARTS, "share this story", FEATURE_SITE},
    {STARTS, "share this page", FEATURE_SITE},
    {STARTS, "share this post", FEATURE_SITE},
    {STARTS, "share or comment", FEATURE_SITE},
    {IS, "share", FEATURE_SITE},
    {IS, "comments", FEATURE_SITE},
    {IS, "leave a comment", FEATURE_SITE},
    {IS, "reuse this content", FEATURE_SITE},
    {IS, "tweet this", FEATURE_SITE},
    {IS, "copy link", FEATURE_SITE},
    {IS, "save for later", FEATURE_SITE},
    {IS, "listen to this article", FEATURE_SITE},
    {IS, "listen to this story", FEATURE_SITE},
    {IS, "skip to content", FEATURE_SITE},
    {IS, "skip to main content", FEATURE_SITE},
    {IS, "view image in fullscreen", FEATURE_SITE},
    {IS, "open image in gallery", FEATURE_SITE},
    {IS, "loading", FEATURE_SITE},
    {ENDS, "subscribe now", FEATURE_SITE},
    {IS, "log in", FEATURE_SITE},
    {IS, "sign in", FEATURE_SITE},
    {IS, "article bookmarked", FEATURE_SITE},
    {IS, "join the conversation", FEATURE_SITE},
    {STARTS, "already a subscriber", FEATURE_SITE},
    {STARTS, "by signing up you agree", FEATURE_SITE},
    {STARTS, "by subscribing you agree", FEATURE_SITE},
    {STARTS, "we use cookies", FEATURE_SITE},
    {STARTS, "thank you for signing up", FEATURE_SITE},
    {STARTS, "originally published at", FEATURE_SITE},
    {STARTS, "originally published on", FEATURE_SITE},
    {STARTS, "reading time:", FEATURE_SITE},
    {STARTS, "comments are closed", FEATURE_SITE},
    {STARTS, "skip advertisement", FEATURE_SITE},
    {STARTS, "follow him on", FEATURE_SITE},
    {STARTS, "follow her on", FEATURE_SITE},
    {STARTS, "follow them on", FEATURE_SITE},
    {STARTS, "send your story ideas", FEATURE_SITE},
    {STARTS, "support our journalism", FEATURE_SITE},
    {STARTS, "get unlimited access", FEATURE_SITE},
    {STARTS, "this article is more than", FEATURE_SITE},
    {STARTS, "this post is sponsored", FEATURE_SITE},
    {STARTS, "sponsored by", FEATURE_SITE},
    {STARTS, "you are receiving this", FEATURE_SITE},
    {STARTS, "you're receiving this", FEATURE_SITE},
    {STARTS, "you received this", FEATURE_SITE},
    {IS, "unsubscribe", FEATURE_SITE},
    {STARTS, "to unsubscribe", FEATURE_SITE},
    {STARTS, "view this email in", FEATURE_SITE},
    {STARTS, "view in browser", FEATURE_SITE},
    {IS, "manage your preferences", FEATURE_SITE},
    {STARTS, "is this page useful", FEATURE_SITE},
    {STARTS, "was this page useful", FEATURE_SITE},
    {STARTS, "was this useful", FEATURE_SITE},
    {IS, "sharing", FEATURE_SITE},
    {ENDS, "sign up here", FEATURE_SITE},
    {ENDS, "subscribe here", FEATURE_SITE},
    {ENDS, "sign up now", FEATURE_SITE},
    {STARTS, "our standards:", FEATURE_SITE},
    {HOLDS, "delivery charges may apply", FEATURE_SITE},
    {STARTS, "no comments", FEATURE_SITE},
    {IS, "add a comment", FEATURE_SITE},
    {IS, "post a comment", FEATURE_SITE},
    {IS, "leave a reply", FEATURE_SITE},
    {STARTS, "report a mistake", FEATURE_SITE},
    {STARTS, "report an error", FEATURE_SITE},
    {IS, "terms and conditions", FEATURE_SITE},
    {IS, "privacy policy", FEATURE_SITE},
    {IS, "cookie policy", FEATURE_SITE},
    {IS, "press release", FEATURE_SITE},
    {IS, "news release", FEATURE_SITE},
    {IS, "media release", FEATURE_SITE},
    {IS, "ends", FEATURE_SITE},
    {IS, "-ends-", FEATURE_SITE},
    {IS, "- ends -", FEATURE_SITE},
    {IS, "enter your email address", FEATURE_SITE},
    {IS, "email address", FEATURE_SITE},
    {STARTS, "send your letters", FEATURE_SITE},
    {STARTS, "send letters to", FEATURE_SITE},
    {IS, "topics", FEATURE_RELATED},
    {IS, "load more", FEATURE_SITE},
    {IS, "show more", FEATURE_SITE},
    {IS, "see more", FEATURE_SITE},
    {IS, "view more", FEATURE_SITE},
    {IS, "back to top", FEATURE_SITE},
    {IS, "after newsletter promotion", FEATURE_SITE},
    {STARTS, "skip past newsletter", FEATURE_SITE},
    {STARTS, "privacy notice:", FEATURE_SITE},
    {STARTS, "was this page helpful", FEATURE_SITE},
    {STARTS, "was this article helpful", FEATURE_SITE},
    {HOLDS, "have your say in the comments", FEATURE_SITE},
    {HOLDS, "let us know in the comments", FEATURE_SITE},
    {HOLDS, "tell us in the comments", FEATURE_SITE},
    {HOLDS, "your thoughts in the comments", FEATURE_SITE},
    {STARTS, "print this", FEATURE_SITE_VERB},
    {STARTS, "email this", FEATURE_SITE_VERB},
    {HOLDS, "newsletter", FEATURE_SITE_NOUN},
    {HOLDS, "newsletters", FEATURE_SITE_NOUN},
    {HOLDS, "your inbox", FEATURE_SITE_NOUN},
    {HOLDS, "email alerts", FEATURE_SITE_NOUN},
    {HOLDS, "our app", FEATURE_SITE_NOUN},
    {HOLDS, "our free app", FEATURE_SITE_NOUN},
    {HOLDS, "our podcast", FEATURE_SITE_NOUN},
    {HOLDS, "our channel", FEATURE_SITE_NOUN},
    {HOLDS, "facebook", FEATURE_SITE_NOUN},
    {HOLDS, "twitter", FEATURE_SITE_NOUN},
    {HOLDS, "instagram", FEATURE_SITE_NOUN},
    {HOLDS, "whatsapp", FEATURE_SITE_NOUN},
    {HOLDS, "linkedin", FEATURE_SITE_NOUN},
    {HOLDS, "youtube", FEATURE_SITE_NOUN},
    {HOLDS, "tiktok", FEATURE_SITE_NOUN},
    {HOLDS, "bluesky", FEATURE_SITE_NOUN},
    {HOLDS, "our podcasts", FEATURE_SITE_NOUN},
    {HOLDS, "weekly email", FEATURE_SITE_NOUN},
    {HOLDS, "daily email", FEATURE_SITE_NOUN},
    {HOLDS, "privacy policy", FEATURE_SITE_NOUN},
    {HOLDS, "this article", FEATURE_SITE_NOUN},

    {STARTS, "do you have a story", FEATURE_SITE},
    {STARTS, "do you know more", FEATURE_SITE},
    {STARTS, "do you have any information", FEATURE_SITE_HINT},
    {STARTS, "got a story", FEATURE_SITE},
    {STARTS, "got a tip", FEATURE_SITE},
    {STARTS, "have you been affected", FEATURE_SITE_HINT},
    {HOLDS, "email us at", FEATURE_SITE},
    {HOLDS, "e-mail us at", FEATURE_SITE},
    {HOLDS, "send your tips", FEATURE_SITE},
    {STARTS, "have your say", FEATURE_SITE_HINT},

    {HOLDS, "please email us", FEATURE_SITE},
    {STARTS, "like this post", FEATURE_SITE_VERB},
    {STARTS, "like this article", FEATURE_SITE_VERB},
    {STARTS, "enjoyed this post", FEATURE_SITE_VERB},
    {STARTS, "enjoyed this article", FEATURE_SITE_VERB},
    {STARTS, "if you enjoyed this", FEATURE_SITE_VERB},
    {STARTS, "if you liked this", FEATURE_SITE_VERB},
    {STARTS, "the views expressed", FEATURE_SITE},
    {STARTS, "the opinions expressed", FEATURE_SITE},
    {STARTS, "views expressed in this", FEATURE_SITE},

    {HOLDS, "all rights reserved", FEATURE_SITE},
    {HOLDS, "(opens in new window)", FEATURE_SITE},
    {HOLDS, "(opens in new tab)", FEATURE_SITE},
    {ENDS, "bookmark the permalink", FEATURE_SITE},
    {STARTS, "from the section", FEATURE_SITE_HINT},
    {STARTS, "updated at", FEATURE_SITE_HINT},
    {STARTS, "provided by", FEATURE_SITE_HINT},
    {STARTS, "citation:", FEATURE_SITE_HINT},
    {HOLDS, "to order a copy go", FEATURE_SITE},
    {HOLDS, "we may earn", FEATURE_SITE_VERB},
    {HOLDS, "a commission", FEATURE_SITE_NOUN},
    {HOLDS, "affiliate commission", FEATURE_SITE_NOUN},
    {HOLDS, "delivered straight to your inbox", FEATURE_SITE},
    {IS, "manage preferences", FEATURE_SITE},
    {IS, "update preferences", FEATURE_SITE},
    {STARTS, "\302\251", FEATURE_SITE},
    {STARTS, "copyright \302\251", FEATURE_SITE},
    {STARTS, "copyright (c)", FEATURE_SITE},
    {STARTS, "(c) copyright", FEATURE_SITE},
    {STARTS, "(c) 20", FEATURE_SITE},

    {IS, "also in news", FEATURE_RELATED},
    {IS, "don't miss", FEATURE_RELATED},
    {IS, "editor's picks", FEATURE_RELATED},
    {IS, "editors' picks", FEATURE_RELATED},
    {IS, "from the archive", FEATURE_RELATED},
    {IS, "keep reading", FEATURE_RELATED},
    {IS, "latest news", FEATURE_RELATED},
    {IS, "latest stories", FEATURE_RELATED},
    {IS, "more like this", FEATURE_RELATED},
    {IS, "more on this story", FEATURE_RELATED},
    {IS, "more stories", FEATURE_RELATED},
    {IS, "more to read", FEATURE_RELATED},
    {IS, "most popular", FEATURE_RELATED},
    {IS, "most read", FEATURE_RELATED},
    {IS, "popular now", FEATURE_RELATED},
    {IS, "read next", FEATURE_RELATED},
    {IS, "recommended for you", FEATURE_RELATED},
    {IS, "recommended reading", FEATURE_RELATED},
    {IS, "related", FEATURE_RELATED},
    {IS, "related articles", FEATURE_RELATED},
    {IS, "related content", FEATURE_RELATED},
    {IS, "related news", FEATURE_RELATED},
    {IS, "related posts", FEATURE_RELATED},
    {IS, "related stories", FEATURE_RELATED},
    {IS, "related topics", FEATURE_RELATED},
    {IS, "see also", FEATURE_RELATED},
    {IS, "top stories", FEATURE_RELATED},
    {IS, "trending now", FEATURE_RELATED},
    {IS, "up next", FEATURE_RELATED},
    {IS, "what to read next", FEATURE_RELATED},
    {IS, "you may also like", FEATURE_RELATED},
    {IS, "you may like", FEATURE_RELATED},
    {IS, "you might also like", FEATURE_RELATED},
    {IS, "read more", FEATURE_RELATED},
    {IS, "explore more on these topics", FEATURE_RELATED},
    {IS, "most viewed", FEATURE_RELATED},
    {STARTS, "most read in", FEATURE_RELATED},
    {STARTS, "most viewed in", FEATURE_RELATED},
    {STARTS, "most popular in", FEATURE_RELATED},
    {STARTS, "most watched", FEATURE_RELATED},
    {IS, "more on this topic", FEATURE_RELATED},
    {IS, "more from this section", FEATURE_RELATED},
    {IS, "also read", FEATURE_RELATED},
    {IS, "read also", FEATURE_RELATED},
    {IS, "related links", FEATURE_RELATED},
    {IS, "related coverage", FEATURE_RELATED},
    {IS, "related reading", FEATURE_RELATED},
    {IS, "what we're reading", FEATURE_RELATED},
    {STARTS, "related:", FEATURE_SITE},
    {STARTS, "see also:", FEATURE_SITE},
    {STARTS, "more on this story", FEATURE_SITE},
    {STARTS, "you may also like", FEATURE_SITE},
    {STARTS, "you might also like", FEATURE_SITE},
    {STARTS, "recommended for you", FEATURE_SITE},
    {STARTS, "don't miss:", FEATURE_SITE},
    {STARTS, "filed under", FEATURE_SITE_HINT},
    {STARTS, "category:", FEATURE_SITE_HINT},
    {STARTS, "categories:", FEATURE_SITE_HINT},
    {STARTS, "posted in", FEATURE_SITE_HINT},
    {STARTS, "tagged", FEATURE_SITE_HINT},
    {STARTS, "tags:", FEATURE_SITE_HINT},
    {STARTS, "topics:", FEATURE_SITE_HINT},
    {STARTS, "additional reporting", FEATURE_SITE},
    {STARTS, "(additional reporting by", FEATURE_SITE},
    {STARTS, "(reporting by", FEATURE_SITE},
    {STARTS, "(editing by", FEATURE_SITE},
    {STARTS, "(writing by", FEATURE_SITE},
    {STARTS, "(compiled by", FEATURE_SITE},
    {STARTS, "reporting by", FEATURE_SITE_HINT},
    {STARTS, "editing by", FEATURE_SITE_HINT},

    {STARTS, "photograph:", FEATURE_CREDIT},
    {STARTS, "photographs:", FEATURE_CREDIT},
    {STARTS, "photograph by", FEATURE_CREDIT},
    {STARTS, "photographs by", FEATURE_CREDIT},
    {STARTS, "photos by", FEATURE_CREDIT},
    {STARTS, "pictures by", FEATURE_CREDIT},
    {STARTS, "photo:", FEATURE_CREDIT},
    {STARTS, "photos:", FEATURE_CREDIT},
    {STARTS, "photo by", FEATURE_CREDIT},
    {STARTS, "picture:", FEATURE_CREDIT},
    {STARTS, "pictures:", FEATURE_CREDIT},
    {STARTS, "image:", FEATURE_CREDIT},
    {STARTS, "images:", FEATURE_CREDIT},
    {STARTS, "image courtesy", FEATURE_CREDIT},
    {STARTS, "image caption", FEATURE_CREDIT},
    {STARTS, "image source", FEATURE_CREDIT},
    {STARTS, "image credits:", FEATURE_CREDIT},
    {STARTS, "media caption", FEATURE_CREDIT},
    {STARTS, "photo credit", FEATURE_CREDIT},
    {STARTS, "above:", FEATURE_PICTURED},
    {STARTS, "left:", FEATURE_PICTURED},
    {STARTS, "right:", FEATURE_PICTURED},
    {STARTS, "clockwise from", FEATURE_PICTURED},
    {STARTS, "from left", FEATURE_PICTURED},
    {HOLDS, "(l-r)", FEATURE_PICTURED},
    {HOLDS, "(above)", FEATURE_PICTURED},
    {HOLDS, "(centre)", FEATURE_PICTURED},
    {HOLDS, "(center)", FEATURE_PICTURED},
    {STARTS, "credit:", FEATURE_CREDIT},
    {STARTS, "illustration:", FEATURE_CREDIT},
    {STARTS, "graphic:", FEATURE_CREDIT},
    {STARTS, "caption:", FEATURE_CREDIT},
    {STARTS, "pictured:", FEATURE_CREDIT},
    {STARTS, "pictured above", FEATURE_CREDIT},
    {HOLDS, "photograph:", FEATURE_CREDIT},
    {HOLDS, "photo credit", FEATURE_CREDIT},
    {HOLDS, "image credit", FEATURE_CREDIT},
    {HOLDS, "picture credit", FEATURE_CREDIT},
    {HOLDS, "(image:", FEATURE_CREDIT},
    {HOLDS, "(image by", FEATURE_CREDIT},
    {HOLDS, "(photo:", FEATURE_CREDIT},
    {HOLDS, "(photo by", FEATURE_CREDIT},
    {HOLDS, "(picture:", FEATURE_CREDIT},
    {HOLDS, "(pictures:", FEATURE_CREDIT},
    {HOLDS, "(pic:", FEATURE_CREDIT},
    {ENDS, "getty images", FEATURE_CREDIT},
    {IS, "alamy", FEATURE_CREDIT},
    {IS, "pa media", FEATURE_CREDIT},
    {IS, "shutterstock", FEATURE_CREDIT},
    {IS, "supplied", FEATURE_CREDIT},
    {ENDS, "/getty", FEATURE_CREDIT},
    {ENDS, "/reuters", FEATURE_CREDIT},
    {ENDS, "/pa", FEATURE_CREDIT},
    {ENDS, "/pa wire", FEATURE_CREDIT},
    {ENDS, "/ap", FEATURE_CREDIT},
    {ENDS, "/afp", FEATURE_CREDIT},
    {ENDS, "/alamy", FEATURE_CREDIT},
    {ENDS, "/shutterstock", FEATURE_CREDIT},
    {HOLDS, "ap photo/", FEATURE_CREDIT},
    {ENDS, "/epa", FEATURE_CREDIT},
    {ENDS, "/rex", FEATURE_CREDIT},
    {ENDS, "/bloomberg", FEATURE_CREDIT},
    {HOLDS, "photographed", FEATURE_PICTURED},
    {HOLDS, "pictured", FEATURE_PICTURED},
    {HOLDS, "(left)", FEATURE_PICTURED},
    {HOLDS, "(right)", FEATURE_PICTURED},
    {HOLDS, ", left,", FEATURE_PICTURED},
    {HOLDS, ", right,", FEATURE_PICTURED},
    {HOLDS, "file photo", FEATURE_PICTURED},
    {HOLDS, "file image", FEATURE_PICTURED},
    {HOLDS, "stock image", FEATURE_PICTURED},
    {HOLDS, "seen here", FEATURE_PICTURED},

    {STARTS, "dear", FEATURE_SALUTE},
    {STARTS, "sir,", FEATURE_SALUTE},
    {STARTS, "madam,", FEATURE_SALUTE},
    {STARTS, "hi,", FEATURE_SALUTE},
    {STARTS, "hello,", FEATURE_SALUTE},
    {STARTS, "hi all", FEATURE_SALUTE},
    {STARTS, "hello all", FEATURE_SALUTE},
    {STARTS, "all the best", FEATURE_SIGN_OFF},
    {STARTS, "best,", FEATURE_SIGN_OFF},
    {STARTS, "best wishes", FEATURE_SIGN_OFF},
    {STARTS, "cheers,", FEATURE_SIGN_OFF},
    {STARTS, "kind regards", FEATURE_SIGN_OFF},
    {STARTS, "love,", FEATURE_SIGN_OFF},
    {STARTS, "many thanks", FEATURE_SIGN_OFF},
    {STARTS, "regards", FEATURE_SIGN_OFF},
    {STARTS, "respectfully", FEATURE_SIGN_OFF},
    {STARTS, "sincerely", FEATURE_SIGN_OFF},
    {STARTS, "thanks,", FEATURE_SIGN_OFF},
    {STARTS, "warm regards", FEATURE_SIGN_OFF},
    {STARTS, "warm wishes", FEATURE_SIGN_OFF},
    {STARTS, "with best wishes", FEATURE_SIGN_OFF},
    {STARTS, "yours", FEATURE_SIGN_OFF},

    {STARTS, "published", FEATURE_POSTED},
    {STARTS, "first published", FEATURE_POSTED},
    {STARTS, "updated", FEATURE_POSTED},
    {STARTS, "last updated", FEATURE_POSTED},
    {STARTS, "last modified", FEATURE_POSTED},
    {STARTS, "posted", FEATURE_POSTED},
};

struct plain {
    char at[PHRASE_TEXT_MAX];
    size_t length;
};

static char straight(uint32_t code)
{
    if (code >= 'A' && code <= 'Z')
        return (char)(code | 0x20);
    return code == 0x2019 || code == 0x2018 ? '\'' : (char)code;
}

/* As the table is written. */
static void make_plain(struct plain *plain, struct str text)
{
    plain->length = 0;
    for (size_t at = 0, length; at < text.length; at += length) {
        uint32_t code = utf8_at(text, at, &length);
        if (code < 0x80 || code == 0x2018 || code == 0x2019)
            plain->at[plain->length++] = straight(code);
        else
            plain->length += utf8_encode(code, plain->at + plain->length);
    }
}

static bool is_inside_word(struct str text, size_t at)
{
    return at > 0 && at < text.length && text.at[at - 1] >= 'a' && text.at[at - 1] <= 'z' && text.at[at] >= 'a' &&
           text.at[at] <= 'z';
}

static bool stands_at(struct str text, struct str words, size_t at)
{
    return str_equal(str_slice(text, at, at + words.length), words) && !is_inside_word(text, at) &&
           !is_inside_word(text, at + words.length);
}

static bool is_held(struct str text, struct str words)
{
    for (size_t at = 0, found; at < text.length; at = found + 1) {
        found = at + str_find(str_slice(text, at, text.length), words);
        if (found < text.length && stands_at(text, words, found))
            return true;
    }
    return false;
}

static bool matches(const struct phrase *phrase, struct str text)
{
    struct str words = str_of(phrase->words);
    if (words.length > text.length)
        return false;
    switch (phrase->where) {
    case STARTS:
        return stands_at(text, words, 0);
    case ENDS:
        return stands_at(text, words, text.length - words.length);
    case HOLDS:
        return is_held(text, words);
    case IS:
        return str_equal(text, words);
    }
    return false;
}

static struct str without_stops(struct str text)
{
    while (text.length && (text.at[text.length - 1] == '.' || text.at[text.length - 1] == ')' ||
                           text.at[text.length - 1] == ':' || text.at[text.length - 1] == ' '))
        text.length--;
    return text;
}

/* "*Sign up here", ">> Read more": a mark says nothing. */
static struct str without_mark(struct str text)
{
    size_t start = 0;
    while (start < text.length && (text.at[start] == '*' || text.at[start] == '>' || text.at[start] == '|' ||
                                   text.at[start] == '-' || text.at[start] == ' '))
        start++;
    return str_slice(text, start, text.length);
}

uint64_t phrases_in(struct str text)
{
    struct plain plain;
    uint64_t features = 0;
    if (text.length > PHRASE_TEXT_MAX)
        return 0;
    make_plain(&plain, without_mark(text));
    struct str whole = {plain.at, plain.length}, cut = without_stops(whole);
    for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++) {
        bool at_end = phrases[i].where == ENDS || phrases[i].where == IS;
        if (matches(&phrases[i], at_end ? cut : whole))
            features |= UINT64_C(1) << phrases[i].feature;
    }
    return features;
}
