#include "html_verdict.h"

#include "fail.h"

#include <stdlib.h>

/* Words of running text. */
#define ARTICLE_WORDS_MIN 25 /* less is no article, unless the page says that it is one */
#define STATED_WORDS_MIN  8  /* less is none even then */
#define SCREEN_WORDS_MAX  60 /* a page that asks for something says no more */

#define ARTICLE_RUN_MIN 4 /* paragraphs in a row: an index has no such text */

/* An index: so many headings that are links, and fewer paragraphs for each than an article has. */
#define INDEX_HEADINGS_MIN   4
#define INDEX_PARAGRAPHS_MAX 2

/* Where an article is cut: words found of a hundred that it has, and what a teaser has at most. */
#define CUT_PERCENT  60
#define CUT_SURE     35 /* with nothing but the number to go by */
#define TEASER_WORDS 150
#define STATED_WORDS 200 /* shorter ones are counted too differently */

enum screen { SCREEN_ERROR, SCREEN_CHALLENGE, SCREEN_LOGIN };

/* What such pages say in their title or text, small letters. */
static const struct {
    const char *words;
    enum screen screen;
    bool in_title; /* there alone: an article may hold the words */
} phrases[] = {
    {"404", SCREEN_ERROR, true},
    {"403 forbidden", SCREEN_ERROR, true},
    {"not found", SCREEN_ERROR, true},
    {"page unavailable", SCREEN_ERROR, true},
    {"500 internal", SCREEN_ERROR, true},
    {"502 bad gateway", SCREEN_ERROR, true},
    {"503 service", SCREEN_ERROR, true},
    {"service unavailable", SCREEN_ERROR, true},
    {"access denied", SCREEN_ERROR, true},
    {"server error", SCREEN_ERROR, true},
    {"error 4", SCREEN_ERROR, true},
    {"error page", SCREEN_ERROR, true},
    {"page you requested", SCREEN_ERROR, false},
    {"page you are looking for", SCREEN_ERROR, false},
    {"page you were looking for", SCREEN_ERROR, false},
    {"just a moment", SCREEN_CHALLENGE, true},
    {"attention required", SCREEN_CHALLENGE, true},
    {"are you a robot", SCREEN_CHALLENGE, false},
    {"not a robot", SCREEN_CHALLENGE, false},
    {"checking your browser", SCREEN_CHALLENGE, false},
    {"verify you are human", SCREEN_CHALLENGE, false},
    {"verifying you are human", SCREEN_CHALLENGE, false},
    {"enable javascript and cookies", SCREEN_CHALLENGE, false},
    {"please enable javascript", SCREEN_CHALLENGE, false},
    {"log in", SCREEN_LOGIN, true},
    {"login", SCREEN_LOGIN, true},
    {"sign in", SCREEN_LOGIN, true},
    {"anmelden", SCREEN_LOGIN, true},
    {"connexion", SCREEN_LOGIN, true},
};

static const char *const screens[] = {
    [SCREEN_ERROR] = "an error page, not an article; save the page again",
    [SCREEN_CHALLENGE] = "a page that checks the browser, not an article; save the article from a browser",
    [SCREEN_LOGIN] = "a login page, not an article; log in and save the article",
};

struct tally {
    size_t words;      /* of running text that is kept */
    size_t paragraphs; /* of it */
    size_t run;        /* most of them with no heading between */
    size_t all;        /* words that are kept */
    size_t link_headings;
};

static bool is_heading(const struct html_page *page, const struct html_line *line)
{
    return html_heading_level(page->tree.nodes[line->block].tag) > 0;
}

/* Text that is kept and no heading, front or link; and the headings around it that are links. */
static struct tally tally_of(const struct html_page *page)
{
    struct tally tally = {0};
    uint32_t top = page->article.top, end = page->tree.nodes[top].end;
    size_t run = 0;
    for (size_t i = 0; i < page->lines.count; i++) {
        const struct html_line *line = &page->lines.all[i];
        bool heading = is_heading(page, line), linked = line->link_words * 2 > line->words;
        tally.link_headings += heading && linked && line->first >= top && line->first < end && i != page->headline;
        run = heading ? 0 : run;
        if (!page->article.kept[i] || page->front[i] || i == page->headline)
            continue;
        tally.all += heading ? 0 : line->words;
        if (heading || linked || !(line->stopped || line->stops + line->commas > 1))
            continue;
        tally.words += line->words;
        tally.paragraphs++;
        tally.run = ++run > tally.run ? run : tally.run;
    }
    return tally;
}

