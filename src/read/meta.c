#include "meta.h"

#include "arena.h"
#include "buf.h"
#include "dates.h"
#include "names.h"
#include "words.h"

#define TITLE_WORDS_MIN 2 /* one is a kicker, if there is another headline */

static struct str text_of(const struct nr_block *block)
{
    return (struct str){block->text, block->length};
}

static size_t count_words(struct str text)
{
    size_t count = 0;
    for (struct str word; word_take(&text, &word);)
        count++;
    return count;
}

/* Of two headlines the shorter one: the fuller one is there to be read. */
static const char *find_title(const struct nr_article *article)
{
    const struct nr_block *title = NULL;
    for (size_t i = 0; i < article->block_count; i++) {
        const struct nr_block *block = &article->blocks[i];
        if (block->role != NR_HEADLINE)
            continue;
        bool kicker = title && count_words(text_of(title)) < TITLE_WORDS_MIN;
        if (!title || kicker || block->length < title->length)
            title = block;
    }
    return title ? title->text : "";
}

/* "JANE O'NEILL" is shouted by the page, not written so: "Jane O'Neill". */
static const char *quiet_name(struct nr_arena *arena, struct str name)
{
    char *quiet = arena_string(arena, name);
    bool inside = false;
    for (struct str rest = name, word; word_take(&rest, &word);)
        if (!word_is_capitals(word) && !str_equal(word, STR("and")) && word_bare(word).length > 1)
            return quiet;
    for (char *at = quiet; *at; at++) {
        bool capital = *at >= 'A' && *at <= 'Z';
        if (capital && inside)
            *at = (char)(*at | 0x20);
        inside = capital;
    }
    return quiet;
}

/* One word that is no date is the name of who has no other. */
static struct str find_name(struct str text)
{
    struct str name = name_of_writer(text);
    if (!name.length)
        name = name_alone(text);
    if (!name.length && date_in(text).length)
        name = name_alone(str_trim(str_slice(text, 0, (size_t)(date_in(text).at - text.at))));
    return name.length || count_words(text) > 1 || date_in(text).length ? name : text;
}

void meta_find(struct nr_article *article, const char *title)
{
    if (title)
        article->title = arena_string(article->arena, str_of(title));
    else if (!article->title)
        article->title = find_title(article);
    if (article->byline)
        article->byline = quiet_name(article->arena, str_of(article->byline));
    const char *stated = article->date; /* the date as it is printed is the one that is heard */
    article->date = NULL;
    for (size_t i = 0; i < article->block_count; i++) {
        if (article->blocks[i].role != NR_BYLINE)
            continue;
        struct str text = text_of(&article->blocks[i]), name = find_name(text), date = date_in(text);
        if (!article->byline && name.length)
            article->byline = quiet_name(article->arena, name);
        if (!article->date && date.length)
            article->date = arena_string(article->arena, date);
    }
    if (!article->date)
        article->date = stated;
}
