#include "context.h"
#include "draft.h"
#include "echo.h"
#include "evidence.h"
#include "fail.h"
#include "meta.h"
#include "paragraphs.h"
#include "roles.h"
#include "source.h"

/* Prose has no structure to find. */
static void make_prose(struct draft *draft)
{
    for (size_t i = 0; i < draft->count; i++)
        draft->blocks[i].why = "read as prose";
}

static void find_roles(struct draft *draft)
{
    for (size_t i = 0; i < draft->count; i++)
        evidence_find(draft_text(draft, i), &draft->evidence[i]);
    echo_find(draft);
    context_find(draft);
    roles_choose(draft);
}

static bool read_blocks(struct draft *draft, const char *name, struct str source, bool prose,
                        struct nr_error *error)
{
    if (!paragraphs_read(draft, name, source, !prose, error))
        return false;
    if (!draft->count)
        return fail(error, NR_REFUSED, "%s: nothing but white space; give it an article", name);
    prose ? make_prose(draft) : find_roles(draft);
    return true;
}

static struct nr_article *new_article(const char *name, struct str source)
{
    struct nr_arena *arena = arena_new();
    struct nr_article *article = arena_alloc(arena, sizeof *article);
    *article = (struct nr_article){
        .arena = arena,
        .notes = arena_alloc(arena, sizeof(struct nr_notes)),
        .name = arena_string(arena, str_of(name)),
        .source = arena_string(arena, source),
        .source_length = source.length,
        .title = "",
    };
    return article;
}

void nr_article_free(struct nr_article *article)
{
    if (article)
        arena_free(article->arena);
}

struct nr_span nr_block_span(const struct nr_block *block, size_t start, size_t end)
{
    struct nr_span span;
    pieces_source(block->pieces, start, end, &span.start, &span.end);
    return span;
}

bool nr_read_article(const char *name, const char *bytes, size_t length, const struct nr_settings *settings,
                     struct nr_article **article, struct nr_error *error)
{
    struct str source;
    if (!source_decode(name, (struct str){bytes, length}, settings->from, &source, error))
        return false;
    struct nr_article *made = new_article(name, source);
    struct draft draft = {.arena = made->arena};
    bool prose = settings->from == NR_INPUT_PROSE;
    bool done = read_blocks(&draft, made->name, (struct str){made->source, source.length}, prose, error);
    if (done) {
        made->blocks = arena_copy(made->arena, draft.blocks, draft.count * sizeof *draft.blocks);
        made->block_count = draft.count;
        meta_find(made, settings->title);
        *article = made;
    } else {
        nr_article_free(made);
    }
    draft_free(&draft);
    return done;
}