static bool is_letter(struct str text, size_t at)
{
    unsigned char c = at < text.length ? (unsigned char)text.at[at] : ' ';
    return c >= 0x80 || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

/* As words of their own. */
static bool contains(struct str text, struct str words)
{
    for (size_t at = 0; at + words.length <= text.length; at++)
        if (str_starts_caseless(str_slice(text, at, text.length), words) && !is_letter(text, at + words.length) &&
            !(at && is_letter(text, at - 1)))
            return true;
    return false;
}

static bool has_password(const struct html_page *page)
{
    for (uint32_t i = 0; i < page->tree.count; i++)
        if (page->tree.nodes[i].tag == HTML_HIDDEN &&
            str_equal_caseless(html_attribute(&page->tree, i, HTML_TYPE), STR("password")))
            return true;
    return false;
}

/* What the page shows instead of an article; NULL if nothing says so. */
static const char *find_screen(const struct html_page *page, size_t words)
{
    struct buf text = {0};
    const char *found = NULL;
    html_gather(&page->tree, 0, &text);
    struct str title = html_fact(&page->facts, HTML_FACT_TITLE), start = str_slice(buf_str(&text), 0, 4000);
    for (size_t i = 0; !found && i < sizeof phrases / sizeof *phrases; i++)
        if (contains(title, str_of(phrases[i].words)) ||
            (!phrases[i].in_title && contains(start, str_of(phrases[i].words))))
            found = screens[phrases[i].screen];
    buf_free(&text);
    return found || words >= ARTICLE_WORDS_MIN || !has_password(page) ? found : screens[SCREEN_LOGIN];
}

static bool is_stated(const struct html_page *page)
{
    struct str kind = html_fact(&page->facts, HTML_FACT_KIND);
    return str_ends(kind, STR("rticle")) || str_ends(kind, STR("Posting"));
}

bool html_verdict_check(const char *name, const struct html_page *page, struct nr_error *error)
{
    struct tally tally = tally_of(page);
    bool stated = is_stated(page);
    const char *screen = tally.words < SCREEN_WORDS_MAX && !stated ? find_screen(page, tally.words) : NULL;
    if (!page->lines.count)
        return fail(error, NR_REFUSED, "%s: an empty page, not an article; save it again once it has loaded",
                    name);
    if (screen)
        return fail(error, NR_REFUSED, "%s: %s, or add --any-page", name, screen);
    bool index = tally.link_headings >= INDEX_HEADINGS_MIN && tally.run < ARTICLE_RUN_MIN &&
                 tally.paragraphs < INDEX_PARAGRAPHS_MAX * tally.link_headings;
    if (!stated && index)
        return fail(error, NR_REFUSED, "%s: an index of articles, not one; save one of them, or add --any-page",
                    name);
    if (tally.words < ARTICLE_WORDS_MIN && tally.all < (stated ? STATED_WORDS_MIN : 2 * ARTICLE_WORDS_MIN))
        return fail(error, NR_REFUSED, "%s: no article in this page; save one, or add --any-page", name);
    return true;
}

/* Something that is called a paywall and is not the text, behind the text. */
static bool has_paywall(const struct html_page *page)
{
    const struct html_lines *lines = &page->lines;
    size_t last = lines->count;
    while (last > 0 && !page->article.kept[last - 1])
        last--;
    for (uint32_t i = 0; i < page->tree.count; i++)
        if (page->tree.nodes[i].tag != HTML_TEXT && lines->hints[i] & HINT_PAYWALL && lines->before[i] >= last &&
            lines->before[i] < lines->before[page->tree.nodes[i].end])
            return true;
    return false;
}

bool html_verdict_is_cut(const struct html_page *page)
{
    const char *number = page->facts.all[HTML_FACT_WORDS].text;
    unsigned long stated = number ? strtoul(number, NULL, 10) : 0;
    bool sold = str_equal_caseless(html_fact(&page->facts, HTML_FACT_FREE), STR("false")) || has_paywall(page);
    size_t found = tally_of(page).all;
    if (stated >= STATED_WORDS)
        return found * 100 < stated * (sold ? CUT_PERCENT : CUT_SURE);
    return sold && found < TEASER_WORDS;
}
