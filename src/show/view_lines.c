/* The views that print a piece of text a line. */
#include "bcp47.h"
#include "utf8.h"
#include "views.h"

/* Only a language that the text itself might not tell. */
static const char *stated_language(const struct nr_article *article)
{
    struct str tag = str_of(article->language);
    const struct nr_block *last = &article->blocks[article->block_count - 1];
    if (bcp47_is_tag(tag) && !str_equal_caseless(tag, STR("en")))
        return article->language;
    bool alike = last->role == NR_BOILERPLATE && bcp47_of_line((struct str){last->text, last->length}).length;
    return alike ? BCP47_NONE : NULL;
}

void view_blocks(const struct nr_article *article, const struct nr_plan *plan, FILE *out)
{
    const char *language = stated_language(article);
    (void)plan;
    for (size_t i = 0; i < article->block_count; i++)
        fprintf(out, "%s\t%s\n", nr_role_name(article->blocks[i].role), article->blocks[i].text);
    if (language)
        fprintf(out, "%s\t" BCP47_LINE "%s\n", nr_role_name(NR_BOILERPLATE), language);
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
