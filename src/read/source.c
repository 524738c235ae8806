#include "source.h"

#include "fail.h"
#include "html_charset.h"
#include "mhtml.h"
#include "utf8.h"

#define LOOK_BYTES ((size_t)4096) /* what a file is shows at its start */

/* One byte in so many may be a control. */
#define CONTROLS         10
#define CONTROLS_GUESSED 50

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

static const char *const html_names[] = {".html", ".htm", ".xhtml", ".mhtml", ".mht"};
static const char *const html_starts[] = {"<!doctype html", "<html", "<head", "<body", "<title>"};

static const char *const markdown_names[] = {".md", ".markdown"};
static const char *const blocks_names[] = {".blocks"};
static const char *const jsonl_names[] = {".jsonl", ".ndjson"};

static bool has_extension(const char *name, const char *const *extensions, size_t count)
{
    struct str path = str_of(name);
    for (size_t i = 0; i < count; i++) {
        struct str extension = str_of(extensions[i]);
        if (path.length > extension.length &&
            str_equal_caseless(str_slice(path, path.length - extension.length, path.length), extension))
            return true;
    }
    return false;
}

#define HAS_EXTENSION(name, extensions) has_extension(name, extensions, sizeof extensions / sizeof *extensions)

/* "<?xml ...?>" and "<!-- saved from ... -->" may stand before a page. */
static struct str behind_comments(struct str text)
{
    for (;;) {
        text = utf8_trim(text);
        bool comment = str_starts(text, STR("<!--"));
        if (!comment && !str_starts(text, STR("<?xml")))
            return text;
        struct str closes = comment ? STR("-->") : STR("?>");
        text = str_slice(text, str_find(text, closes) + closes.length, text.length);
    }
}

static bool is_html(const char *name, struct str text)
{
    struct str start = behind_comments(str_slice(text, 0, LOOK_BYTES));
    bool named = HAS_EXTENSION(name, html_names);
    for (size_t i = 0; !named && i < sizeof html_starts / sizeof *html_starts; i++)
        named = str_starts_caseless(start, str_of(html_starts[i]));
    return named;
}

static enum nr_input detect(const char *name, struct str text, enum nr_input from)
{
    if (from != NR_INPUT_AUTO)
        return from;
    return HAS_EXTENSION(name, markdown_names) ? NR_INPUT_MARKDOWN
           : HAS_EXTENSION(name, blocks_names) ? NR_INPUT_BLOCKS
           : HAS_EXTENSION(name, jsonl_names)  ? NR_INPUT_JSONL
           : is_html(name, text)               ? NR_INPUT_HTML
                                               : NR_INPUT_TEXT;
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

/* A NUL, or one byte in `most` of C0 controls that no text has: ESC and those of layout aside. */
static bool is_binary(struct str bytes, size_t most)
{
    struct str start = str_slice(bytes, 0, LOOK_BYTES);
    size_t controls = 0;
    for (size_t i = 0; i < start.length; i++) {
        unsigned char c = (unsigned char)start.at[i];
        controls += c < ' ' && !(c >= '\b' && c <= '\r') && c != 033;
    }
    return controls * most > start.length || str_find(bytes, (struct str){"\0", 1}) < bytes.length;
}

static bool check_kind(const char *name, struct str bytes, struct nr_error *error)
{
    const char *kind = kind_of(bytes);
    return !kind || fail(error, NR_REFUSED, "%s: this is %s, not text; save it as plain text", name, kind);
}

/* Any bytes are windows-1252, so that what had to be guessed is looked at harder. */
static bool check_text(const char *name, const struct charset *source, struct nr_error *error)
{
    if (!source->text.length)
        return fail(error, NR_REFUSED, "%s: empty; give it an article", name);
    return !is_binary(source->text, source->note[0] ? CONTROLS_GUESSED : CONTROLS) ||
           fail(error, NR_REFUSED, "%s: binary data, not text; give it a text file", name);
}

/* Browsers drop NULs (HTML, section 13.2.6.4.7) and show no controls; libxml2 would stop at the first. */
static void drop_controls(struct charset *source)
{
    struct str text = source->text;
    struct buf kept = {0};
    size_t from = 0;
    for (size_t at = 0; at < text.length; at++) {
        unsigned char c = (unsigned char)text.at[at];
        if (c >= ' ' || c == '\n' || c == '\r' || c == '\t')
            continue;
        buf_append(&kept, str_slice(text, from, at));
        if (c == '\f')
            buf_append_char(&kept, ' ');
        from = at + 1;
    }
    if (!from)
        return;
    buf_append(&kept, str_slice(text, from, text.length));
    buf_free(&source->converted);
    source->converted = kept;
    source->text = buf_str(&kept);
}

/* The charset that the bytes declare: pages do, and those that are damaged and do not get the default of browsers.
 */
static const char *find_declared(const char *name, struct str bytes, enum nr_input from)
{
    if (detect(name, bytes, from) != NR_INPUT_HTML)
        return NULL;
    const char *declared = html_charset(bytes);
    bool damaged = str_find(bytes, (struct str){"\0", 1}) < bytes.length;
    return declared || !damaged ? declared : "windows-1252";
}

/* A web archive's page takes the archive's place. */
static bool unpack(const char *name, struct str *bytes, enum nr_input *from, struct buf *page,
                   const char **declared, struct nr_error *error)
{
    bool may = *from == NR_INPUT_AUTO || *from == NR_INPUT_HTML;
    if (!may || !mhtml_is(*bytes))
        return true;
    if (!mhtml_read(name, *bytes, page, declared, error))
        return false;
    *from = NR_INPUT_HTML;
    *bytes = buf_str(page);
    return true;
}

static bool decode(const char *name, struct str bytes, enum nr_input *from, const char *declared,
                   struct charset *source, struct nr_error *error)
{
    if (!declared)
        declared = find_declared(name, bytes, *from);
    if (!check_kind(name, bytes, error) || !charset_decode(name, bytes, declared, source, error))
        return false;
    *from = detect(name, source->text, *from);
    if (*from == NR_INPUT_HTML)
        drop_controls(source);
    return check_text(name, source, error);
}

bool source_decode(const char *name, struct str bytes, enum nr_input *from, struct charset *source,
                   struct nr_error *error)
{
    struct buf page = {0};
    const char *declared = NULL;
    *source = (struct charset){.text = bytes};
    if (bytes.length > NR_ARTICLE_BYTES_MAX)
        return fail(error, NR_REFUSED, "%s: larger than %zu MiB; split it into articles", name,
                    NR_ARTICLE_BYTES_MAX >> 20);
    bool done =
        unpack(name, &bytes, from, &page, &declared, error) && decode(name, bytes, from, declared, source, error);
    if (source->converted.at)
        buf_free(&page);
    else
        source->converted = page;
    return done;
}
