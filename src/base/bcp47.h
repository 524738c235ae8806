/* Language tags (BCP 47): "en", "de-AT", "zh-Hant-TW". */
#ifndef BASE_BCP47_H
#define BASE_BCP47_H

#include "str.h"

/* The language of blocks that are printed, when the article states one, is a last block of boilerplate: this and
 * the tag.  BCP47_NONE says that a last block that looks so is the article's own. */
#define BCP47_LINE "Language: "
#define BCP47_NONE "und"

/* Has `text` the form of a language tag? */
bool bcp47_is_tag(struct str text);

/* The tag in a text of the form of BCP47_LINE; empty if it has another. */
struct str bcp47_of_line(struct str text);

#endif
