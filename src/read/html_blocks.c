#include "html_blocks.h"

#include "html_hints.h"
#include "html_pictures.h"
#include "html_roles.h"
#include "html_rows.h"
#include "html_text.h"
#include "html_title.h"

/* Of the lines before the text. */
static const struct markup fronts[] = {
    [HTML_FRONT_SUMMARY] = {.why = "standfirst", .role = NR_SUMMARY},
    [HTML_FRONT_NAME] = {.why = "names the writer", .role = NR_BYLINE},
    [HTML_FRONT_DATE] = {.why = "says when published", .role = NR_BYLINE},
    [HTML_FRONT_SITE] = {.why = "of the site", .role = NR_BOILERPLATE},
};

static void add_line(struct html_writer *writer, const struct html_line *line)
{
    const struct html_page *page = writer->page;
    unsigned front = page->front[line - page->lines.all], number = html_item_number(page, line, &writer->count);
    struct buf lead = {0};
    if (number)
        buf_printf(&lead, "%u. ", number);
    /* The number stands for the end of the tag that asks for it. */
    writer->reached = page->tree.nodes[line->first].first;
    writer->reached -= writer->reached > 0;
    html_text_mark(writer, buf_str(&lead));
    buf_free(&lead);
    html_text_take(writer, line->first, line->end);
    writer->language = html_language_of(page, line);
    html_text_finish(writer, front ? fronts[front] : html_role_of(page, line));
}

/* The text in hand is `why` the title; it goes without the name of the site. */
static void finish_headline(struct html_writer *writer, const char *why)
{
    struct buf *text = &writer->text.tracing.text;
    text->length = html_title_clean(buf_str(text), &writer->page->facts).length;
    html_text_finish(writer, (struct markup){.why = why, .role = NR_HEADLINE});
}

static void add_headline(struct html_writer *writer)
{
    const struct html_page *page = writer->page;
    if (page->headline < page->lines.count) {
        const struct html_line *line = &page->lines.all[page->headline];
        html_text_take(writer, line->first, line->end);
        finish_headline(writer, "heading of the page");
        return;
    }
    for (uint32_t i = 0; i < page->tree.count; i++) {
        if (page->tree.nodes[i].tag != HTML_TITLE)
            continue;
        html_text_take(writer, i + 1, page->tree.nodes[i].end);
        finish_headline(writer, "title of the page");
        return;
    }
}

/* A name that the page states for itself. */
static const char *fact_or_null(const struct html_page *page, enum html_fact fact)
{
    return page->facts.all[fact].text;
}

/* Where the headline stands in the title, with sections or the site around it, it is the title. */
static struct str choose_title(const struct html_page *page, const struct draft *draft, size_t first)
{
    struct str title = html_title_clean(html_fact(&page->facts, HTML_FACT_TITLE), &page->facts);
    struct str headline = first < draft->count ? draft_text(draft, first) : STR("");
    return !title.length || str_find(title, headline) < title.length ? headline : title;
}

static void add_facts(struct draft *draft, const struct html_page *page, size_t first)
{
    struct str title = choose_title(page, draft, first);
    draft->title = title.length ? arena_string(draft->arena, title) : NULL;
    draft->byline = fact_or_null(page, HTML_FACT_BYLINE);
    draft->date = fact_or_null(page, HTML_FACT_DATE);
    draft->language = fact_or_null(page, HTML_FACT_LANGUAGE);
    draft->site = fact_or_null(page, HTML_FACT_SITE);
    draft->image = fact_or_null(page, HTML_FACT_IMAGE);
    draft->url = fact_or_null(page, HTML_FACT_URL);
}

/* What is said where the page ends before the article does. */
static const struct {
    const char *language;
    const char *words;
} ends[] = {
    {"en", "The saved page ends here."},
    {"de", "Hier endet die gespeicherte Seite."},
    {"fr", "La page enregistr\303\251e s\342\200\231arr\303\252te ici."},
    {"es", "La p\303\241gina guardada termina aqu\303\255."},
    {"it", "La pagina salvata finisce qui."},
    {"pt", "A p\303\241gina salva termina aqui."},
    {"nl", "De opgeslagen pagina eindigt hier."},
};

static void add_end(struct html_writer *writer)
{
    size_t chosen = 0;
    struct str language = str_of(writer->draft->language);
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (str_starts_caseless(language, str_of(ends[i].language)))
            chosen = i;
    writer->reached = writer->page->tree.source.length;
    html_text_mark(writer, str_of(ends[chosen].words));
    html_text_finish(writer, (struct markup){.why = "the page is cut", .role = NR_BODY});
}

/* Lines, and between them the pictures. */
static void add_lines(struct html_writer *writer)
{
    const struct html_page *page = writer->page;
    uint32_t reached = HTML_NONE;
    for (size_t i = 0; i < page->lines.count;) {
        const struct html_line *line = &page->lines.all[i];
        if (!page->article.kept[i] || i == page->headline) {
            i++;
            continue;
        }
        if (reached != HTML_NONE)
            html_pictures_add(writer, reached, line->first);
        if (html_rows_has(page, i)) {
            i = html_rows_add(writer, i);
        } else {
            add_line(writer, line);
            i++;
        }
        reached = page->lines.all[i - 1].end;
    }
}

void html_add_blocks(struct draft *draft, const struct html_page *page, bool cut)
{
    struct html_writer writer = {.draft = draft, .page = page};
    size_t first = draft->count;
    add_headline(&writer);
    add_facts(draft, page, first);
    add_lines(&writer);
    if (cut)
        add_end(&writer);
    html_text_free(&writer);
}
