#include "blocks.h"
#include "context.h"
#include "draft.h"
#include "echo.h"
#include "evidence.h"
#include "fail.h"
#include "html.h"
#include "markdown.h"
#include "meta.h"
#include "opening.h"
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

static bool read_text(struct draft *draft, const char *name, struct str source, struct nr_error *error)
{
    return paragraphs_read(draft, name, source, true, error);
}

static bool read_prose(struct draft *draft, const char *name, struct str source, struct nr_error *error)
{
    return paragraphs_read(draft, name, source, false, error);
}

/* How each kind of input becomes blocks, and those get their roles. */
static const struct {
    bool (*read)(struct draft *draft, const char *name, struct str source, struct nr_error *error);
    void (*finish)(struct draft *draft);
} inputs[] = {
    [NR_INPUT_TEXT] = {read_text, find_roles},         [NR_INPUT_PROSE] = {read_prose, make_prose},
    [NR_INPUT_MARKDOWN] = {markdown_read, find_roles}, [NR_INPUT_HTML] = {html_read, find_roles},
    [NR_INPUT_BLOCKS] = {blocks_read, roles_choose},
};

static bool read_blocks(struct draft *draft, const char *name, struct str source, enum nr_input from,
                        struct nr_error *error)
{
    if (!inputs[from].read(draft, name, source, error))
        return false;
    if (!draft->count)
        return fail(error, NR_REFUSED, "%s: nothing but white space; give it an article", name);
    inputs[from].finish(draft);
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

static void complete(struct nr_article *article, const struct draft *draft, const struct nr_settings *settings)
{
    article->blocks = arena_copy(article->arena, draft->blocks, draft->count * sizeof *draft->blocks);
    article->block_count = draft->count;
    article->language = draft->language;
    article->site = draft->site;
    article->image = draft->image;
    article->url = draft->url;
    article->title = draft->title;
    article->byline = draft->byline;
    article->date = draft->date;
    meta_find(article, settings->title);
    if (settings->opening)
        opening_add(article);
}

static bool make_article(const char *name, const struct charset *source, enum nr_input from,
                         const struct nr_settings *settings, struct nr_article **article, struct nr_error *error)
{
    struct nr_article *made = new_article(name, source->text);
    struct draft draft = {.arena = made->arena};
    if (source->note[0])
        note(made->notes, made->arena, "%s", source->note);
    bool done = read_blocks(&draft, made->name, (struct str){made->source, made->source_length}, from, error);
    if (done) {
        complete(made, &draft, settings);
        *article = made;
    } else {
        nr_article_free(made);
    }
    draft_free(&draft);
    return done;
}

bool nr_read_article(const char *name, const char *bytes, size_t length, const struct nr_settings *settings,
                     struct nr_article **article, struct nr_error *error)
{
    struct charset source;
    enum nr_input from = settings->from;
    bool done = source_decode(name, (struct str){bytes, length}, &from, &source, error) &&
                make_article(name, &source, from, settings, article, error);
    buf_free(&source.converted);
    return done;
}
