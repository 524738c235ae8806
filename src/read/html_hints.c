#include "html_hints.h"

#include "html_table.h"

#include <stdlib.h>
#include <string.h>

#define VALUE_BYTES_MAX ((size_t)400) /* utility classes come by the dozen; the names of parts come first */
#define WORD_BYTES_MAX  ((size_t)40)
#define ARIA_NODES_MAX  60

struct word {
    const char *word;
    unsigned hints;
};

/* One word, or two in a row; small letters; sorted as strcmp() orders. */
static const struct word words[] = {
    {"a2a", HINT_JUNK},
    {"abstract", HINT_CONTENT},
    {"ad", HINT_JUNK},
    {"addthis", HINT_JUNK},
    {"addtoany", HINT_JUNK},
    {"ads", HINT_JUNK},
    {"adsbygoogle", HINT_JUNK},
    {"adslot", HINT_JUNK},
    {"advert", HINT_JUNK},
    {"advertisement", HINT_JUNK},
    {"advertising", HINT_JUNK},
    {"alert bar", HINT_JUNK},
    {"also read", HINT_JUNK},
    {"article body", HINT_BODY},
    {"article content", HINT_BODY},
    {"article copy", HINT_BODY},
    {"article dek", HINT_SUMMARY},
    {"article summary", HINT_SUMMARY},
    {"article text", HINT_BODY},
    {"article widget", 0},
    {"articlebody", HINT_BODY},
    {"articlecontent", HINT_BODY},
    {"articletext", HINT_BODY},
    {"at button", HINT_JUNK},
    {"author bio", HINT_JUNK},
    {"author box", HINT_JUNK},
    {"author info", HINT_BYLINE},
    {"author name", HINT_BYLINE},
    {"authorbox", HINT_JUNK},
    {"bio", HINT_JUNK},
    {"blog post", HINT_CONTENT},
    {"body copy", HINT_BODY},
    {"body text", HINT_BODY},
    {"breadcrumb", HINT_JUNK},
    {"breadcrumbs", HINT_JUNK},
    {"byline", HINT_BYLINE},
    {"caption", HINT_CAPTION},
    {"captions", HINT_CAPTION},
    {"carousel", HINT_JUNK},
    {"comment", HINT_COMMENT},
    {"commentlist", HINT_COMMENT},
    {"comments", HINT_COMMENT},
    {"content body", HINT_BODY},
    {"contentinfo", HINT_FRAME},
    {"cookie", HINT_JUNK},
    {"cookies", HINT_JUNK},
    {"copyright", HINT_JUNK},
    {"credit", HINT_CAPTION},
    {"credits", HINT_CAPTION},
    {"cutline", HINT_CAPTION},
    {"dateline", HINT_BYLINE},
    {"datetime", HINT_BYLINE},
    {"deck", HINT_SUMMARY},
    {"dek", HINT_SUMMARY},
    {"disclaimer", HINT_JUNK},
    {"disqus", HINT_COMMENT},
    {"elementor widget", 0},
    {"entry body", HINT_BODY},
    {"entry content", HINT_BODY},
    {"entry text", HINT_BODY},
    {"fb comments", HINT_COMMENT},
    {"footer", HINT_FRAME},
    {"footnote", HINT_NOTE},
    {"footnotes", HINT_NOTE},
    {"gallery", HINT_JUNK},
    {"gdpr", HINT_JUNK},
    {"gigya", HINT_JUNK},
    {"headline", HINT_HEADLINE},
    {"in read", HINT_JUNK},
    {"infobox", HINT_JUNK},
    {"jp relatedposts", HINT_JUNK},
    {"keywords", HINT_JUNK},
    {"legende", HINT_CAPTION},
    {"login", HINT_JUNK},
    {"mainbody", HINT_BODY},
    {"maincontent", HINT_CONTENT},
    {"masthead", HINT_FRAME},
    {"menu", HINT_FRAME},
    {"meta", HINT_BYLINE},
    {"modal", HINT_JUNK},
    {"more stories", HINT_JUNK},
    {"most popular", HINT_JUNK},
    {"most read", HINT_JUNK},
    {"nav", HINT_FRAME},
    {"navbar", HINT_FRAME},
    {"navigation", HINT_FRAME},
    {"newsletter", HINT_JUNK},
    {"newsletters", HINT_JUNK},
    {"nocontent", HINT_JUNK},
    {"noprint", HINT_JUNK},
    {"offscreen", HINT_HIDDEN},
    {"outbrain", HINT_JUNK},
    {"overlay", HINT_JUNK},
    {"page body", HINT_CONTENT},
    {"pager", HINT_JUNK},
    {"pagination", HINT_JUNK},
    {"paywall", HINT_PAYWALL},
    {"popover", HINT_HIDDEN},
    {"popular", HINT_JUNK},
    {"popup", HINT_JUNK},
    {"post body", HINT_BODY},
    {"post content", HINT_BODY},
    {"post entry", HINT_BODY},
    {"post text", HINT_BODY},
    {"postbody", HINT_BODY},
    {"postcontent", HINT_BODY},
    {"postmetadata", HINT_BYLINE},
    {"promo", HINT_JUNK},
    {"promobox", HINT_JUNK},
    {"promotion", HINT_JUNK},
    {"promotions", HINT_JUNK},
    {"pubdate", HINT_BYLINE},
    {"published", HINT_BYLINE},
    {"pull quote", HINT_PULL},
    {"pullquote", HINT_PULL},
    {"rail", HINT_FRAME},
    {"rating", HINT_JUNK},
    {"ratings", HINT_JUNK},
    {"read also", HINT_JUNK},
    {"read more", HINT_JUNK},
    {"read next", HINT_JUNK},
    {"readmore", HINT_JUNK},
    {"recirc", HINT_JUNK},
    {"recirculation", HINT_JUNK},
    {"recommend", HINT_JUNK},
    {"recommendation", HINT_JUNK},
    {"recommendations", HINT_JUNK},
    {"recommended", HINT_JUNK},
    {"references", HINT_NOTE},
    {"reflist", HINT_NOTE},
    {"related", HINT_JUNK},
    {"relatedlinks", HINT_JUNK},
    {"relatednews", HINT_JUNK},
    {"relatedposts", HINT_JUNK},
    {"replies", HINT_COMMENT},
    {"respond", HINT_COMMENT},
    {"rollover", HINT_HIDDEN},
    {"screen reader", HINT_HIDDEN},
    {"share", HINT_JUNK},
    {"sharebar", HINT_JUNK},
    {"sharedaddy", HINT_JUNK},
    {"sharing", HINT_JUNK},
    {"shoutbox", HINT_COMMENT},
    {"sidebar", HINT_FRAME},
    {"signup", HINT_JUNK},
    {"skip link", HINT_HIDDEN},
    {"social", HINT_JUNK},
    {"socials", HINT_JUNK},
    {"sponsor", HINT_JUNK},
    {"sponsored", HINT_JUNK},
    {"sr only", HINT_HIDDEN},
    {"standfirst", HINT_SUMMARY},
    {"story body", HINT_BODY},
    {"story content", HINT_BODY},
    {"story text", HINT_BODY},
    {"storybody", HINT_BODY},
    {"storycontent", HINT_BODY},
    {"storytext", HINT_BODY},
    {"sub headline", HINT_SUMMARY},
    {"subheadline", HINT_SUMMARY},
    {"subscribe", HINT_JUNK},
    {"subscription", HINT_JUNK},
    {"summary", HINT_SUMMARY},
    {"synopsis", HINT_SUMMARY},
    {"taboola", HINT_JUNK},
    {"tag cloud", HINT_JUNK},
    {"tag list", HINT_JUNK},
    {"taglist", HINT_JUNK},
    {"tags", HINT_JUNK},
    {"teaser", HINT_JUNK},
    {"teasers", HINT_JUNK},
    {"text body", HINT_BODY},
    {"timestamp", HINT_BYLINE},
    {"toolbar", HINT_JUNK},
    {"tools", HINT_JUNK},
    {"tooltip", HINT_HIDDEN},
    {"trending", HINT_JUNK},
    {"visually hidden", HINT_HIDDEN},
    {"visuallyhidden", HINT_HIDDEN},
    {"widget", HINT_JUNK},
    {"widgets", HINT_JUNK},
    {"you may", HINT_JUNK},
};

