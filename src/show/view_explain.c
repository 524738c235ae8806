/* What was taken for what, what became of it, and why. */
#include "place.h"
#include "views.h"

/* Places are asked for in rising order, so each search starts where the last one ended. */
struct walk {
    struct str source;
    size_t offset;
    struct place place;
};

static struct place walk_to(struct walk *walk, size_t offset)
{
    if (offset < walk->offset) {
        walk->offset = 0;
        walk->place = (struct place){1, 1};
    }
    struct place step =
        place_of(str_slice(walk->source, walk->offset, walk->source.length), offset - walk->offset);
    walk->place.column = step.line == 1 ? walk->place.column + step.column - 1 : step.column;
    walk->place.line += step.line - 1;
    walk->offset = offset;
    return walk->place;
}

static void print_place(struct walk *walk, const char *name, size_t offset, FILE *out)
{
    struct place place = walk_to(walk, offset);
    fprintf(out, "%s:%zu:%zu  ", name, place.line, place.column);
}

/* A token that ran over a line end is shown on one line. */
static void print_source(struct str source, struct nr_span span, FILE *out)
{
    for (size_t i = span.start; i < span.end && i < source.length; i++)
        putc(source.at[i] == '\n' || source.at[i] == '\r' ? ' ' : source.at[i], out);
}

static void print_block(struct walk *walk, const struct nr_article *article, const struct nr_block *block,
                        FILE *out)
{
    print_place(walk, article->name, nr_block_span(block, 0, block->length).start, out);
    fprintf(out, "%s  [%s]\n", nr_role_name(block->role), block->why);
}

/* What is said by phonemes is shown by them, between slashes. */
static void print_spoken(const struct nr_utterance *utterance, const struct nr_token *token, FILE *out)
{
    uint32_t at = token->spoken_start;
    for (uint32_t i = 0; i < utterance->pronunciation_count; i++) {
        const struct nr_pronunciation *said = &utterance->pronunciations[i];
        if (said->start < at || said->end > token->spoken_end)
            continue;
        fprintf(out, "%.*s/%s/", (int)(said->start - at), utterance->text + at, said->phonemes);
        at = said->end;
    }
    fprintf(out, "%.*s", (int)(token->spoken_end - at), utterance->text + at);
}

static void print_token(struct walk *walk, const struct nr_article *article, const struct nr_utterance *utterance,
                        const struct nr_token *token, FILE *out)
{
    if (!token->rule)
        return;
    print_place(walk, article->name, token->written.start, out);
    print_source(walk->source, token->written, out);
    fputs(" -> ", out);
    print_spoken(utterance, token, out);
    fprintf(out, "  [%s%s%s]\n", token->rule, token->place ? " " : "", token->place ? token->place : "");
}

static void print_utterance(struct walk *walk, const struct nr_plan *plan, const struct nr_utterance *utterance,
                            FILE *out)
{
    for (uint32_t i = 0; i < utterance->token_count; i++)
        print_token(walk, plan->article, utterance, &plan->tokens[utterance->first_token + i], out);
}

void view_explain(const struct nr_article *article, const struct nr_plan *plan, FILE *out)
{
    struct walk walk = {{article->source, article->source_length}, 0, {1, 1}};
    size_t next = 0;
    for (size_t i = 0; i < article->block_count; i++) {
        print_block(&walk, article, &article->blocks[i], out);
        for (; next < plan->utterance_count && plan->utterances[next].block == i; next++)
            print_utterance(&walk, plan, &plan->utterances[next], out);
    }
}
