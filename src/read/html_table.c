#include "html_table.h"

#include "buf.h"
#include "words.h"

#define CELL_WORDS_MAX   60 /* more in one cell are running text */
#define DATA_ROWS_MIN    2
#define DATA_COLUMNS_MIN 2

static bool is_cell(enum html_tag tag)
{
    return tag == HTML_TD || tag == HTML_TH;
}

static uint32_t count_words(const struct html_tree *tree, uint32_t cell)
{
    struct buf text = {0};
    uint32_t count = 0;
    html_gather(tree, cell, &text);
    for (struct str rest = buf_str(&text), word; word_take(&rest, &word);)
        count++;
    buf_free(&text);
    return count;
}

/* A row of header cells alone names the columns, the first such row. */
static void take_headers(const struct html_tree *tree, uint32_t row, struct html_table *table)
{
    const struct html_node *nodes = tree->nodes;
    uint32_t found[TABLE_SMALL_COLUMNS], count = 0;
    for (uint32_t i = row + 1; i < nodes[row].end; i = is_cell(nodes[i].tag) ? nodes[i].end : i + 1) {
        if (nodes[i].tag == HTML_TD)
            return;
        if (nodes[i].tag == HTML_TH && count < TABLE_SMALL_COLUMNS)
            found[count++] = i;
    }
    for (uint32_t i = 0; count > 1 && i < count; i++)
        table->headers[i] = found[i];
}

static void take_row(const struct html_tree *tree, uint32_t row, struct html_table *table)
{
    const struct html_node *nodes = tree->nodes;
    uint32_t cells = 0;
    for (uint32_t i = row + 1; i < nodes[row].end; i++) {
        if (!is_cell(nodes[i].tag))
            continue;
        uint32_t words = count_words(tree, i);
        cells++;
        table->headed |= nodes[i].tag == HTML_TH;
        table->words_max = words > table->words_max ? words : table->words_max;
    }
    if (!table->rows++)
        take_headers(tree, row, table);
    table->columns = cells > table->columns ? cells : table->columns;
}

void html_table_read(const struct html_tree *tree, uint32_t node, struct html_table *table)
{
    const struct html_node *nodes = tree->nodes;
    *table = (struct html_table){.node = node};
    for (size_t i = 0; i < TABLE_SMALL_COLUMNS; i++)
        table->headers[i] = HTML_NONE;
    for (uint32_t i = node + 1; !table->nested && i < nodes[node].end; i++)
        table->nested = nodes[i].tag == HTML_TABLE;
    for (uint32_t i = node + 1; !table->nested && i < nodes[node].end; i++) {
        if (nodes[i].tag != HTML_TR)
            continue;
        take_row(tree, i, table);
        i = nodes[i].end - 1;
    }
    if (str_equal_caseless(html_attribute(tree, node, HTML_ROLE), STR("presentation")))
        table->nested = true;
}

bool html_table_is_data(const struct html_table *table)
{
    return !table->nested && table->rows >= DATA_ROWS_MIN && table->columns >= DATA_COLUMNS_MIN &&
           table->words_max <= CELL_WORDS_MAX;
}

uint32_t html_table_column(const struct html_tree *tree, uint32_t cell)
{
    const struct html_node *nodes = tree->nodes;
    uint32_t row = html_ancestor(tree, cell, HTML_TR), column = 0;
    if (row == HTML_NONE)
        return 0;
    for (uint32_t i = row + 1; i < cell; i = is_cell(nodes[i].tag) ? nodes[i].end : i + 1)
        column += is_cell(nodes[i].tag);
    return column;
}