static int compare(const void *key, const void *row)
{
    return strcmp(key, ((const struct word *)row)->word);
}

static const struct word *find(const char *word)
{
    return bsearch(word, words, sizeof words / sizeof *words, sizeof *words, compare);
}

/* Two words in a row: "article body"; the second starts at `second`, 0 while there is one alone. */
struct pair {
    char text[2 * WORD_BYTES_MAX + 2];
    size_t second;
    size_t length;
};

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

/* The hints of the word that ends here: behind the one before, if the two mean something, else alone. */
static unsigned end_word(struct pair *pair)
{
    if (pair->length == pair->second)
        return 0;
    pair->text[pair->length] = '\0';
    const struct word *row = pair->second ? find(pair->text) : NULL;
    if (!row)
        row = find(pair->text + pair->second);
    memmove(pair->text, pair->text + pair->second, pair->length - pair->second);
    pair->length -= pair->second;
    pair->text[pair->length++] = ' ';
    pair->second = pair->length;
    return row ? row->hints : 0;
}

/* Words end at all but letters, and before a capital: "articleBody". */
static unsigned hints_in(struct str value)
{
    struct pair pair = {.length = 0};
    unsigned hints = 0;
    value = str_slice(value, 0, VALUE_BYTES_MAX);
    for (size_t i = 0; i < value.length; i++) {
        char c = value.at[i];
        bool capital = c >= 'A' && c <= 'Z';
        if (!is_letter(c) || (capital && i && value.at[i - 1] >= 'a' && value.at[i - 1] <= 'z'))
            hints |= end_word(&pair);
        if (!is_letter(c) && c != '-' && c != '_')
            pair.second = pair.length = 0;
        if (is_letter(c) && pair.length - pair.second < WORD_BYTES_MAX)
            pair.text[pair.length++] = (char)(capital ? c | 0x20 : c);
    }
    return hints | end_word(&pair);
}

