#include "delivery.h"

#include "str.h"

#define SIGNATURE_LINES 4
#define TABLE_ROWS_MAX  24
#define TABLE_BYTES_MAX 3000

static struct str text_of(const struct nr_block *block)
{
    return (struct str){block->text, block->length};
}

static bool always(const struct nr_article *article, size_t index)
{
    (void)article, (void)index;
    return true;
}

static bool never(const struct nr_article *article, size_t index)
{
    (void)article, (void)index;
    return false;
}

/* Of the headlines in a row, which say the same, the fullest. */
static bool fullest(const struct nr_article *article, size_t index)
{
    const struct nr_block *blocks = article->blocks;
    size_t length = blocks[index].length;
    for (size_t i = index; i > 0 && blocks[i - 1].role == blocks[index].role; i--)
        if (blocks[i - 1].length >= length)
            return false;
    for (size_t i = index + 1; i < article->block_count && blocks[i].role == blocks[index].role; i++)
        if (blocks[i].length > length)
            return false;
    return true;
}

/* In any case: pages shout names. */
static bool holds(struct str text, struct str words)
{
    for (size_t i = 0; i + words.length <= text.length; i++)
        if (str_starts_caseless(str_slice(text, i, text.length), words))
            return words.length > 0;
    return false;
}

/* The first block of the role that holds the words, if it is the one at `index`. */
static bool is_first(const struct nr_article *article, size_t index, struct str words)
{
    if (!holds(text_of(&article->blocks[index]), words))
        return false;
    for (size_t i = 0; i < index; i++)
        if (article->blocks[i].role == article->blocks[index].role && holds(text_of(&article->blocks[i]), words))
            return false;
    return true;
}

/* Below the text it signs, and not the writer's name again. */
static bool is_signature(const struct nr_article *article, size_t index)
{
    struct str text = text_of(&article->blocks[index]);
    size_t above = index;
    while (above > 0 && index - above < SIGNATURE_LINES && article->blocks[above].role == NR_BYLINE)
        above--;
    return article->blocks[above].role == NR_BODY && !holds(text, str_of(article->byline));
}

/* The first of its role, those that are first to name the writer or the date, and signatures. */
static bool once(const struct nr_article *article, size_t index)
{
    if (is_first(article, index, str_of(article->byline)) || is_first(article, index, str_of(article->date)))
        return true;
    for (size_t i = 0; i < index; i++)
        if (article->blocks[i].role == article->blocks[index].role)
            return is_signature(article, index);
    return true;
}

/* Without quotation marks and the stop, so that a pull quote is found in its paragraph. */
static struct str bare(struct str text)
{
    while (text.length && ((unsigned char)text.at[0] >= 0x80 || text.at[0] == '"' || text.at[0] == '\''))
        text = str_slice(text, 1, text.length);
    while (text.length && ((unsigned char)text.at[text.length - 1] >= 0x80 ||
                           str_find(STR("\"'.,"), str_slice(text, text.length - 1, text.length)) < 4))
        text.length--;
    return text;
}

static bool unless_repeated(const struct nr_article *article, size_t index)
{
    struct str quote = bare(text_of(&article->blocks[index]));
    for (size_t i = 0; quote.length && i < article->block_count; i++)
        if (article->blocks[i].role == NR_BODY &&
            str_find(text_of(&article->blocks[i]), quote) < article->blocks[i].length)
            return false;
    return true;
}

/* Is the block at `index` behind another of its role? */
static bool goes_on(const struct nr_article *article, size_t index)
{
    return index > 0 && article->blocks[index - 1].role == article->blocks[index].role;
}

/* A table is the blocks of its role in a row; one of many rows is told of, not read out. */
static bool small(const struct nr_article *article, size_t index)
{
    size_t first = index, rows = 0, bytes = 0;
    while (goes_on(article, first) && index - first <= TABLE_ROWS_MAX)
        first--;
    for (size_t i = first; i < article->block_count && article->blocks[i].role == article->blocks[index].role;
         i++) {
        bytes += article->blocks[i].length;
        if (++rows > TABLE_ROWS_MAX || bytes > TABLE_BYTES_MAX)
            return false;
    }
    return true;
}

struct delivery {
    bool (*speaks)(const struct nr_article *article, size_t index);
    bool silence_counts;      /* leaving one out is worth a line to the listener */
    const char *announcement; /* said in its place; NULL: nothing */
    const char *lead;         /* said before it; NULL: nothing */
    bool leads_all;           /* of those in a row; else the first alone */
};

