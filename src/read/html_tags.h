/* The elements and attributes of HTML that mean something here, as data (HTML Living Standard, sections 4
 * and 15.3). */
#ifndef READ_HTML_TAGS_H
#define READ_HTML_TAGS_H

#include "str.h"

enum html_tag {
    HTML_TEXT,   /* no element */
    HTML_INLINE, /* any other */
    HTML_BLOCK,  /* any other that the browser puts on a line of its own */
    HTML_HIDDEN, /* never on the page */
    HTML_CONTROL,
    HTML_A,
    HTML_ABBR,
    HTML_ADDRESS,
    HTML_ARTICLE,
    HTML_ASIDE,
    HTML_BLOCKQUOTE,
    HTML_BODY,
    HTML_BR,
    HTML_CODE,
    HTML_DEL,
    HTML_EM,
    HTML_FIGCAPTION,
    HTML_FIGURE,
    HTML_FOOTER,
    HTML_FORM,
    HTML_H1,
    HTML_H2,
    HTML_H3,
    HTML_H4,
    HTML_H5,
    HTML_H6,
    HTML_HEAD,
    HTML_HEADER,
    HTML_HR,
    HTML_HTML,
    HTML_IMG,
    HTML_LI,
    HTML_LINK,
    HTML_MAIN,
    HTML_META,
    HTML_NAV,
    HTML_NOSCRIPT,
    HTML_OL,
    HTML_P,
    HTML_PRE,
    HTML_Q,
    HTML_RT,
    HTML_SCRIPT,
    HTML_SECTION,
    HTML_STRONG,
    HTML_SUP,
    HTML_TABLE,
    HTML_TD,
    HTML_TH,
    HTML_TIME,
    HTML_TITLE,
    HTML_TR,
    HTML_UL,
    HTML_TAG_COUNT
};

enum html_attribute {
    HTML_ALT,
    HTML_ARIA_HIDDEN,
    HTML_CLASS,
    HTML_COLSPAN,
    HTML_CONTENT,
    HTML_DATA_COMPONENT,
    HTML_DATETIME,
    HTML_HREF,
    HTML_ATTR_HIDDEN,
    HTML_ID,
    HTML_ITEMPROP,
    HTML_ITEMTYPE,
    HTML_LANG,
    HTML_NAME,
    HTML_PROPERTY,
    HTML_REL,
    HTML_ROLE,
    HTML_START,
    HTML_STYLE,
    HTML_ATTR_TITLE,
    HTML_TYPE,
    HTML_ATTRIBUTE_COUNT,
    HTML_NO_ATTRIBUTE = HTML_ATTRIBUTE_COUNT
};

enum html_tag html_tag_of(const char *name);

enum html_attribute html_attribute_of(const char *name);

/* Does the element break the line before and behind it? */
bool html_is_block(enum html_tag tag);

/* Of "h1" to "h6" the number, else 0. */
unsigned html_heading_level(enum html_tag tag);

#endif
