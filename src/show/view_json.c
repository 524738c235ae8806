/* The plan as JSON lines: the article, its blocks, then chapters and utterances in the order of speech. */
#include "views.h"

#include <jansson.h>
#include <stdlib.h>

#define SCHEMA 1

/* UTF-8 is checked where an article is read. */
static json_t *string(const char *text)
{
    return text ? json_string_nocheck(text) : json_null();
}

static json_t *range(size_t start, size_t end)
{
    return json_pack("[I, I]", (json_int_t)start, (json_int_t)end);
}

/* Prints a line and frees it.  Without memory there is nothing else to do. */
static void print_line(json_t *line, FILE *out)
{
    if (!line || json_dumpf(line, out, JSON_COMPACT) != 0) {
        if (!ferror(out))
            abort();
    }
    putc('\n', out);
    json_decref(line);
}

static json_t *article_line(const struct nr_article *article, const struct nr_plan *plan)
{
    return json_pack("{s:i, s:s, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:i}", "schema", SCHEMA, "kind", "article", "name",
                     string(article->name), "title", string(article->title), "byline", string(article->byline),
                     "date", string(article->date), "site", string(article->site), "url", string(article->url), "image",
                     string(article->image), "language", string(article->language), "locale", string(plan->locale), "sample_rate", (int)plan->sample_rate);
}

static json_t *block_links(const struct nr_block *block)
{
    json_t *links = json_array();
    for (size_t i = 0; i < block->link_count; i++) {
        const struct nr_link *link = &block->links[i];
        json_array_append_new(
            links, json_pack("{s:o, s:o}", "text", range(link->start, link->end), "url", string(link->url)));
    }
    return links;
}

static json_t *block_line(const struct nr_block *block, size_t index)
{
    struct nr_span span = nr_block_span(block, 0, block->length);
    return json_pack("{s:s, s:i, s:s, s:o, s:o, s:o, s:o}", "kind", "block", "index", (int)index, "role",
                     nr_role_name(block->role), "text", string(block->text), "source", range(span.start, span.end),
                     "why", string(block->why), "links", block_links(block));
}

static json_t *chapter_line(const struct nr_chapter *chapter)
{
    return json_pack("{s:s, s:o, s:i}", "kind", "chapter", "title", string(chapter->title), "first_utterance",
                     (int)chapter->first_utterance);
}

static json_t *token_value(const struct nr_token *token)
{
    return json_pack("{s:o, s:o, s:s, s:o, s:o}", "source", range(token->written.start, token->written.end),
                     "spoken", range(token->spoken_start, token->spoken_end), "class", nr_class_name(token->class),
                     "rule", string(token->rule), "place", string(token->place));
}

static json_t *token_array(const struct nr_plan *plan, const struct nr_utterance *utterance)
{
    json_t *tokens = json_array();
    for (uint32_t i = 0; i < utterance->token_count; i++)
        json_array_append_new(tokens, token_value(&plan->tokens[utterance->first_token + i]));
    return tokens;
}

static json_t *link_array(const struct nr_plan *plan, size_t index)
{
    json_t *links = json_array();
    struct nr_sentence_link found;
    uint32_t first = plan->utterances[index].first_token;
    for (size_t i = 0; nr_plan_link(plan, index, i, &found); i++)
        json_array_append_new(links, json_pack("{s:o, s:o}", "tokens",
                                               range(found.token_count ? found.first_token - first : 0,
                                                     found.token_count ? found.first_token - first + found.token_count : 0),
                                               "url", string(found.link->url)));
    return links;
}

static json_t *style_value(const struct nr_style *style)
{
    return json_pack("{s:s, s:i, s:i, s:i, s:i}", "voice", style->engine_voice, "rate_wpm", (int)style->rate_wpm,
                     "pitch", (int)style->pitch, "range", (int)style->range, "volume", (int)style->volume);
}

static json_t *pronunciation_array(const struct nr_utterance *utterance)
{
    json_t *all = json_array();
    for (uint32_t i = 0; i < utterance->pronunciation_count; i++) {
        const struct nr_pronunciation *said = &utterance->pronunciations[i];
        json_array_append_new(
            all, json_pack("{s:o, s:s}", "spoken", range(said->start, said->end), "phonemes", said->phonemes));
    }
    return all;
}

static json_t *utterance_line(const struct nr_plan *plan, size_t index)
{
    const struct nr_utterance *utterance = &plan->utterances[index];
    return json_pack("{s:s, s:i, s:i, s:o, s:o, s:o, s:i, s:o, s:o, s:o}", "kind", "utterance", "index", (int)index,
                     "block", (int)utterance->block, "written",
                     range(utterance->written_start, utterance->written_end), "text", string(utterance->text),
                     "style", style_value(utterance->style), "pause_after_ms", (int)utterance->pause_after_ms,
                     "tokens", token_array(plan, utterance), "pronunciations", pronunciation_array(utterance), "links", link_array(plan, index));
}

void view_json(const struct nr_article *article, const struct nr_plan *plan, FILE *out)
{
    size_t chapter = 0;
    print_line(article_line(article, plan), out);
    for (size_t i = 0; i < article->block_count; i++)
        print_line(block_line(&article->blocks[i], i), out);
    for (size_t i = 0; i < plan->utterance_count; i++) {
        while (chapter < plan->chapter_count && plan->chapters[chapter].first_utterance == i)
            print_line(chapter_line(&plan->chapters[chapter++]), out);
        print_line(utterance_line(plan, i), out);
    }
}
