#include "html_tags.h"

#include <stdlib.h>
#include <string.h>

struct row {
    const char *name;
    int value;
};

/* Sorted as strcmp() orders. */
static const struct row tags[] = {
    {"a", HTML_A},
    {"abbr", HTML_ABBR},
    {"acronym", HTML_ABBR},
    {"address", HTML_ADDRESS},
    {"applet", HTML_HIDDEN},
    {"area", HTML_HIDDEN},
    {"article", HTML_ARTICLE},
    {"aside", HTML_ASIDE},
    {"audio", HTML_HIDDEN},
    {"b", HTML_STRONG},
    {"base", HTML_HIDDEN},
    {"blockquote", HTML_BLOCKQUOTE},
    {"body", HTML_BODY},
    {"br", HTML_BR},
    {"button", HTML_CONTROL},
    {"canvas", HTML_HIDDEN},
    {"caption", HTML_FIGCAPTION},
    {"center", HTML_BLOCK},
    {"cite", HTML_EM},
    {"code", HTML_CODE},
    {"datalist", HTML_HIDDEN},
    {"dd", HTML_BLOCK},
    {"del", HTML_DEL},
    {"details", HTML_BLOCK},
    {"dialog", HTML_HIDDEN},
    {"dir", HTML_UL},
    {"div", HTML_BLOCK},
    {"dl", HTML_BLOCK},
    {"dt", HTML_BLOCK},
    {"em", HTML_EM},
    {"embed", HTML_HIDDEN},
    {"fieldset", HTML_BLOCK},
    {"figcaption", HTML_FIGCAPTION},
    {"figure", HTML_FIGURE},
    {"footer", HTML_FOOTER},
    {"form", HTML_FORM},
    {"frame", HTML_HIDDEN},
    {"frameset", HTML_BLOCK},
    {"h1", HTML_H1},
    {"h2", HTML_H2},
    {"h3", HTML_H3},
    {"h4", HTML_H4},
    {"h5", HTML_H5},
    {"h6", HTML_H6},
    {"head", HTML_HEAD},
    {"header", HTML_HEADER},
    {"hgroup", HTML_BLOCK},
    {"hr", HTML_HR},
    {"html", HTML_HTML},
    {"i", HTML_EM},
    {"iframe", HTML_HIDDEN},
    {"img", HTML_IMG},
    {"input", HTML_HIDDEN},
    {"label", HTML_CONTROL},
    {"legend", HTML_CONTROL},
    {"li", HTML_LI},
    {"link", HTML_LINK},
    {"main", HTML_MAIN},
    {"map", HTML_HIDDEN},
    {"marquee", HTML_BLOCK},
    {"menu", HTML_UL},
    {"meta", HTML_META},
    {"nav", HTML_NAV},
    {"noembed", HTML_HIDDEN},
    {"noframes", HTML_BLOCK},
    {"noscript", HTML_NOSCRIPT},
    {"object", HTML_HIDDEN},
    {"ol", HTML_OL},
    {"optgroup", HTML_HIDDEN},
    {"option", HTML_HIDDEN},
    {"p", HTML_P},
    {"param", HTML_HIDDEN},
    {"picture", HTML_INLINE},
    {"pre", HTML_PRE},
    {"progress", HTML_HIDDEN},
    {"q", HTML_Q},
    {"rp", HTML_RT},
    {"rt", HTML_RT},
    {"rtc", HTML_RT},
    {"s", HTML_DEL},
    {"script", HTML_SCRIPT},
    {"section", HTML_SECTION},
    {"select", HTML_HIDDEN},
    {"source", HTML_HIDDEN},
    {"strike", HTML_DEL},
    {"strong", HTML_STRONG},
    {"style", HTML_HIDDEN},
    {"summary", HTML_BLOCK},
    {"sup", HTML_SUP},
    {"svg", HTML_HIDDEN},
    {"table", HTML_TABLE},
    {"tbody", HTML_BLOCK},
    {"td", HTML_TD},
    {"template", HTML_HIDDEN},
    {"textarea", HTML_HIDDEN},
    {"tfoot", HTML_BLOCK},
    {"th", HTML_TH},
    {"thead", HTML_BLOCK},
    {"time", HTML_TIME},
    {"title", HTML_TITLE},
    {"tr", HTML_TR},
    {"track", HTML_HIDDEN},
    {"ul", HTML_UL},
    {"video", HTML_HIDDEN},
};

static const struct row attributes[] = {
    {"alt", HTML_ALT},
    {"aria-hidden", HTML_ARIA_HIDDEN},
    {"class", HTML_CLASS},
    {"colspan", HTML_COLSPAN},
    {"content", HTML_CONTENT},
    {"data-component", HTML_DATA_COMPONENT},
    {"data-testid", HTML_DATA_COMPONENT},
    {"data-type", HTML_DATA_COMPONENT},
    {"datetime", HTML_DATETIME},
    {"hidden", HTML_ATTR_HIDDEN},
    {"href", HTML_HREF},
    {"id", HTML_ID},
    {"itemprop", HTML_ITEMPROP},
    {"itemtype", HTML_ITEMTYPE},
    {"lang", HTML_LANG},
    {"name", HTML_NAME},
    {"property", HTML_PROPERTY},
    {"rel", HTML_REL},
    {"role", HTML_ROLE},
    {"start", HTML_START},
    {"style", HTML_STYLE},
    {"title", HTML_ATTR_TITLE},
    {"type", HTML_TYPE},
    {"xml:lang", HTML_LANG},
};

static const bool inlines[HTML_TAG_COUNT] = {
    [HTML_TEXT] = true,   [HTML_INLINE] = true, [HTML_HIDDEN] = true, [HTML_CONTROL] = true,
    [HTML_A] = true,      [HTML_ABBR] = true,   [HTML_BR] = true,     [HTML_CODE] = true,
    [HTML_DEL] = true,    [HTML_EM] = true,     [HTML_IMG] = true,    [HTML_LINK] = true,
    [HTML_META] = true,   [HTML_Q] = true,      [HTML_RT] = true,     [HTML_SCRIPT] = true,
    [HTML_STRONG] = true, [HTML_SUP] = true,    [HTML_TIME] = true,   [HTML_NOSCRIPT] = true,
};

static int compare(const void *name, const void *row)
{
    return strcmp(name, ((const struct row *)row)->name);
}

static int find(const char *name, const struct row *rows, size_t count, int otherwise)
{
    const struct row *row = bsearch(name, rows, count, sizeof *rows, compare);
    return row ? row->value : otherwise;
}

enum html_tag html_tag_of(const char *name)
{
    return (enum html_tag)find(name, tags, sizeof tags / sizeof *tags, HTML_INLINE);
}

enum html_attribute html_attribute_of(const char *name)
{
    return (enum html_attribute)find(name, attributes, sizeof attributes / sizeof *attributes, HTML_NO_ATTRIBUTE);
}

bool html_is_block(enum html_tag tag)
{
    return !inlines[tag];
}

unsigned html_heading_level(enum html_tag tag)
{
    return tag >= HTML_H1 && tag <= HTML_H6 ? (unsigned)(tag - HTML_H1) + 1 : 0;
}
