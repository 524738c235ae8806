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
#include "record.h"
#include "roles.h"
#include "source.h"
#include "utf8.h"

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

/* An article being made: its source, and what was given beside the text in it. */
struct making {
    struct nr_arena *arena;
    struct str source;
    enum nr_input from;
    struct given given;
};

static bool read_blocks(struct draft *draft, const char *name, struct str source, const struct making *making,
                        struct nr_error *error)
{
    given_add(draft, source, &making->given);
    size_t given = draft->count;
    struct str text = str_slice(source, 0, making->given.text_length);
    if (!inputs[making->from].read(draft, name, text, error))
        return false;
    if (draft->count == given)
        return fail(error, NR_REFUSED, "%s: nothing but white space; give it an article", name);
    inputs[making->from].finish(draft);
    return true;
}

static struct nr_article *new_article(struct nr_arena *arena, const char *name, struct str source)
{
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

static const char *either(const char *given, const char *found)
{
    return given ? given : found;
}

static bool has_given(struct nr_span span)
{
    return span.end > span.start;
}

/* What was given beside the text, as it is written there; `found` when it was not. */
static const char *given_text(const struct nr_article *article, struct nr_span span, const char *found)
{
    struct str text = utf8_trim((struct str){article->source + span.start, span.end - span.start});
    return text.length ? arena_string(article->arena, text) : found;
}

static void complete(struct nr_article *article, const struct draft *draft, const struct given *given,
                     const struct nr_settings *settings)
{
    article->blocks = arena_copy(article->arena, draft->blocks, draft->count * sizeof *draft->blocks);
    article->block_count = draft->count;
    article->language = either(given->language, draft->language);
    article->site = either(given->site, draft->site);
    article->image = either(given->image, draft->image);
    article->url = draft->url;
    article->id = given->id;
    article->title = draft->title;
    article->byline = has_given(given->byline) ? NULL : draft->byline;
    article->date = has_given(given->date) ? NULL : draft->date;
    meta_find(article, either(settings->title, given_text(article, given->title, NULL)));
    article->byline = either(article->byline, given_text(article, given->byline, NULL));
    article->date = either(article->date, given_text(article, given->date, NULL));
    if (settings->opening)
        opening_add(article);
}

static bool make_article(const char *name, const struct making *making, const char *remark,
                         const struct nr_settings *settings, struct nr_article **article, struct nr_error *error)
{
    struct nr_article *made = new_article(making->arena, name, making->source);
    struct draft draft = {.arena = made->arena, .notes = made->notes, .settings = settings};
    if (remark[0])
        note(made->notes, made->arena, "%s", remark);
    bool done = read_blocks(&draft, made->name, (struct str){made->source, made->source_length}, making, error);
    if (done) {
        complete(made, &draft, &making->given, settings);
        *article = made;
    }
    draft_free(&draft);
    return done;
}

/* A record's text and what is given beside it take the place of the record. */
static bool open_record(const char *name, struct making *making, struct buf *record, struct nr_error *error)
{
    struct str json = making->source;
    making->given = (struct given){0};
    if (!record_read(name, json, making->arena, record, &making->from, &making->given, error))
        return false;
    making->source = buf_str(record);
    return true;
}

bool nr_read_article(const char *name, const char *bytes, size_t length, const struct nr_settings *settings,
                     struct nr_article **article, struct nr_error *error)
{
    struct charset source;
    struct buf record = {0};
    struct making making = {.arena = arena_new(), .from = settings->from};
    bool done = source_decode(name, (struct str){bytes, length}, &making.from, &source, error);
    making.source = source.text;
    making.given.text_length = source.text.length;
    done = done && (making.from != NR_INPUT_JSONL || open_record(name, &making, &record, error)) &&
           make_article(name, &making, source.note, settings, article, error);
    if (!done)
        arena_free(making.arena);
    buf_free(&record);
    buf_free(&source.converted);
    return done;
}