static const struct {
    enum html_tag tag;
    unsigned hints;
} by_tag[] = {
    {HTML_NAV, HINT_FRAME},    {HTML_FOOTER, HINT_FRAME},       {HTML_ASIDE, HINT_JUNK},
    {HTML_FORM, HINT_JUNK},    {HTML_CONTROL, HINT_JUNK},       {HTML_ARTICLE, HINT_CONTENT},
    {HTML_MAIN, HINT_CONTENT}, {HTML_FIGCAPTION, HINT_CAPTION},
};

static bool is_unseen(const struct html_tree *tree, uint32_t node)
{
    struct str style = html_attribute(tree, node, HTML_STYLE);
    size_t at = str_find(style, STR("display"));
    struct str rest = str_slice(style, at + 7, style.length);
    while (rest.length && (rest.at[0] == ':' || rest.at[0] == ' '))
        rest = str_slice(rest, 1, rest.length);
    return str_starts_caseless(rest, STR("none")) || html_value(tree, node, HTML_ATTR_HIDDEN);
}

static bool is_data(const struct html_tree *tree, uint32_t node)
{
    struct html_table table;
    if (tree->nodes[node].tag != HTML_TABLE)
        return false;
    html_table_read(tree, node, &table);
    return html_table_is_data(&table);
}

unsigned html_hints_of(const struct html_tree *tree, uint32_t node)
{
    static const enum html_attribute named[] = {HTML_CLASS, HTML_ID, HTML_ROLE, HTML_ITEMPROP,
                                                HTML_DATA_COMPONENT};
    enum html_tag tag = tree->nodes[node].tag;
    unsigned hints = (is_unseen(tree, node) ? HINT_HIDDEN : 0) | (is_data(tree, node) ? HINT_DATA : 0);
    for (size_t i = 0; i < sizeof named / sizeof *named; i++)
        hints |= hints_in(html_attribute(tree, node, named[i]));
    for (size_t i = 0; i < sizeof by_tag / sizeof *by_tag; i++)
        if (by_tag[i].tag == tag)
            hints |= by_tag[i].hints;
    /* All of a page is, while a dialogue is open over it. */
    if (tree->nodes[node].end - node <= ARIA_NODES_MAX &&
        str_equal_caseless(html_attribute(tree, node, HTML_ARIA_HIDDEN), STR("true")))
        hints |= HINT_HIDDEN;
    return hints;
}
