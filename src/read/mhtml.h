/* Web archives (.mhtml, RFC 2557): a page and its parts as one MIME message. */
#ifndef READ_MHTML_H
#define READ_MHTML_H

#include "buf.h"

#include "narrator/error.h"

/* Does `bytes` start like one? */
bool mhtml_is(struct str bytes);

/* Appends the first page in `bytes` to *page, decoded; *charset is what its header declares, as ICU calls it, NULL
 * if nothing.  Fails with NR_REFUSED if there is no page in it. */
bool mhtml_read(const char *name, struct str bytes, struct buf *page, const char **charset,
                struct nr_error *error);

#endif
