#include "cover.h"

#include "fail.h"
#include "path.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#define FRONT_COVER 3u /* ID3v2, APIC */

static unsigned number_at(struct str bytes, size_t at, unsigned length)
{
    unsigned number = 0;
    for (size_t i = at; i < at + length && i < bytes.length; i++)
        number = number << 8 | (unsigned char)bytes.at[i];
    return number;
}

/* The channels of each colour type of PNG (ISO 15948, table 11.1). */
static unsigned png_channels(unsigned type)
{
    static const unsigned char channels[] = {1, 0, 3, 1, 2, 0, 4};
    return type < sizeof channels ? channels[type] : 0;
}

static bool measure_png(struct cover *cover)
{
    struct str bytes = cover->bytes;
    if (!str_starts(bytes, STR("\x89PNG\r\n\x1A\n")) || bytes.length < 33)
        return false;
    cover->mime = "image/png";
    cover->width = number_at(bytes, 16, 4);
    cover->height = number_at(bytes, 20, 4);
    cover->depth = number_at(bytes, 24, 1) * png_channels(number_at(bytes, 25, 1));
    return true;
}

/* SOF0 to SOF15, which hold the size, but for DHT, JPG and DAC between them (ITU T.81, table B.1). */
static bool starts_frame(unsigned marker)
{
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

static bool measure_jpeg(struct cover *cover)
{
    struct str bytes = cover->bytes;
    if (!str_starts(bytes, STR("\xFF\xD8\xFF")))
        return false;
    cover->mime = "image/jpeg";
    for (size_t at = 2; at + 10 <= bytes.length; at += 2 + number_at(bytes, at + 2, 2)) {
        if (number_at(bytes, at, 1) != 0xFF)
            return false;
        if (starts_frame(number_at(bytes, at + 1, 1))) {
            cover->depth = number_at(bytes, at + 4, 1) * number_at(bytes, at + 9, 1);
            cover->height = number_at(bytes, at + 5, 2);
            cover->width = number_at(bytes, at + 7, 2);
            return true;
        }
    }
    return false;
}

static bool read_bytes(const char *path, struct buf *bytes, struct nr_error *error)
{
    char part[4096];
    size_t got;
    FILE *file = fopen(path, "rb");
    if (!file)
        return fail_errno(error, "%s: can't open the cover", path);
    while (bytes->length <= COVER_BYTES_MAX && (got = fread(part, 1, sizeof part, file)) > 0)
        buf_append(bytes, (struct str){part, got});
    bool ok = !ferror(file) || fail_errno(error, "%s: can't read the cover", path);
    fclose(file);
    return ok;
}

static bool measure(const char *path, struct cover *cover, struct nr_error *error)
{
    if (cover->bytes.length > COVER_BYTES_MAX)
        return fail(error, NR_USAGE, "%s: a cover has at most %zu MiB; make it smaller", path,
                    COVER_BYTES_MAX >> 20);
    if (!measure_png(cover) && !measure_jpeg(cover))
        return fail(error, NR_USAGE, "%s: a cover is a JPEG or PNG picture; convert it", path);
    return true;
}

bool cover_load(const char *path, struct nr_arena *arena, const struct cover **cover, struct nr_error *error)
{
    struct buf bytes = {0};
    struct cover *loaded = arena_alloc(arena, sizeof *loaded);
    bool ok = read_bytes(path, &bytes, error);
    loaded->bytes = buf_str(&bytes);
    ok = ok && measure(path, loaded, error);
    if (ok)
        loaded->bytes.at = arena_copy(arena, bytes.at, bytes.length);
    buf_free(&bytes);
    *cover = loaded;
    return ok;
}

static int hex_value(char digit)
{
    static const char digits[] = "0123456789abcdef";
    const char *found = digit ? strchr(digits, digit | (digit >= 'A' ? 0x20 : 0)) : NULL;
    return found ? (int)(found - digits) : -1;
}

/* RFC 3986, 2.1, and without the query, which a saved page's files have not. */
static const char *decode(const char *url, struct nr_arena *arena)
{
    struct str written = str_of(url);
    struct buf path = {0};
    for (size_t i = 0; i < written.length && !strchr("?#", written.at[i]); i++) {
        int high = i + 2 < written.length && written.at[i] == '%' ? hex_value(written.at[i + 1]) : -1;
        int low = high >= 0 ? hex_value(written.at[i + 2]) : -1;
        buf_append_char(&path, low >= 0 ? (char)(high * 16 + low) : written.at[i]);
        i += low >= 0 ? 2 : 0;
    }
    const char *decoded = arena_string(arena, buf_str(&path));
    buf_free(&path);
    return decoded;
}

/* An article is not to be trusted with the reader's other files: nothing above its folder is taken. */
static bool stays_below(struct str path)
{
    while (path.length) {
        size_t slash = str_find(path, STR("/"));
        struct str part = str_slice(path, 0, slash);
        if (!part.length || str_equal(part, STR("..")) || str_find(part, STR(":")) < part.length)
            return false;
        path = str_slice(path, slash + 1, path.length);
    }
    return true;
}

/* The name as it is written comes first: it may hold a '%' or a '?'. */
static const char *find_file(const struct nr_article *article, struct nr_arena *arena)
{
    const char *folder = path_folder(arena, article->name);
    const char *const names[] = {article->image, decode(article->image, arena)};
    struct stat found;
    for (size_t i = 0; i < 2; i++) {
        const char *path = path_join(arena, folder, names[i]);
        if (stays_below(str_of(names[i])) && stat(path, &found) == 0 && S_ISREG(found.st_mode))
            return path;
    }
    return NULL;
}

const struct cover *cover_of_article(const struct nr_article *article, struct nr_arena *arena)
{
    const struct cover *cover;
    struct nr_error error;
    const char *path = article->image ? find_file(article, arena) : NULL;
    if (!path)
        return NULL;
    if (cover_load(path, arena, &cover, &error))
        return cover;
    if (article->notes)
        note(article->notes, article->arena, "%s", error.message);
    return NULL;
}

static void put_number(struct buf *out, size_t number)
{
    for (unsigned i = 0; i < 4; i++)
        buf_append_char(out, (char)(number >> (24 - 8 * i) & 0xFF));
}

void cover_block(const struct cover *cover, struct buf *block)
{
    put_number(block, FRONT_COVER);
    put_number(block, strlen(cover->mime));
    buf_append(block, str_of(cover->mime));
    put_number(block, 0); /* no description */
    put_number(block, cover->width);
    put_number(block, cover->height);
    put_number(block, cover->depth);
    put_number(block, 0); /* no palette */
    put_number(block, cover->bytes.length);
    buf_append(block, cover->bytes);
}
