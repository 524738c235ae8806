#include "asks.h"

#include "dates.h"
#include "ending.h"
#include "words.h"

#define CONTACT_BYTES 120
#define PLEA_BYTES    400
#define PHONE_DIGITS  7

#define COUNT(list) (sizeof(list) / sizeof *(list))

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* On a button, before what it is done to. */
static const char *const verbs[] = {
    "save",     "print",    "rate",       "share",    "jump to",   "skip to",   "license", "licence", "gift",
    "pin",      "tweet",    "bookmark",   "email",    "e-mail",    "republish", "cite",    "like",    "view",
    "purchase", "request",  "comment on", "show",     "see",       "post",      "read",    "load",    "close",
    "view all", "show all", "see all",    "read all", "load more", "view more", "join"};

static const char *const articles[] = {"this", "the", "our", "full", "all"};

/* What the reader has before him, as sites name it. */
static const char *const works[] = {"article", "story",   "post",  "piece",   "column",   "interview",
                                    "recipe",  "page",    "essay", "video",   "review",   "newsletter",
                                    "podcast", "episode", "guide", "gallery", "letter",   "issue",
                                    "edition", "email",   "posts", "stories", "articles", "reviews"};

/* That a button alone names. */
static const char *const things[] = {"content", "comments", "licensing rights", "reprints", "permissions"};

/* Before "this recipe?". */
static const char *const pleas[] = {"enjoyed",       "enjoying",      "liked",        "loved",
                                    "like",          "did you enjoy", "did you like", "did you make",
                                    "have you made", "did you find"};

/* Behind "This article". */
static const char *const auxiliaries[] = {"was", "has been", "originally", "first"};

static const char *const fates[] = {"originally", "first",    "last",        "amended",  "updated",   "corrected",
                                    "published",  "appeared", "republished", "reposted", "syndicated"};

static bool ends_word(struct str text, size_t at)
{
    return at >= text.length || !((text.at[at] >= 'a' && text.at[at] <= 'z') || text.at[at] == '-');
}

/* Takes one of the list off the front of *text. */
static bool take(struct str *text, const char *const *list, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct str words = str_of(list[i]);
        if (str_starts_caseless(*text, words) && ends_word(*text, words.length)) {
            *text = str_trim(str_slice(*text, words.length, text->length));
            return true;
        }
    }
    return false;
}

static bool take_this(struct str *text)
{
    return take(text, articles, 1);
}

/* "Save article", "47 Share this page" */
static bool is_button(struct str text)
{
    while (text.length && ((text.at[0] >= '0' && text.at[0] <= '9') || text.at[0] == ' '))
        text = str_slice(text, 1, text.length);
    if (!take(&text, verbs, COUNT(verbs)))
        return false;
    take(&text, articles, COUNT(articles));
    return (take(&text, works, COUNT(works)) || take(&text, things, COUNT(things))) && !text.length;
}

/* "Share this:" above the names of networks. */
static bool is_sharing(struct str text)
{
    static const char *const share[] = {"share"};
    return take(&text, share, 1) && take_this(&text) && str_equal(text, STR(":"));
}

static bool is_plea(struct str text)
{
    return take(&text, pleas, COUNT(pleas)) && take_this(&text) && take(&text, works, COUNT(works)) &&
           str_starts(text, STR("?"));
}

static bool is_note(struct str text)
{
    static const char *const owned[] = {"document", "material", "content", "website"};
    if (!take_this(&text) || !(take(&text, works, COUNT(works)) || take(&text, owned, COUNT(owned))))
        return false;
    if (str_starts(text, STR("is subject to copyright")))
        return true;
    bool printed = str_ends(text, STR(" issue")) || str_ends(text, STR(" edition"));
    return (take(&text, auxiliaries, COUNT(auxiliaries)) || printed) && take(&text, fates, COUNT(fates));
}

/* "This report by The Press was first published Nov. 17." */
static bool is_first_published(struct str text)
{
    static const char *const reports[] = {"report by", "story by", "article by"};
    if (!take_this(&text) || !take(&text, reports, COUNT(reports)))
        return false;
    struct str name =
        str_slice(text, str_starts(text, STR("The ")) || str_starts(text, STR("the ")) ? 4 : 0, text.length);
    return word_is_capital(str_slice(name, 0, str_find(name, STR(" ")))) &&
           str_find(text, STR(" was first published")) < text.length;
}

/* "21:07" */
static bool holds_time(struct str text)
{
    for (size_t i = 1; i + 2 < text.length; i++)
        if (text.at[i] == ':' && is_digit(text.at[i - 1]) && is_digit(text.at[i + 1]) && is_digit(text.at[i + 2]))
            return true;
    return false;
}

/* "Jane Smith can be reached at j.smith@ledger.example", or by telephone; "Twitter: @jane". */
static bool is_reachable(struct str text)
{
    size_t at = str_find(text, STR(" can be reached at "));
    struct str rest = str_slice(text, at, text.length);
    size_t digits = 0;
    for (size_t i = 0; i < rest.length; i++)
        digits += is_digit(rest.at[i]);
    bool network = str_starts(text, STR("Twitter: @")) || str_starts(text, STR("Instagram: @")) ||
                   str_starts(text, STR("X: @"));
    return network || (rest.length && (str_find(rest, STR("@")) < rest.length || digits >= PHONE_DIGITS));
}

