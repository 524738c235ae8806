/* Tables of data, row by row. */
#ifndef READ_HTML_ROWS_H
#define READ_HTML_ROWS_H

#include "html_text.h"

/* Is the line in a table of data? */
bool html_rows_has(const struct html_page *page, size_t line);

/* Appends the row that the line begins as a block; returns the line behind. */
size_t html_rows_add(struct html_writer *writer, size_t line);

#endif
