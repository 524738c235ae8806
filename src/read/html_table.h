/* Tables: those that hold data, and those that only lay a page out. */
#ifndef READ_HTML_TABLE_H
#define READ_HTML_TABLE_H

#include "html_tree.h"
#include "tables.h"

struct html_table {
    uint32_t node;
    uint32_t rows;
    uint32_t columns;                      /* of the longest row */
    uint32_t words_max;                    /* of a cell */
    bool headed;                           /* there are header cells */
    bool nested;                           /* another table is in it */
    uint32_t headers[TABLE_SMALL_COLUMNS]; /* per column its header cell, HTML_NONE if there is none */
};

/* Looks at the table. */
void html_table_read(const struct html_tree *tree, uint32_t node, struct html_table *table);

/* Does it hold data, not the page's layout? */
bool html_table_is_data(const struct html_table *table);

/* The number of the cell in its row, from 0. */
uint32_t html_table_column(const struct html_tree *tree, uint32_t cell);

#endif
