/* The heads of letters by e-mail, and where a text that was sent on begins. */
#ifndef READ_MAIL_H
#define READ_MAIL_H

#include "draft.h"

/* Adds FEATURE_WRITER, FEATURE_DATE or FEATURE_SITE to the fields of a head. */
void mail_find_heads(struct draft *draft);

/* The first block behind "Forwarded message" or "... wrote:" below a note to the receiver; 0: there is none. */
size_t mail_start(const struct draft *draft);

#endif
