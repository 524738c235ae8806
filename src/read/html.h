/* Saved web pages -> the blocks of their article. */
#ifndef READ_HTML_H
#define READ_HTML_H

#include "draft.h"

/* Appends the blocks of the article in `source`.  Fails with NR_REFUSED over a limit. */
bool html_read(struct draft *draft, const char *name, struct str source, struct nr_error *error);

#endif
