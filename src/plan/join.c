/* Several plans become one, of one article that is made of theirs. */
#include "narrator/plan.h"

#include "arena.h"
#include "buf.h"
#include "fail.h"
#include "memory.h"
#include "pieces.h"

#include <stdlib.h>
#include <string.h>

/* An article's end is to be heard as one: so much longer than the pause of a paragraph. */
#define PAUSE_FACTOR 3u

#define NAMES_BYTES_MAX 1000 /* of the parts' names in the name of all */

/* What is being made, and how much of it is filled. */
struct joint {
    struct nr_article *article;
    struct nr_plan *plan;
    struct nr_block *blocks;
    struct nr_part *parts;
    struct nr_utterance *utterances;
    struct nr_token *tokens;
    struct nr_chapter *chapters;
    struct buf source;
};

static const char *file_name(const struct nr_article *article)
{
    const char *slash = strrchr(article->name, '/');
    return slash ? slash + 1 : article->name;
}

static void free_article(void *article)
{
    nr_article_free(article);
}

static void count_up(struct nr_plan *sum, struct nr_article *article, const struct nr_plan *plan)
{
    article->block_count += plan->article->block_count;
    sum->utterance_count += plan->utterance_count;
    sum->token_count += plan->token_count;
    sum->chapter_count += plan->chapter_count;
    for (unsigned role = 0; role < NR_ROLE_COUNT; role++)
        sum->unspoken[role] += plan->unspoken[role];
}

static struct joint make_joint(const struct nr_plan *const *plans, size_t count)
{
    struct nr_arena *arena = arena_new();
    struct nr_article *article = arena_alloc(arena, sizeof *article);
    struct nr_plan *plan = arena_alloc(arena, sizeof *plan);
    *article = (struct nr_article){.arena = arena, .notes = arena_alloc(arena, sizeof *article->notes)};
    *plan = (struct nr_plan){.article = article,
                             .locale = plans[0]->locale,
                             .sample_rate = plans[0]->sample_rate,
                             .loudness_lufs = plans[0]->loudness_lufs};
    for (size_t i = 0; i < count; i++) {
        count_up(plan, article, plans[i]);
        arena_defer(arena, free_article, (void *)plans[i]->article);
    }
    struct joint joint = {.article = article, .plan = plan};
    joint.blocks = arena_alloc(arena, article->block_count * sizeof *joint.blocks);
    joint.parts = arena_alloc(arena, count * sizeof *joint.parts);
    joint.utterances = arena_alloc(arena, plan->utterance_count * sizeof *joint.utterances);
    joint.tokens = arena_alloc(arena, plan->token_count * sizeof *joint.tokens);
    joint.chapters = arena_alloc(arena, plan->chapter_count * sizeof *joint.chapters);
    article->block_count = plan->utterance_count = plan->token_count = plan->chapter_count = 0;
    return joint;
}

static void add_blocks(struct joint *joint, const struct nr_article *part)
{
    for (size_t i = 0; i < part->block_count; i++) {
        struct nr_block block = part->blocks[i];
        block.pieces = pieces_moved(block.pieces, joint->source.length, joint->article->arena);
        joint->blocks[joint->article->block_count++] = block;
    }
}

static void add_utterances(struct joint *joint, const struct nr_plan *part)
{
    struct nr_plan *plan = joint->plan;
    for (size_t i = 0; i < part->utterance_count; i++) {
        struct nr_utterance utterance = part->utterances[i];
        utterance.block += (uint32_t)joint->article->block_count;
        utterance.first_token += (uint32_t)plan->token_count;
        joint->utterances[plan->utterance_count + i] = utterance;
    }
}

static void add_tokens(struct joint *joint, const struct nr_plan *part)
{
    for (size_t i = 0; i < part->token_count; i++) {
        struct nr_token token = part->tokens[i];
        token.written.start += joint->source.length;
        token.written.end += joint->source.length;
        joint->tokens[joint->plan->token_count++] = token;
    }
}

/* The first chapter is the article's own. */
static void add_chapters(struct joint *joint, const struct nr_plan *part)
{
    const char *title = part->article->title;
    for (size_t i = 0; i < part->chapter_count; i++) {
        struct nr_chapter chapter = part->chapters[i];
        chapter.first_utterance += (uint32_t)joint->plan->utterance_count;
        chapter.inside = i > 0;
        if (i == 0 && !*title)
            chapter.title = file_name(part->article);
        joint->chapters[joint->plan->chapter_count++] = chapter;
    }
}

