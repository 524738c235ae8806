#include "source.h"

#include "fail.h"
#include "place.h"
#include "utf8.h"

#define LOOK_BYTES ((size_t)4096) /* what a file is shows at its start */

/* Files that are given by mistake, by their first bytes and what else is near the start. */
static const struct {
    const char *magic;
    const char *near;
    const char *what;
} kinds[] = {
    {"%PDF-", "", "a PDF"},
    {"PK\3\4", "application/epub+zip", "an EPUB book"},
    {"PK\3\4", "opendocument", "an OpenDocument text"},
    {"PK\3\4", "[Content_Types].xml", "a Word document"},
    {"PK\3\4", "", "a ZIP archive"},
    {"\320\317\021\340", "", "an old Word document"},
    {"{\\rtf", "", "an RTF document"},
    {"\211PNG", "", "a picture"},
    {"\377\330\377", "", "a picture"},
    {"GIF89a", "", "a picture"},
    {"OggS", "", "sound"},
    {"RIFF", "WAVE", "sound"},
    {"fLaC", "", "sound"},
    {"ID3\3", "", "sound"},
    {"ID3\4", "", "sound"},
    {"\177ELF", "", "a program"},
    {"\037\213", "", "a gzip archive"},
};

static const char *const utf16_marks[] = {"\377\376", "\376\377"};
static const char *const html_names[] = {".html", ".htm", ".xhtml", ".mhtml", ".mht"};
static const char *const html_starts[] = {"<!doctype html", "<html"};

static bool is_html(const char *name, struct str text)
{
    struct str path = str_of(name), start = utf8_trim(str_slice(text, 0, LOOK_BYTES));
    for (size_t i = 0; i < sizeof html_names / sizeof *html_names; i++) {
        struct str extension = str_of(html_names[i]);
        if (path.length > extension.length &&
            str_equal_caseless(str_slice(path, path.length - extension.length, path.length), extension))
            return true;
    }
    for (size_t i = 0; i < sizeof html_starts / sizeof *html_starts; i++)
        if (str_starts_caseless(start, str_of(html_starts[i])))
            return true;
    return false;
}

static const char *kind_of(struct str bytes)
{
    struct str start = str_slice(bytes, 0, LOOK_BYTES);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        struct str near = str_of(kinds[i].near);
        if (str_starts(start, str_of(kinds[i].magic)) && (!near.length || str_find(start, near) < start.length))
            return kinds[i].what;
    }
    return NULL;
}

static bool is_utf16(struct str bytes)
{
    for (size_t i = 0; i < sizeof utf16_marks / sizeof *utf16_marks; i++)
        if (str_starts(bytes, str_of(utf16_marks[i])))
            return true;
    return false;
}

/* A NUL, or one byte in ten of C0 controls that no text has: ESC and those of layout aside. */
static bool is_binary(struct str bytes)
{
    struct str start = str_slice(bytes, 0, LOOK_BYTES);
    size_t controls = 0;
    for (size_t i = 0; i < start.length; i++) {
        unsigned char c = (unsigned char)start.at[i];
        controls += c < ' ' && !(c >= '\b' && c <= '\r') && c != 033;
    }
    return controls * 10 > start.length || str_find(bytes, (struct str){"\0", 1}) < bytes.length;
}

static bool check_kind(const char *name, struct str bytes, struct nr_error *error)
{
    const char *kind = kind_of(bytes);
    if (kind)
        return fail(error, NR_REFUSED, "%s: this is %s, not text; save it as plain text", name, kind);
    if (is_utf16(bytes))
        return fail(error, NR_REFUSED, "%s: not UTF-8 but UTF-16; convert it with iconv -f UTF-16 -t UTF-8", name);
    if (is_binary(bytes))
        return fail(error, NR_REFUSED, "%s: binary data, not text; give it a text file", name);
    return true;
}

static bool check_utf8(const char *name, struct str bytes, struct nr_error *error)
{
    size_t bad = utf8_invalid(bytes);
    if (bad == bytes.length)
        return true;
    struct place place = place_of(bytes, bad);
    return fail(error, NR_REFUSED, "%s:%zu:%zu: not UTF-8: byte 0x%02X; convert it with iconv", name, place.line,
                place.column, (unsigned char)bytes.at[bad]);
}

bool source_decode(const char *name, struct str bytes, enum nr_input from, struct str *source,
                   struct nr_error *error)
{
    if (bytes.length > NR_ARTICLE_BYTES_MAX)
        return fail(error, NR_REFUSED, "%s: larger than %zu MiB; split it into articles", name,
                    NR_ARTICLE_BYTES_MAX >> 20);
    if (str_starts(bytes, STR("\357\273\277")))
        bytes = str_slice(bytes, 3, bytes.length);
    if (!bytes.length)
        return fail(error, NR_REFUSED, "%s: empty; give it an article", name);
    if (!check_kind(name, bytes, error))
        return false;
    if (from == NR_INPUT_AUTO && is_html(name, bytes))
        return fail(error, NR_REFUSED, "%s: HTML is not read by this version; save the page as plain text", name);
    *source = bytes;
    return check_utf8(name, bytes, error);
}
