#include "blocks.h"

#include "bcp47.h"
#include "fail.h"
#include "inline.h"
#include "lines.h"

static bool find_role(struct str name, enum nr_role *role)
{
    for (int i = 0; i < NR_ROLE_COUNT; i++)
        if (str_equal(str_of(nr_role_name((enum nr_role)i)), name)) {
            *role = (enum nr_role)i;
            return true;
        }
    return false;
}

static bool fail_role(const char *place, size_t number, struct str role, struct nr_error *error)
{
    struct buf list = {0};
    for (int i = 0; i < NR_ROLE_COUNT; i++)
        buf_printf(&list, "%s%s", i ? ", " : "", nr_role_name((enum nr_role)i));
    int length = role.length < 40 ? (int)role.length : 40;
    fail(error, NR_REFUSED, "%s:%zu: '%.*s' is no role; there are: %s", place, number, length, role.at, list.at);
    buf_free(&list);
    return false;
}

static bool add_line(struct draft *draft, const char *name, size_t number, struct str source,
                     const struct line *line, struct nr_error *error)
{
    struct str text = str_slice(source, line->start, line->end);
    size_t tab = str_find(text, STR("\t"));
    struct markup markup = {.why = "given"};
    if (tab == text.length)
        return fail(error, NR_REFUSED, "%s:%zu: no TAB and text behind the role; write 'role<TAB>text'", name,
                    number);
    if (!find_role(str_slice(text, 0, tab), &markup.role))
        return fail_role(name, number, str_slice(text, 0, tab), error);
    size_t start = (size_t)(line_visible(str_slice(text, tab, text.length)).at - source.at);
    struct inline_text words = {0};
    inline_copy(&words, source, start, line->end);
    draft_add_marked(draft, &words.tracing, markup);
    tracing_free(&words.tracing);
    return true;
}

/* The view of blocks ends with the language that the article stated. */
static void take_language(struct draft *draft)
{
    if (!draft->count || draft->evidence[draft->count - 1].assumed != NR_BOILERPLATE)
        return;
    struct str tag = bcp47_of_line(draft_text(draft, draft->count - 1));
    if (!tag.length)
        return;
    draft->count--;
    if (!str_equal(tag, STR(BCP47_NONE)))
        draft->language = arena_string(draft->arena, tag);
}

bool blocks_read(struct draft *draft, const char *name, struct str source, struct nr_error *error)
{
    struct line line;
    size_t number = 0;
    for (size_t at = 0; line_take(source, &at, &line);) {
        number++;
        if (!line_is_blank(&line) && !add_line(draft, name, number, source, &line, error))
            return false;
        if (draft->count > DRAFT_BLOCKS_MAX)
            return fail_limit(error, "%s: more than %zu paragraphs; split it into articles", name,
                              DRAFT_BLOCKS_MAX);
    }
    take_language(draft);
    return true;
}
