/* Markdown (CommonMark with GitHub's tables and strikethrough, front matter, footnotes) -> blocks. */
#ifndef READ_MARKDOWN_H
#define READ_MARKDOWN_H

#include "draft.h"

/* Appends the blocks of `source`.  Fails with NR_REFUSED over a limit. */
bool markdown_read(struct draft *draft, const char *name, struct str source, struct nr_error *error);

#endif
