#include "buf.h"

#include "memory.h"
#include "utf8.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *reserve(struct buf *buf, size_t more)
{
    void *at = buf->at;
    memory_reserve(&at, &buf->capacity, buf->length + more + 1, 1);
    buf->at = at;
    return buf->at + buf->length;
}

static void advance(struct buf *buf, size_t count)
{
    buf->length += count;
    buf->at[buf->length] = '\0';
}

void buf_append(struct buf *buf, struct str text)
{
    if (!text.length)
        return;
    memcpy(reserve(buf, text.length), text.at, text.length);
    advance(buf, text.length);
}

void buf_append_char(struct buf *buf, char c)
{
    *reserve(buf, 1) = c;
    advance(buf, 1);
}

char *buf_extend(struct buf *buf, size_t count)
{
    char *at = reserve(buf, count);
    advance(buf, count);
    return at;
}

void buf_append_code(struct buf *buf, uint32_t code)
{
    char *at = reserve(buf, UTF8_BYTES_MAX);
    advance(buf, utf8_encode(code, at));
}

void buf_printf(struct buf *buf, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    int length = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (length <= 0)
        return;
    char *at = reserve(buf, (size_t)length);
    va_start(args, format);
    vsnprintf(at, (size_t)length + 1, format, args);
    va_end(args);
    advance(buf, (size_t)length);
}

void buf_clear(struct buf *buf)
{
    buf->length = 0;
    if (buf->at)
        buf->at[0] = '\0';
}

struct str buf_str(const struct buf *buf)
{
    return (struct str){buf->at ? buf->at : "", buf->length};
}

void buf_free(struct buf *buf)
{
    free(buf->at);
    *buf = (struct buf){0};
}
