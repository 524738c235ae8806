#include "chapter.h"

#include "arena.h"
#include "memory.h"
#include "utf8.h"

#include <stdlib.h>

#define TITLE_CHARACTERS_MAX 120

enum section { SECTION_NONE, SECTION_TITLE, SECTION_SUMMARY, SECTION_ARTICLE };

struct chapters {
    struct nr_arena *arena;
    struct nr_chapter *all;
    size_t count;
    size_t capacity;
    enum section section;
};

/* At most 120 characters, cut at a word when there is one to cut at, with an ellipsis. */
static const char *chapter_title(struct nr_arena *arena, struct str text)
{
    if (utf8_count(text) <= TITLE_CHARACTERS_MAX)
        return arena_string(arena, text);
    size_t end = utf8_offset(text, TITLE_CHARACTERS_MAX - 1), space = end;
    while (space > 0 && text.at[space] != ' ')
        space--;
    struct str cut = str_slice(text, 0, space > 0 ? space : end);
    return arena_printf(arena, "%.*s\u2026", (int)cut.length, cut.at);
}

static void open_chapter(struct chapters *chapters, struct str title, size_t utterance)
{
    void *all = chapters->all;
    memory_reserve(&all, &chapters->capacity, chapters->count + 1, sizeof *chapters->all);
    chapters->all = all;
    chapters->all[chapters->count++] =
        (struct nr_chapter){chapter_title(chapters->arena, title), (uint32_t)utterance, false};
}

/* Opens a chapter of its own for each kind of section when the text comes to it. */
static void enter(struct chapters *chapters, enum section section, struct str title, size_t utterance)
{
    if (chapters->section >= section)
        return;
    chapters->section = section;
    open_chapter(chapters, title, utterance);
}

static void add_block(struct chapters *chapters, const struct nr_article *article, const struct nr_block *block,
                      size_t utterance)
{
    struct str text = {block->text, block->length};
    switch (block->role) {
    case NR_HEADLINE:
        enter(chapters, SECTION_TITLE, article->title[0] ? str_of(article->title) : text, utterance);
        break;
    case NR_BYLINE:
        if (chapters->section == SECTION_NONE)
            enter(chapters, SECTION_TITLE, article->title[0] ? str_of(article->title) : text, utterance);
        break;
    case NR_SUMMARY:
        enter(chapters, SECTION_SUMMARY, STR("Summary"), utterance);
        break;
    case NR_CROSSHEAD:
        chapters->section = SECTION_ARTICLE;
        open_chapter(chapters, text, utterance);
        break;
    default:
        enter(chapters, SECTION_ARTICLE, STR("Article"), utterance);
        break;
    }
}

const struct nr_chapter *chapters_make(const struct nr_article *article, const struct nr_utterance *utterances,
                                       size_t utterance_count, size_t *count)
{
    struct chapters chapters = {.arena = article->arena};
    for (size_t i = 0; i < utterance_count; i++)
        if (!i || utterances[i].block != utterances[i - 1].block)
            add_block(&chapters, article, &article->blocks[utterances[i].block], i);
    arena_defer(article->arena, free, chapters.all);
    *count = chapters.count;
    return chapters.all;
}
