#include "html.h"

#include "fail.h"
#include "html_blocks.h"
#include "html_front.h"
#include "html_headline.h"
#include "html_parse.h"
#include "html_verdict.h"
#include "memory.h"

#include <stdlib.h>

/* Finds in the page all that is known of it. */
static void look(struct html_page *page)
{
    html_facts_find(&page->tree, &page->facts);
    html_lines_find(&page->tree, &page->lines);
    page->headline = html_headline_find(&page->tree, &page->lines, &page->facts);
    html_score(&page->tree, &page->lines, page->headline, &page->article);
    page->front = memory_alloc(page->lines.count + 1);
    html_front_find(page);
}

static void write_down(struct draft *draft, const char *name, const struct html_page *page)
{
    bool cut = html_verdict_is_cut(page);
    if (cut)
        note(draft->notes, draft->arena,
             "%s: the saved page ends before the article does; save all of it to hear the rest", name);
    html_add_blocks(draft, page, cut);
}

bool html_read(struct draft *draft, const char *name, struct str source, struct nr_error *error)
{
    struct html_page page = {.front = NULL};
    bool done = html_parse(name, source, draft->arena, &page.tree, error);
    if (done) {
        look(&page);
        /* What was given with a title is an article. */
        done = draft->settings->any_page || draft->count || html_verdict_check(name, &page, error);
    }
    if (done)
        write_down(draft, name, &page);
    free(page.front);
    html_article_free(&page.article);
    html_lines_free(&page.lines);
    html_tree_free(&page.tree);
    return done;
}
