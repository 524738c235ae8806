#include "html_rows.h"

#include "html_hints.h"

/* The cell of the line, if it is in a table of data below the article's top; else HTML_NONE. */
static uint32_t cell_of(const struct html_page *page, const struct html_line *line)
{
    const struct html_tree *tree = &page->tree;
    uint32_t node = line->block;
    if (!(line->within & HTML_WITHIN_DATA) || html_ancestor(tree, node, HTML_TABLE) < page->article.top)
        return HTML_NONE;
    while (tree->nodes[node].tag != HTML_TABLE && tree->nodes[node].tag != HTML_TD &&
           tree->nodes[node].tag != HTML_TH)
        node = tree->nodes[node].parent;
    return tree->nodes[node].tag == HTML_TABLE ? HTML_NONE : node;
}

static bool is_small(const struct html_table *table)
{
    return table->columns <= TABLE_SMALL_COLUMNS && table->rows <= TABLE_SMALL_ROWS + 1;
}

/* Before a value of a small table what it is the value of. */
static void add_header(struct html_writer *writer, uint32_t cell)
{
    const struct html_tree *tree = &writer->page->tree;
    const struct html_table *table = &writer->table;
    uint32_t column = is_small(table) ? html_table_column(tree, cell) : TABLE_SMALL_COLUMNS;
    uint32_t header = column < TABLE_SMALL_COLUMNS ? table->headers[column] : HTML_NONE;
    struct buf words = {0};
    if (tree->nodes[cell].tag == HTML_TH || header == HTML_NONE ||
        html_ancestor(tree, header, HTML_TR) == html_ancestor(tree, cell, HTML_TR))
        return;
    html_gather(tree, header, &words);
    if (words.length)
        buf_append(&words, words.at[words.length - 1] == ':' ? STR(" ") : STR(": "));
    html_text_mark(writer, buf_str(&words));
    buf_free(&words);
}

bool html_rows_has(const struct html_page *page, size_t line)
{
    return cell_of(page, &page->lines.all[line]) != HTML_NONE;
}

/* A small table's headers are said with the values. */
static bool is_header_row(const struct html_table *table, const struct html_tree *tree, uint32_t row)
{
    return is_small(table) && table->headers[0] != HTML_NONE &&
           html_ancestor(tree, table->headers[0], HTML_TR) == row;
}

size_t html_rows_add(struct html_writer *writer, size_t index)
{
    const struct html_page *page = writer->page;
    const struct html_tree *tree = &page->tree;
    uint32_t first = cell_of(page, &page->lines.all[index]), last = HTML_NONE;
    uint32_t row = html_ancestor(tree, first, HTML_TR), table = html_ancestor(tree, first, HTML_TABLE);
    if (table != writer->table.node)
        html_table_read(tree, table, &writer->table);
    for (; index < page->lines.count; index++) {
        uint32_t cell = cell_of(page, &page->lines.all[index]);
        if (cell == HTML_NONE || html_ancestor(tree, cell, HTML_TR) != row)
            break;
        if (!page->article.kept[index] || is_header_row(&writer->table, tree, row))
            continue;
        if (last != HTML_NONE)
            html_text_mark(writer, cell == last ? STR(" ") : STR("; "));
        if (cell != last)
            add_header(writer, cell);
        html_text_take(writer, page->lines.all[index].first, page->lines.all[index].end);
        last = cell;
    }
    html_text_finish(writer, (struct markup){.why = "row of a table", .role = NR_TABLE});
    return index;
}