/* "On Tue, 14 Mar 2023 at 21:07, Jane <jane@ledger.example> wrote:" */
static bool is_answered(struct str text)
{
    return str_starts(text, STR("On ")) && str_ends(text, STR(" wrote:")) &&
           (str_find(text, STR("@")) < text.length || (date_in(text).length && holds_time(text)));
}

/* "Write to Jane Smith at j.smith@ledger.example" */
static bool is_contact(struct str text)
{
    static const char *const ways[] = {"write to", "email", "e-mail", "follow", "reach", "contact"};
    struct str word, last = {0}, name = {0}, rest;
    if (text.length > CONTACT_BYTES || !take(&text, ways, COUNT(ways)) || !text.length ||
        str_starts(text, STR(":")))
        return false; /* "Email: ..." is a press office's */
    rest = text;
    word_take(&rest, &name);
    while (word_take(&text, &word))
        last = word;
    bool named = str_starts(last, STR("http")) && word_is_capital(name); /* "Follow Ann Lee at https://..." */
    return str_find(last, STR("@")) < last.length || named;
}

/* "A version of this article appears in print ..." */
static bool is_version(struct str text)
{
    static const char *const versions[] = {"a version of", "an earlier version of", "a previous version of"};
    return take(&text, versions, COUNT(versions)) && take_this(&text) && take(&text, works, COUNT(works));
}

/* What a site would have the reader do, at the start of a sentence. */
static const char *const pleading[] = {"sign up",
                                       "subscribe",
                                       "follow",
                                       "join",
                                       "download",
                                       "get",
                                       "register",
                                       "click",
                                       "tap",
                                       "donate",
                                       "support our",
                                       "support local",
                                       "support independent",
                                       "support quality",
                                       "become",
                                       "contact",
                                       "email",
                                       "e-mail",
                                       "write",
                                       "send",
                                       "tell us",
                                       "let us",
                                       "share",
                                       "listen",
                                       "watch",
                                       "read",
                                       "find",
                                       "visit",
                                       "call",
                                       "order",
                                       "buy",
                                       "scan",
                                       "discover",
                                       "explore",
                                       "check out",
                                       "stay",
                                       "never miss",
                                       "help us",
                                       "see",
                                       "log in",
                                       "get in touch",
                                       "have you",
                                       "have a",
                                       "do you",
                                       "got a",
                                       "want",
                                       "you can",
                                       "if you",
                                       "please"};

/* What it would have him do it to, beside an address. */
static const char *const wanted[] = {"newsletter",
                                     "newsletters",
                                     "your inbox",
                                     "subscription",
                                     "subscriptions",
                                     "our subscribers",
                                     "our members",
                                     "our journalism",
                                     "local journalism",
                                     "independent journalism",
                                     "quality journalism",
                                     "free trial",
                                     "ad-free",
                                     "our website",
                                     "our site",
                                     "our reporters",
                                     "our journalists",
                                     "our readers",
                                     "our community",
                                     "our shop",
                                     "our store",
                                     "our bookshop",
                                     "online shop",
                                     "our archive",
                                     "mailing list",
                                     "our team",
                                     "our app",
                                     "in your inbox",
                                     "app for",
                                     "best of our",
                                     "our podcast",
                                     "our channel",
                                     "our page",
                                     "our pages",
                                     "our coverage",
                                     "your story",
                                     "your stories",
                                     "your questions",
                                     "your letters",
                                     "your views",
                                     "your thoughts",
                                     "your comments",
                                     "our letters page",
                                     "press office",
                                     "for updates",
                                     "news alerts",
                                     "to unsubscribe",
                                     "community guidelines",
                                     "in the comments",
                                     "the conversation",
                                     "our latest"};

/* "jane@ledger.example", "@ledger", "www.ledger.example". */
static bool is_address(struct str word)
{
    size_t at = str_find(word, STR("@"));
    bool stop = str_find(str_slice(word, at, word.length), STR(".")) + at < word.length;
    return (at < word.length && (at == 0 || stop)) || str_starts_caseless(word, STR("www.")) ||
           str_starts_caseless(word, STR("http"));
}

/* Somebody in the article says it. */
static bool is_said(struct str text)
{
    for (struct str word; word_take(&text, &word);)
        if (word_says(word_bare(word)))
            return true;
    return false;
}

static bool holds_wanted(struct str text)
{
    for (struct str word, rest = text; word_take(&rest, &word);) {
        struct str from = str_slice(text, (size_t)(word_bare(word).at - text.at), text.length);
        if (is_address(word_bare(word)) || is_address(word) || take(&from, wanted, COUNT(wanted)))
            return true;
    }
    return false;
}

bool asks_for_more(struct str text)
{
    bool starts = true;
    if (text.length > PLEA_BYTES || !holds_wanted(text) || is_said(text))
        return false;
    for (struct str word, rest = text; word_take(&rest, &word); starts = ending_of(word) != ENDING_OPEN) {
        struct str from = str_slice(text, (size_t)(word_bare(word).at - text.at), text.length);
        if (starts && !str_ends(word, STR(":")) && take(&from, pleading, COUNT(pleading)))
            return true; /* "Contact: ..." is a press office's */
    }
    return false;
}

bool asks_reader(struct str text)
{
    return is_version(text) || is_first_published(text) || is_contact(text) || is_button(text) ||
           is_sharing(text) || is_plea(text) || is_note(text) || is_answered(text) || is_reachable(text);
}
