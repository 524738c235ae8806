/* The words of a page's nodes -> the text of a block, with its spans. */
#ifndef READ_HTML_TEXT_H
#define READ_HTML_TEXT_H

#include "draft.h"
#include "html_page.h"
#include "html_roles.h"
#include "html_table.h"
#include "inline.h"

/* A zeroed struct with draft and page is ready. */
struct html_writer {
    struct draft *draft;
    const struct html_page *page;
    struct inline_text text;
    struct inline_text struck;        /* struck-out words of the block: they become one behind it */
    const char *language;             /* of the block, if it is stated and not the page's */
    const struct html_value *picture; /* whose text was taken last */
    size_t reached;                   /* source byte behind the text taken last */
    struct html_count count;          /* of the numbered list */
    struct html_table table;          /* that was read last */
};

/* Takes the words of nodes first..end-1: without references to notes, readings of characters and what is not seen.
 */
void html_text_take(struct html_writer *writer, uint32_t first, uint32_t end);

/* Takes the words of an attribute. */
void html_text_take_value(struct html_writer *writer, const struct html_value *value);

/* Takes words that stand nowhere, behind the text. */
void html_text_mark(struct html_writer *writer, struct str mark);

/* Ends the block; without words it is none. */
void html_text_finish(struct html_writer *writer, struct markup markup);

void html_text_free(struct html_writer *writer);

#endif
