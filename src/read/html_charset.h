/* The charset that a page declares (HTML, section 13.2.3.2; labels: WHATWG Encoding, section 4.2). */
#ifndef READ_HTML_CHARSET_H
#define READ_HTML_CHARSET_H

#include "str.h"

/* What <meta> at the start of `bytes` declares, as ICU calls it; NULL: nothing, UTF-8, or no charset of the Web.
 */
const char *html_charset(struct str bytes);

/* The charset with this label, the same way. */
const char *html_charset_of(struct str label);

#endif
