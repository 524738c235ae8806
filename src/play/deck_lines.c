/* Code and tables, told line by line. */
#include "deck_actions.h"
#include "utf8.h"

#define RUN_MAX 3 /* of one mark: a longer row is named once */

/* The code or table that is told: the last one while reading has not left it behind, else the next. */
static bool find_lines(struct deck *deck)
{
    const struct nr_article *article = deck->plan->article;
    uint32_t here = deck->plan->utterances[deck->at.utterance].block;
    if (deck->line > 0 && deck->lined >= here)
        return true;
    for (uint32_t i = here; i < article->block_count; i++) {
        if (article->blocks[i].role == NR_CODE || article->blocks[i].role == NR_TABLE) {
            deck->lined = i;
            deck->line = 0;
            return true;
        }
    }
    return false;
}

/* A line of code as it is seen: what of the block's text was made of that line of the source, for the text itself
 * has none.  False when there are no more. */
static bool code_line(const struct nr_article *article, const struct nr_block *block, uint32_t index,
                      struct buf *text)
{
    size_t length, reached = nr_block_span(block, 0, block->length).start;
    uint32_t line = 0;
    for (size_t at = 0; at < block->length && line <= index; at += length) {
        utf8_at((struct str){block->text, block->length}, at, &length);
        size_t start = nr_block_span(block, at, at + length).start;
        for (; reached < start; reached++)
            line += article->source[reached] == '\n';
        if (line == index)
            buf_append(text, (struct str){block->text + at, length});
    }
    return line >= index;
}

/* A table's rows are the blocks of its role in a row. */
static bool table_row(const struct nr_article *article, size_t index, struct buf *text)
{
    if (index >= article->block_count || article->blocks[index].role != NR_TABLE)
        return false;
    buf_append(text, (struct str){article->blocks[index].text, article->blocks[index].length});
    return true;
}

static size_t row_number(const struct nr_article *article, size_t index)
{
    size_t number = 1;
    while (index-- > 0 && article->blocks[index].role == NR_TABLE)
        number++;
    return number;
}

static bool is_mark(char c)
{
    return (c > ' ' && c < '0') || (c > '9' && c < 'A') || (c > 'Z' && c < 'a') || (c > 'z' && c < 0x7F);
}

static void part(struct buf *text)
{
    if (text->length && text->at[text->length - 1] != ' ')
        buf_append_char(text, ' ');
}

/* In code every mark counts. */
static void name_marks(struct buf *to, struct str code)
{
    bool named = false;
    for (size_t at = 0, run; at < code.length; at += run) {
        struct str unit = str_slice(code, at, at + 1);
        bool mark = is_mark(unit.at[0]);
        for (run = 1; at + run < code.length && code.at[at + run] == unit.at[0];)
            run++;
        run = run > RUN_MAX && mark ? run : 1;
        if (mark || named)
            part(to);
        if (str_equal(unit, STR(".")))
            buf_append(to, STR("dot"));
        else if (mark)
            words_spell(to, unit, false);
        else if (unit.at[0] == ' ')
            part(to);
        else
            buf_append(to, unit);
        named = mark;
    }
}

static unsigned end(struct deck *deck)
{
    deck->line = 0;
    return deck_say(deck, WORDS_LINES_END);
}

unsigned do_next_line(struct deck *deck, struct str argument)
{
    const struct nr_article *article = deck->plan->article;
    struct buf line = {0}, said = {0};
    char number[24];
    (void)argument;
    if (!find_lines(deck))
        return deck_say(deck, WORDS_NO_LINES);
    const struct nr_block *block = &article->blocks[deck->lined];
    bool code = block->role == NR_CODE;
    bool there = code ? code_line(article, block, deck->line, &line)
                      : table_row(article, (size_t)deck->lined + deck->line, &line);
    size_t row = code ? deck->line + 1u : there ? row_number(article, (size_t)deck->lined + deck->line) : 0;
    deck->line++;
    if (code)
        name_marks(&said, str_trim(buf_str(&line)));
    else
        buf_append(&said, buf_str(&line));
    if (!said.length)
        words_add(&said, WORDS_EMPTY_LINE, "", NULL);
    if (there)
        words_add(&deck->say, code ? WORDS_LINE : WORDS_ROW, deck_number(number, row), said.at, NULL);
    buf_free(&line);
    buf_free(&said);
    return there ? EFFECT_SAY : end(deck);
}
