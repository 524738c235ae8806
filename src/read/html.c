#include "html.h"

#include "html_front.h"
#include "html_headline.h"
#include "html_parse.h"
#include "html_roles.h"
#include "memory.h"

#include <stdlib.h>

bool html_read(struct draft *draft, const char *name, struct str source, struct nr_error *error)
{
    struct html_page page = {.lines = {0}};
    bool done = html_parse(name, source, draft->arena, &page.tree, error);
    if (done) {
        html_facts_find(&page.tree, &page.facts);
        html_lines_find(&page.tree, &page.lines);
        page.headline = html_headline_find(&page.tree, &page.lines, &page.facts);
        html_score(&page.tree, &page.lines, page.headline, &page.article);
        page.front = memory_alloc(page.lines.count + 1);
        html_front_find(&page);
        html_add_blocks(draft, &page);
        free(page.front);
        html_article_free(&page.article);
        html_lines_free(&page.lines);
    }
    html_tree_free(&page.tree);
    return done;
}
