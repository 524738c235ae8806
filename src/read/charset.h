/* Bytes of any charset -> UTF-8. */
#ifndef READ_CHARSET_H
#define READ_CHARSET_H

#include "buf.h"

#include "narrator/error.h"

/* What was found; `note` is "" or one line on what was guessed, for people. */
struct charset {
    struct str text; /* UTF-8: the bytes themselves, or in `converted` */
    struct buf converted;
    char note[256];
};

/* Finds the charset: a byte order mark, strict UTF-8, what the text declares (ICU's name; NULL: nothing), then
 * statistics.  `name` is for messages.  The caller frees charset->converted.  Fails with NR_REFUSED on what is in
 * no charset. */
bool charset_decode(const char *name, struct str bytes, const char *declared, struct charset *charset,
                    struct nr_error *error);

#endif
