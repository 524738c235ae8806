#include "html_front.h"

#include "dates.h"
#include "html_headline.h"
#include "names.h"

#define FRONT_LINES_MAX    40 /* between headline and text: more, and one of them was not found */
#define SHORT_WORDS_MAX    30 /* a line of writer and date has no more */
#define TEXT_WORDS_MIN     12 /* a sentence of so many words is the text */
#define SUMMARY_LIKENESS   80 /* of a line and the page's description */
#define SUMMARY_WORDS_MIN  6
#define SENTENCE_WORDS_MIN 8 /* of a standfirst that is not called one */
#define ITEM_WORDS_MIN     4
#define TITLE_LIKENESS     80

/* Lines that are the site's. */
#define SITES (HINT_JUNK | HINT_COMMENT | HINT_FRAME | HINT_CAPTION)

static bool contains(struct str text, struct str part)
{
    for (size_t at = 0; part.length && at + part.length <= text.length; at++)
        if (str_starts_caseless(str_slice(text, at, text.length), part))
            return true;
    return false;
}

static bool has_time(const struct html_page *page, const struct html_line *line)
{
    for (uint32_t i = line->first; i < line->end; i++)
        if (html_ancestor(&page->tree, i, HTML_TIME) != HTML_NONE)
            return true;
    return false;
}

static enum html_front front_of(const struct html_page *page, const struct html_line *line, struct str text)
{
    unsigned hints = html_hints_around(page, line);
    struct str title = html_fact(&page->facts, HTML_FACT_TITLE);
    bool kept = page->article.kept[line - page->lines.all], brief = line->words <= SHORT_WORDS_MAX;
    if (hints & HINT_SUMMARY && !brief)
        return HTML_FRONT_SUMMARY;
    if (brief && (contains(text, html_fact(&page->facts, HTML_FACT_BYLINE)) || name_of_writer(text).length ||
                  (hints & HINT_BYLINE && name_alone(text).length)))
        return HTML_FRONT_NAME;
    if (brief && (date_is_all(text) || has_time(page, line) || (hints & HINT_BYLINE && date_in(text).length)))
        return HTML_FRONT_DATE;
    if (hints & HINT_SUMMARY ||
        (!kept && line->words >= SUMMARY_WORDS_MIN &&
         html_likeness(text, html_fact(&page->facts, HTML_FACT_DESCRIPTION)) >= SUMMARY_LIKENESS))
        return HTML_FRONT_SUMMARY;
    bool item = line->within & HTML_WITHIN_ITEM;
    if (!kept && html_heading_level(page->tree.nodes[line->block].tag) && !line->links &&
        line->words >= ITEM_WORDS_MIN)
        return HTML_FRONT_SUMMARY;
    if (!kept && !line->links &&
        (item ? line->words >= ITEM_WORDS_MIN : line->stopped && line->words >= SENTENCE_WORDS_MIN))
        return HTML_FRONT_SUMMARY;
    bool repeats =
        !line->stopped && text.length * 3 <= title.length * 4 && html_likeness(text, title) >= TITLE_LIKENESS;
    return kept && brief && repeats ? HTML_FRONT_SITE : HTML_FRONT_NONE;
}

/* The first line of the text: what is kept, and no front. */
static size_t find_text(const struct html_page *page, size_t from)
{
    size_t count = page->lines.count;
    while (from < count && (!page->article.kept[from] || !page->lines.all[from].stopped ||
                            page->lines.all[from].words < TEXT_WORDS_MIN))
        from++;
    return from;
}

void html_front_find(struct html_page *page)
{
    size_t headline = page->headline, text = find_text(page, 0);
    size_t start = headline < text ? headline + 1 : text > FRONT_LINES_MAX ? text - FRONT_LINES_MAX : 0;
    bool found[HTML_FRONT_SITE + 1] = {false};
    /* Above the headline stand the site and the section. */
    for (size_t i = 0; headline < page->lines.count && i < headline && i < text; i++)
        page->article.kept[i] = false;
    for (size_t i = start; i <= text && i < page->lines.count && i < start + FRONT_LINES_MAX; i++) {
        const struct html_line *line = &page->lines.all[i];
        struct buf words = {0};
        if (i > start && page->article.kept[i] && html_heading_level(page->tree.nodes[line->block].tag))
            break;
        if (i == headline || html_hints_around(page, line) & SITES)
            continue;
        html_line_gather(page, line, &words);
        enum html_front front = front_of(page, line, buf_str(&words));
        buf_free(&words);
        bool one = front == HTML_FRONT_NAME || front == HTML_FRONT_DATE;
        if (one && (found[front] || i == text))
            front = HTML_FRONT_NONE;
        found[front] = true;
        page->front[i] = (unsigned char)front;
        page->article.kept[i] |= front != HTML_FRONT_NONE;
    }
}
