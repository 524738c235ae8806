/* A growing run of bytes, always followed by a NUL.  A zeroed struct is empty. */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include "str.h"

#include <stdint.h>

struct buf {
    char *at; /* NULL while empty */
    size_t length;
    size_t capacity;
};

void buf_append(struct buf *buf, struct str text);
void buf_append_char(struct buf *buf, char c);

/* Appends `count` bytes for the caller to fill in. */
char *buf_extend(struct buf *buf, size_t count);

/* Appends one code point as UTF-8. */
void buf_append_code(struct buf *buf, uint32_t code);

void buf_printf(struct buf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Drops what was appended; keeps the memory. */
void buf_clear(struct buf *buf);

/* The bytes so far; valid until the next append. */
struct str buf_str(const struct buf *buf);

void buf_free(struct buf *buf);

#endif