static void add_notes(struct nr_notes *notes, const struct nr_notes *more)
{
    if (!more || !more->first)
        return;
    *(notes->last ? &notes->last->next : &notes->first) = more->first;
    notes->last = more->last;
}

static void add_part(struct joint *joint, const struct nr_plan *part)
{
    struct nr_article *article = joint->article;
    joint->parts[article->part_count++] = (struct nr_part){part->article->name, joint->source.length};
    add_utterances(joint, part);
    add_blocks(joint, part->article);
    add_tokens(joint, part);
    add_chapters(joint, part);
    joint->plan->utterance_count += part->utterance_count;
    buf_append(&joint->source, (struct str){part->article->source, part->article->source_length});
    buf_append_char(&joint->source, '\n');
    add_notes(article->notes, part->article->notes);
}

static void end_parts_clearly(struct joint *joint)
{
    const struct nr_plan *plan = joint->plan;
    for (size_t i = 1; i < plan->chapter_count; i++)
        if (!joint->chapters[i].inside)
            joint->utterances[joint->chapters[i].first_utterance - 1].pause_after_ms *= PAUSE_FACTOR;
}

/* What all articles say alike; NULL if they differ. */
static const char *common(const struct nr_plan *const *plans, size_t count, size_t offset)
{
    const char *first = *(const char *const *)(const void *)((const char *)plans[0]->article + offset);
    for (size_t i = 1; first && i < count; i++) {
        const char *other = *(const char *const *)(const void *)((const char *)plans[i]->article + offset);
        if (!other || strcmp(first, other) != 0)
            return NULL;
    }
    return first;
}

static const char *name_all(const struct nr_plan *const *plans, size_t count, struct nr_arena *arena)
{
    struct buf names = {0};
    size_t i = 0;
    for (; i < count && names.length < NAMES_BYTES_MAX; i++)
        buf_printf(&names, "%s%s", i > 0 ? " + " : "", file_name(plans[i]->article));
    if (i < count)
        buf_printf(&names, " + %zu more", count - i);
    const char *name = arena_string(arena, buf_str(&names));
    buf_free(&names);
    return name;
}

static const char *title_all(const struct nr_plan *const *plans, size_t count, struct nr_arena *arena)
{
    const struct nr_article *first = plans[0]->article;
    const char *title = *first->title ? first->title : file_name(first);
    if (count == 1)
        return title;
    return arena_printf(arena, "%s, and %zu more article%s", title, count - 1, count > 2 ? "s" : "");
}

static void describe(struct nr_article *article, const struct nr_plan *const *plans, size_t count,
                     const char *title)
{
    article->name = name_all(plans, count, article->arena);
    article->title = title ? title : title_all(plans, count, article->arena);
    article->byline = common(plans, count, offsetof(struct nr_article, byline));
    article->date = common(plans, count, offsetof(struct nr_article, date));
    article->language = common(plans, count, offsetof(struct nr_article, language));
    article->site = common(plans, count, offsetof(struct nr_article, site));
}

static void finish(struct joint *joint)
{
    struct nr_article *article = joint->article;
    struct nr_plan *plan = joint->plan;
    article->source = joint->source.at;
    article->source_length = joint->source.length;
    arena_defer(article->arena, free, joint->source.at);
    article->blocks = joint->blocks;
    article->parts = joint->parts;
    plan->utterances = joint->utterances;
    plan->tokens = joint->tokens;
    plan->chapters = joint->chapters;
}

bool nr_join_plans(const struct nr_plan *const *plans, size_t count, const struct nr_settings *settings,
                   const struct nr_plan **plan, struct nr_error *error)
{
    struct joint joint = make_joint(plans, count);
    for (size_t i = 1; i < count; i++)
        if (plans[i]->sample_rate != plans[0]->sample_rate) {
            nr_article_free(joint.article);
            return fail(error, NR_USAGE, "articles of voices with different sample rates can't be joined");
        }
    for (size_t i = 0; i < count; i++)
        add_part(&joint, plans[i]);
    end_parts_clearly(&joint);
    describe(joint.article, plans, count, settings->title);
    finish(&joint);
    *plan = joint.plan;
    return true;
}
