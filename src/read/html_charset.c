#include "html_charset.h"

#include <string.h>

#define LOOK_BYTES ((size_t)16 << 10) /* browsers look at 1024, and start again when it comes later */

/* What pages call charsets, and what browsers take these for. */
static const struct {
    const char *label;
    const char *charset;
} labels[] = {
    {"windows-1252", "windows-1252"},
    {"iso-8859-1", "windows-1252"},
    {"iso8859-1", "windows-1252"},
    {"latin1", "windows-1252"},
    {"us-ascii", "windows-1252"},
    {"ascii", "windows-1252"},
    {"cp1252", "windows-1252"},
    {"iso-8859-15", "ISO-8859-15"},
    {"iso-8859-2", "ISO-8859-2"},
    {"windows-1250", "windows-1250"},
    {"windows-1251", "windows-1251"},
    {"cp1251", "windows-1251"},
    {"koi8-r", "KOI8-R"},
    {"koi8-u", "KOI8-U"},
    {"iso-8859-5", "ISO-8859-5"},
    {"iso-8859-7", "ISO-8859-7"},
    {"windows-1253", "windows-1253"},
    {"iso-8859-9", "windows-1254"},
    {"windows-1254", "windows-1254"},
    {"iso-8859-6", "ISO-8859-6"},
    {"windows-1256", "windows-1256"},
    {"iso-8859-8", "windows-1255"},
    {"iso-8859-8-i", "windows-1255"},
    {"windows-1255", "windows-1255"},
    {"iso-8859-13", "ISO-8859-13"},
    {"windows-1257", "windows-1257"},
    {"windows-1258", "windows-1258"},
    {"tis-620", "windows-874"},
    {"windows-874", "windows-874"},
    {"iso-8859-11", "windows-874"},
    {"gb2312", "GB18030"},
    {"gbk", "GB18030"},
    {"gb18030", "GB18030"},
    {"x-gbk", "GB18030"},
    {"big5", "Big5-HKSCS"},
    {"big5-hkscs", "Big5-HKSCS"},
    {"shift_jis", "ibm-943_P15A-2003"},
    {"shift-jis", "ibm-943_P15A-2003"},
    {"sjis", "ibm-943_P15A-2003"},
    {"x-sjis", "ibm-943_P15A-2003"},
    {"windows-31j", "ibm-943_P15A-2003"},
    {"euc-jp", "EUC-JP"},
    {"x-euc-jp", "EUC-JP"},
    {"iso-2022-jp", "ISO-2022-JP"},
    {"euc-kr", "windows-949"},
    {"ks_c_5601-1987", "windows-949"},
    {"ksc5601", "windows-949"},
    {"windows-949", "windows-949"},
    {"macintosh", "macintosh"},
};

const char *html_charset_of(struct str label)
{
    label = str_trim(label);
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
        if (str_equal_caseless(str_of(labels[i].label), label))
            return labels[i].charset;
    return NULL;
}

static size_t find_caseless(struct str text, struct str needle, size_t at)
{
    while (at < text.length && !str_starts_caseless(str_slice(text, at, text.length), needle))
        at++;
    return at;
}

/* The label behind "charset" and "=" in a tag. */
static struct str label_in(struct str tag)
{
    size_t at = find_caseless(tag, STR("charset"), 0) + 7;
    while (at < tag.length && strchr(" \t\r\n=\"'", tag.at[at]))
        at++;
    size_t end = at;
    while (end < tag.length && !strchr(" \t\r\n\"';/>", tag.at[end]))
        end++;
    return str_slice(tag, at, end);
}

const char *html_charset(struct str bytes)
{
    struct str start = str_slice(bytes, 0, LOOK_BYTES);
    for (size_t at = find_caseless(start, STR("<meta"), 0); at < start.length;
         at = find_caseless(start, STR("<meta"), at + 1)) {
        struct str rest = str_slice(start, at, start.length);
        struct str label = label_in(str_slice(rest, 0, str_find(rest, STR(">"))));
        if (label.length)
            return html_charset_of(label);
    }
    return NULL;
}
