/* A view of bytes somebody else owns, passed by value. */
#ifndef BASE_STR_H
#define BASE_STR_H

#include <stdbool.h>
#include <stddef.h>

struct str {
    const char *at;
    size_t length;
};

/* The view of a string literal. */
#define STR(literal) ((struct str){"" literal, sizeof(literal) - 1})

/* The view of a NUL-terminated string; NULL is empty. */
struct str str_of(const char *text);

/* Bytes start..end of `text`; both are cut to its length. */
struct str str_slice(struct str text, size_t start, size_t end);

bool str_equal(struct str a, struct str b);

/* Equal but for the case of ASCII letters. */
bool str_equal_caseless(struct str a, struct str b);

bool str_starts(struct str text, struct str prefix);
bool str_starts_caseless(struct str text, struct str prefix);
bool str_ends(struct str text, struct str suffix);

/* Where `needle` first stands in `text`; text.length when it does not. */
size_t str_find(struct str text, struct str needle);

/* Orders as memcmp() does, a prefix first. */
int str_compare(struct str a, struct str b);

/* Without ASCII white space at both ends. */
struct str str_trim(struct str text);

/* Takes the next line off *rest, without its '\n' or '\r\n'; false when nothing is left. */
bool str_take_line(struct str *rest, struct str *line);

#endif
