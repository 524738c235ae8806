/* WAV and MP3: chapters in chunks with a name and a length. */
#include "buf.h"
#include "fail.h"
#include "found.h"
#include "utf8.h"

#include <stdio.h>
#include <string.h>

#define CHUNK_BYTES_MAX ((size_t)64 << 20)

static uint32_t number_at(struct str bytes, size_t at, bool big_endian)
{
    uint32_t number = 0;
    for (size_t i = 0; i < 4 && at + i < bytes.length; i++)
        number |= (uint32_t)(unsigned char)bytes.at[at + i] << 8 * (big_endian ? 3 - i : i);
    return number;
}

/* Takes a name of 4 bytes, a length, `skip` bytes more, and that many bytes. */
static bool take_chunk(struct str *bytes, bool big_endian, size_t skip, struct str *name, struct str *body)
{
    if (bytes->length < 8 + skip)
        return false;
    size_t length = number_at(*bytes, 4, big_endian), start = 8 + skip;
    *name = str_slice(*bytes, 0, 4);
    *body = str_slice(*bytes, start, start + length);
    *bytes = str_slice(*bytes, start + body->length, bytes->length);
    return true;
}

static struct str until_nul(struct str bytes)
{
    return str_slice(bytes, 0, str_find(bytes, (struct str){"\0", 1}));
}

static void read_cues(struct found *found, struct str body, uint64_t sample_rate)
{
    uint32_t count = number_at(body, 0, false);
    for (size_t i = 0, at = 4; i < count && at + 24 <= body.length; i++, at += 24) {
        struct found_chapter *chapter = found_at(found, number_at(body, at, false) - UINT32_C(1));
        if (!chapter)
            return;
        chapter->has_start = sample_rate > 0;
        chapter->start_ms = sample_rate > 0 ? number_at(body, at + 20, false) * UINT64_C(1000) / sample_rate : 0;
    }
}

static void read_labels(struct found *found, struct str body)
{
    struct str name, label;
    body = str_slice(body, 4, body.length);
    while (take_chunk(&body, false, 0, &name, &label)) {
        struct found_chapter *chapter = found_at(found, number_at(label, 0, false) - UINT32_C(1));
        if (str_equal(name, STR("labl")) && chapter)
            chapter->title = arena_string(found->arena, until_nul(str_slice(label, 4, label.length)));
        body = str_slice(body, label.length % 2, body.length);
    }
}

/* The next chunk that is not the sound, in *bytes. */
static bool next_chunk(FILE *file, char name[4], struct buf *bytes)
{
    char head[8];
    char part[4096];
    buf_clear(bytes);
    if (fread(head, 1, sizeof head, file) != sizeof head || memcmp(head, "data", 4) == 0)
        return false;
    memcpy(name, head, 4);
    size_t left = number_at((struct str){head, sizeof head}, 4, false);
    if (left > CHUNK_BYTES_MAX)
        return false;
    for (left += left % 2; left > 0;) {
        size_t got = fread(part, 1, left < sizeof part ? left : sizeof part, file);
        if (got == 0)
            return false;
        buf_append(bytes, (struct str){part, got});
        left -= got;
    }
    return true;
}

static void read_chunks(FILE *file, struct found *found)
{
    char name[4];
    struct buf bytes = {0};
    uint32_t sample_rate = 0;
    while (next_chunk(file, name, &bytes)) {
        struct str body = buf_str(&bytes);
        if (memcmp(name, "fmt ", 4) == 0)
            sample_rate = number_at(body, 4, false);
        else if (memcmp(name, "cue ", 4) == 0)
            read_cues(found, body, sample_rate);
        else if (memcmp(name, "LIST", 4) == 0 && str_starts(body, STR("adtl")))
            read_labels(found, body);
    }
    buf_free(&bytes);
}

bool found_in_wav(const char *path, struct found *found, struct nr_error *error)
{
    char head[12];
    FILE *file = fopen(path, "rb");
    if (!file)
        return fail_errno(error, "can't open %s", path);
    bool ok = fread(head, 1, sizeof head, file) == sizeof head && memcmp(head + 8, "WAVE", 4) == 0;
    if (ok)
        read_chunks(file, found);
    fclose(file);
    return ok || fail(error, NR_FAILED, "%s: no WAV file", path);
}

/* ID3v2.3, 3.3: the first byte tells Latin-1 from UTF-16, whose first two tell the order of bytes. */
static const char *read_text(struct str body, struct nr_arena *arena)
{
    struct buf text = {0};
    bool wide = body.length > 2 && body.at[0] == 1;
    bool big = wide && (unsigned char)body.at[1] == 0xFE;
    size_t step = wide ? 2 : 1;
    for (size_t at = wide ? 3 : 1; at + step <= body.length; at += step) {
        uint32_t code = (unsigned char)body.at[at + (wide && big ? 1 : 0)];
        code |= wide ? (uint32_t)(unsigned char)body.at[at + (big ? 0 : 1)] << 8 : 0;
        if (code >= 0xD800 && code < 0xDC00 && at + 4 <= body.length) {
            uint32_t low = (unsigned char)body.at[at + (big ? 3 : 2)];
            low |= (uint32_t)(unsigned char)body.at[at + (big ? 2 : 3)] << 8;
            code = 0x10000 + ((code & 0x3FF) << 10) + (low & 0x3FF);
            at += 2;
        }
        if (code != 0)
            buf_append_code(&text, code);
    }
    const char *copy = arena_string(arena, buf_str(&text));
    buf_free(&text);
    return copy;
}

/* Its name, start, end and two byte offsets, then frames of its own. */
static void read_chapter(struct found *found, struct str body)
{
    struct found_chapter *chapter = found_at(found, found->count);
    struct str rest = str_slice(body, until_nul(body).length + 1, body.length), name, frame;
    if (!chapter || rest.length < 16)
        return;
    chapter->has_start = true;
    chapter->start_ms = number_at(rest, 0, true);
    rest = str_slice(rest, 16, rest.length);
    while (take_chunk(&rest, true, 2, &name, &frame))
        if (str_equal(name, STR("TIT2")))
            chapter->title = read_text(frame, found->arena);
}

static size_t tag_length(const char head[10])
{
    size_t length = 0;
    for (size_t i = 6; i < 10; i++)
        length = length << 7 | (head[i] & 0x7F);
    return length;
}

static bool read_tag(FILE *file, struct buf *tag)
{
    char head[10], part[4096];
    if (fread(head, 1, sizeof head, file) != sizeof head || memcmp(head, "ID3\x03", 4) != 0)
        return false;
    for (size_t left = tag_length(head); left > 0 && tag->length < CHUNK_BYTES_MAX;) {
        size_t got = fread(part, 1, left < sizeof part ? left : sizeof part, file);
        if (got == 0)
            return false;
        buf_append(tag, (struct str){part, got});
        left -= got;
    }
    return true;
}

bool found_in_mp3(const char *path, struct found *found, struct nr_error *error)
{
    struct buf tag = {0};
    FILE *file = fopen(path, "rb");
    if (!file)
        return fail_errno(error, "can't open %s", path);
    bool ok = read_tag(file, &tag);
    fclose(file);
    struct str rest = buf_str(&tag), name, frame;
    while (ok && take_chunk(&rest, true, 2, &name, &frame))
        if (str_equal(name, STR("CHAP")))
            read_chapter(found, frame);
    buf_free(&tag);
    return ok || fail(error, NR_FAILED, "%s: no ID3 tag at its start", path);
}
