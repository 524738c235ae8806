/* Any UTF-8 as a paragraph: the plan's offsets hold and nothing said is out of bounds, names of a lexicon
 * included. */
#include "../unit/planning.h"

#include "narrator/lexicon.h"

#include "utf8.h"

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char entries[] =
    "a\t/'eI/\nthe\tthee thuh thee thuh thee thuh\nXi\t/S'i:/\nvon der Leyen\t/f0n d@ l'aI@n/\n"
    "e\tee\tafter=a|1\n\u00c9t\u00e9\tsummer\n1\twun\tbefore=a\nO'Shea\t/oUS'eI/\n";

static struct nr_voice *voice(void)
{
    static struct nr_voice *made;
    static struct nr_lexicon *lexicon;
    struct nr_error error;
    if (!made && (!nr_voice_parse("fuzz", "", 0, &made, &error) ||
                  !nr_lexicon_parse("fuzz", entries, sizeof entries - 1, &lexicon, &error)))
        abort();
    made->lexicon = lexicon;
    return made;
}

static void require(bool held)
{
    if (!held)
        abort();
}

static void check_pronunciations(const struct nr_utterance *utterance)
{
    uint32_t at = 0;
    for (uint32_t i = 0; i < utterance->pronunciation_count; i++) {
        const struct nr_pronunciation *said = &utterance->pronunciations[i];
        require(said->start >= at && said->end > said->start && said->end <= utterance->length);
        require(*said->phonemes != '\0');
        at = said->end;
    }
}

static void check(const struct nr_plan *plan)
{
    for (size_t i = 0; i < plan->utterance_count; i++) {
        const struct nr_utterance *u = &plan->utterances[i];
        uint32_t at = 0;
        require(u->length && u->length <= NR_UTTERANCE_BYTES_MAX && u->token_count);
        require(utf8_invalid((struct str){u->text, u->length}) == u->length);
        require(u->written_start < u->written_end);
        require(u->first_token + u->token_count <= plan->token_count);
        check_pronunciations(u);
        for (uint32_t t = u->first_token; t < u->first_token + u->token_count; t++) {
            const struct nr_token *token = &plan->tokens[t];
            require(token->spoken_start >= at && token->spoken_end >= token->spoken_start);
            require(token->spoken_end <= u->length);
            require(token->written.start < token->written.end);
            require(token->written.end <= plan->article->source_length);
            at = token->spoken_end;
        }
    }
    require(plan->chapter_count && plan->chapters[0].first_utterance == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const enum nr_role roles[] = {NR_BODY, NR_LIST_ITEM, NR_QUOTE};
    struct buf text = {0};
    struct str bytes = {(const char *)data, size};
    for (size_t at = 0, length; at < size; at += length) {
        uint32_t code = utf8_at(bytes, at, &length);
        buf_append_code(&text, code == UTF8_BAD || !code ? ' ' : code);
    }
    if (text.length) {
        const char *one = text.at;
        struct nr_settings settings = {.locale = size % 2 ? "en-GB" : "en-US",
                                       .punctuation = (enum nr_punctuation)(size / 2 % 3),
                                       .capitals = (enum nr_capitals)(size / 6 % 2),
                                       .verbosity = size % 5 ? NR_VERBOSITY_MOST : NR_VERBOSITY_ALL};
        struct nr_article *article = planning_article(&roles[size % 3], &one, 1);
        const struct nr_plan *plan = NULL;
        struct nr_error error;
        if (nr_plan_article(article, voice(), &settings, &plan, &error))
            check(plan);
        nr_article_free(article);
    }
    buf_free(&text);
    return 0;
}