static const struct delivery deliveries[][NR_ROLE_COUNT] =
    {
        [NR_VERBOSITY_MOST] =
            {
                [NR_HEADLINE] = {fullest, false, NULL, NULL, false},
                [NR_SUMMARY] = {always, true, NULL, NULL, false},
                [NR_BYLINE] = {once, false, NULL, NULL, false},
                [NR_BODY] = {always, true, NULL, NULL, false},
                [NR_CROSSHEAD] = {always, true, NULL, NULL, false},
                [NR_QUOTE] = {unless_repeated, false, NULL, NULL, false},
                [NR_LIST_ITEM] = {always, true, NULL, NULL, false},
                [NR_CAPTION] = {never, true, NULL, NULL, false},
                [NR_TABLE] = {small, true, "A long table.", NULL, false},
                [NR_CODE] = {never, true, "Code block.", NULL, false},
                [NR_BOILERPLATE] = {never, true, NULL, NULL, false},
            },
        [NR_VERBOSITY_ALL] =
            {
                [NR_HEADLINE] = {fullest, false, NULL, NULL, false},
                [NR_SUMMARY] = {always, true, NULL, "Summary: ", false},
                [NR_BYLINE] = {always, true, NULL, NULL, false},
                [NR_BODY] = {always, true, NULL, NULL, false},
                [NR_CROSSHEAD] = {always, true, NULL, "Heading: ", true},
                [NR_QUOTE] = {unless_repeated, false, NULL, "Quote: ", false},
                [NR_LIST_ITEM] = {always, true, NULL, "Item # of %: ", true},
                [NR_CAPTION] = {always, true, NULL, "Image: ", true},
                [NR_TABLE] = {small, true, "A long table, rows: %.", "Row # of %: ", true},
                [NR_CODE] = {never, true, "Code block, lines: %.", "Code: ", false},
                [NR_BOILERPLATE] = {never, true, NULL, NULL, false},
            },
        [NR_VERBOSITY_SOME] =
            {
                [NR_HEADLINE] = {fullest, false, NULL, NULL, false},
                [NR_SUMMARY] = {always, true, NULL, NULL, false},
                [NR_BYLINE] = {never, true, NULL, NULL, false},
                [NR_BODY] = {always, true, NULL, NULL, false},
                [NR_CROSSHEAD] = {always, true, NULL, NULL, false},
                [NR_QUOTE] = {unless_repeated, false, NULL, NULL, false},
                [NR_LIST_ITEM] = {always, true, NULL, NULL, false},
                [NR_CAPTION] = {never, true, NULL, NULL, false},
                [NR_TABLE] = {never, true, NULL, NULL, false},
                [NR_CODE] = {never, true, NULL, NULL, false},
                [NR_BOILERPLATE] = {never, true, NULL, NULL, false},
            },
};

static const struct delivery *delivery_of(const struct nr_settings *settings, enum nr_role role)
{
    return &deliveries[settings->verbosity][role];
}

bool delivery_speaks(const struct nr_article *article, const struct nr_settings *settings, size_t index,
                     bool *counts)
{
    enum nr_role role = article->blocks[index].role;
    *counts = true;
    if (settings->skip_roles & NR_ROLE_BIT(role))
        return false;
    if (settings->speak_roles & NR_ROLE_BIT(role))
        return true;
    *counts = delivery_of(settings, role)->silence_counts;
    return delivery_of(settings, role)->speaks(article, index);
}

/* Another list begins where numbers start anew. */
static bool starts_anew(const struct nr_article *article, size_t index)
{
    return article->blocks[index].role == NR_LIST_ITEM && str_starts(text_of(&article->blocks[index]), STR("1. "));
}

/* Finds the blocks of its role in a row that the one at `index` is of, unless that is known. */
static void find_run(const struct nr_article *article, size_t index, struct run *run)
{
    if (index >= run->first && index < run->end)
        return;
    run->first = index;
    run->end = index + 1;
    while (goes_on(article, run->first) && !starts_anew(article, run->first))
        run->first--;
    while (run->end < article->block_count && goes_on(article, run->end) && !starts_anew(article, run->end))
        run->end++;
}

/* Of a block of code the lines, else the blocks of the role in a row. */
static struct telling count(const struct nr_article *article, size_t index, const char *words, struct run *run)
{
    const struct nr_block *block = &article->blocks[index];
    struct telling telling = {words, 1, 1};
    if (block->role != NR_CODE) {
        find_run(article, index, run);
        return (struct telling){words, index - run->first + 1, run->end - run->first};
    }
    struct nr_span span = nr_block_span(block, 0, block->length);
    for (size_t i = span.start; i < span.end; i++)
        telling.count += article->source[i] == '\n';
    return telling;
}

struct telling delivery_announcement(const struct nr_article *article, const struct nr_settings *settings,
                                     size_t index, struct run *run)
{
    enum nr_role role = article->blocks[index].role;
    const char *words = delivery_of(settings, role)->announcement;
    bool wanted = words && !(settings->skip_roles & NR_ROLE_BIT(role)) && !goes_on(article, index);
    return wanted ? count(article, index, words, run) : (struct telling){0};
}

struct telling delivery_lead(const struct nr_article *article, const struct nr_settings *settings, size_t index,
                             struct run *run)
{
    const struct delivery *delivery = delivery_of(settings, article->blocks[index].role);
    bool wanted = delivery->lead && (delivery->leads_all || !goes_on(article, index));
    return wanted ? count(article, index, delivery->lead, run) : (struct telling){0};
}
