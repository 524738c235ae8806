#include "enumeration.h"

#include "memory.h"
#include "utf8.h"

#include <stdlib.h>

#define ITEM_BYTES_MAX 600 /* from one item to the next */
#define LOOK_BACK      24  /* items between an item and the one it counts on from: nested lists */

static const uint32_t bullets[] = {0xB7, 0x2022, 0x2023, 0x2043, 0x25AA, 0x25CF};

enum { STYLE_LETTER = 1, STYLE_BRACKET = 2, STYLE_STOP = 4, STYLE_CLOSE = 8 };

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static char byte_at(struct str text, size_t at)
{
    return at < text.length ? text.at[at] : '\0';
}

/* Reads "12" or "b" at *at. */
static bool scan_label(struct str text, size_t *at, struct enumerator *item)
{
    char first = byte_at(text, *at);
    if (is_digit(first)) {
        for (; is_digit(byte_at(text, *at)) && item->value < 100; ++*at)
            item->value = item->value * 10 + (unsigned)(text.at[*at] - '0');
        return item->value > 0 && item->value < 100;
    }
    item->style |= STYLE_LETTER;
    item->value = (unsigned char)first;
    ++*at;
    return first >= 'a' && first <= 'z';
}

/* Where the label starts: behind a bullet and a space, if there are any. */
static size_t skip_bullet(struct str text, size_t at)
{
    size_t length;
    uint32_t code = utf8_at(text, at, &length);
    for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++)
        if (bullets[i] == code)
            return at + length + (byte_at(text, at + length) == ' ');
    return at;
}

/* Reads an item's number that starts at `at`, from its bullet on. */
static bool scan_item(struct str text, size_t at, struct enumerator *item)
{
    *item = (struct enumerator){.start = at};
    at = skip_bullet(text, at);
    if (byte_at(text, at) == '(') {
        item->style |= STYLE_BRACKET;
        at++;
    }
    if (!scan_label(text, &at, item))
        return false;
    if (byte_at(text, at) == '.') {
        item->style |= STYLE_STOP;
        at++;
    }
    if (byte_at(text, at) == ')') {
        item->style |= STYLE_CLOSE;
        at++;
    }
    item->end = at;
    bool closed = item->style & STYLE_BRACKET ? (item->style & STYLE_CLOSE) != 0
                                              : (item->style & (STYLE_STOP | STYLE_CLOSE)) != 0;
    return closed && byte_at(text, at) == ' ';
}

static void add(struct enumeration *enumeration, struct enumerator item)
{
    void *all = enumeration->all;
    memory_reserve(&all, &enumeration->capacity, enumeration->count + 1, sizeof item);
    enumeration->all = all;
    enumeration->all[enumeration->count++] = item;
}

/* "As payment for 1. above", "born c. 1850, d. 1900": a number or letter that stands amid its sentence as a word
 * does begins no list. */
static bool is_word_amid(struct str text, const struct enumerator *item)
{
    char before = item->start > 1 ? text.at[item->start - 2] : '.', after = byte_at(text, item->end + 1);
    bool plain = (before >= 'a' && before <= 'z') || is_digit(before);
    bool first = item->value == (item->style & STYLE_LETTER ? 'a' : 1);
    bool small = after >= 'a' && after <= 'z' && !(item->style & STYLE_LETTER);
    return !(item->style & (STYLE_BRACKET | STYLE_CLOSE)) && plain && (small || !first);
}

/* Marks the newest item, and the one that it counts on from, if there is one. */
static void link_newest(struct enumeration *enumeration, struct str text)
{
    struct enumerator *newest = &enumeration->all[enumeration->count - 1];
    for (size_t back = 2; back <= enumeration->count && back < LOOK_BACK; back++) {
        struct enumerator *before = &enumeration->all[enumeration->count - back];
        if (newest->start - before->end > ITEM_BYTES_MAX)
            return;
        if (before->style == newest->style && before->value + 1 == newest->value) {
            bool listed = before->is_item || !is_word_amid(text, before);
            before->is_item = newest->is_item = listed;
            return;
        }
    }
}

void enumeration_find(struct enumeration *enumeration, struct str text)
{
    struct enumerator item;
    enumeration->count = 0;
    for (size_t at = 0, length; at < text.length; at += length) {
        utf8_at(text, at, &length);
        if ((at == 0 || text.at[at - 1] == ' ') && scan_item(text, at, &item)) {
            add(enumeration, item);
            link_newest(enumeration, text);
            length = item.end - at;
        }
    }
    size_t kept = 0;
    for (size_t i = 0; i < enumeration->count; i++)
        if (enumeration->all[i].is_item)
            enumeration->all[kept++] = enumeration->all[i];
    enumeration->count = kept;
}

void enumeration_free(struct enumeration *enumeration)
{
    free(enumeration->all);
    *enumeration = (struct enumeration){0};
}
