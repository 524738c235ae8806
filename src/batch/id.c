#include "id.h"

#include "buf.h"
#include "utf8.h"

#include <string.h>

#define REPLACEMENT 0xFFFDu

static const char *finish(struct nr_arena *arena, struct buf *text)
{
    const char *copy = arena_string(arena, buf_str(text));
    buf_free(text);
    return copy;
}

const char *id_of(struct nr_arena *arena, const char *path)
{
    struct str bytes = str_of(path);
    struct buf id = {0};
    size_t length;
    for (size_t at = 0; at < bytes.length; at += length) {
        uint32_t code = utf8_at(bytes, at, &length);
        bool plain = code != UTF8_BAD && code >= ' ' && code != '%' && (code < 0x7F || code > 0x9F);
        if (plain)
            buf_append(&id, str_slice(bytes, at, at + length));
        for (size_t i = 0; !plain && i < length; i++)
            buf_printf(&id, "%%%02X", (unsigned)(unsigned char)bytes.at[at + i]);
    }
    return finish(arena, &id);
}

static int hex_value(char digit)
{
    static const char digits[] = "0123456789ABCDEF";
    const char *found = digit ? strchr(digits, digit) : NULL;
    return found ? (int)(found - digits) : -1;
}

const char *id_path(struct nr_arena *arena, const char *id)
{
    struct buf path = {0};
    for (const char *at = id; *at; at++) {
        int high = *at == '%' ? hex_value(at[1]) : -1;
        int low = high >= 0 ? hex_value(at[2]) : -1;
        buf_append_char(&path, low >= 0 ? (char)(high * 16 + low) : *at);
        at += low >= 0 ? 2 : 0;
    }
    return finish(arena, &path);
}

const char *id_url(struct nr_arena *arena, const char *path)
{
    struct buf url = {0};
    for (const char *at = path; *at; at++) {
        bool plain = (*at >= 'a' && *at <= 'z') || (*at >= 'A' && *at <= 'Z') || (*at >= '0' && *at <= '9') ||
                     strchr("-._~/", *at);
        if (plain)
            buf_append_char(&url, *at);
        else
            buf_printf(&url, "%%%02X", (unsigned)(unsigned char)*at);
    }
    return finish(arena, &url);
}

const char *id_readable(struct nr_arena *arena, const char *text)
{
    struct str bytes = str_of(text);
    struct buf readable = {0};
    size_t length;
    for (size_t at = 0; at < bytes.length; at += length) {
        uint32_t code = utf8_at(bytes, at, &length);
        buf_append_code(&readable, code == UTF8_BAD || code == 0xFFFE || code == 0xFFFF ? REPLACEMENT
                                   : code < ' '                                         ? ' '
                                                                                        : code);
    }
    return finish(arena, &readable);
}
