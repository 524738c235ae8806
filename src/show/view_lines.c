/* The views that print a piece of text a line. */
#include "utf8.h"
#include "views.h"

void view_blocks(const struct nr_article *article, const struct nr_plan *plan, FILE *out)
{
    (void)plan;
    for (size_t i = 0; i < article->block_count; i++)
        fprintf(out, "%s\t%s\n", nr_role_name(article->blocks[i].role), article->blocks[i].text);
}

void view_body(const struct nr_article *article, const struct nr_plan *plan, FILE *out)
{
    static const unsigned roles = NR_ROLE_BIT(NR_BODY) | NR_ROLE_BIT(NR_CROSSHEAD) | NR_ROLE_BIT(NR_LIST_ITEM) |
                                  NR_ROLE_BIT(NR_QUOTE) | NR_ROLE_BIT(NR_TABLE);
    (void)plan;
    for (size_t i = 0; i < article->block_count; i++) {
        if (roles & NR_ROLE_BIT(article->blocks[i].role))
            fprintf(out, "%s\n", article->blocks[i].text);
    }
}

void view_sentences(const struct nr_article *article, const struct nr_plan *plan, FILE *out)
{
    for (size_t i = 0; i < plan->utterance_count; i++) {
        const struct nr_utterance *utterance = &plan->utterances[i];
        const struct nr_block *block = &article->blocks[utterance->block];
        struct str text = {block->text, block->length};
        struct str written = utf8_trim(str_slice(text, utterance->written_start, utterance->written_end));
        fprintf(out, "%.*s\n", (int)written.length, written.at);
    }
}

void view_spoken(const struct nr_article *article, const struct nr_plan *plan, FILE *out)
{
    (void)article;
    for (size_t i = 0; i < plan->utterance_count; i++)
        fprintf(out, "%s\n", plan->utterances[i].text);
}
