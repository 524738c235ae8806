#include "engine_guard.h"

#include "memory.h"
#include "utf8.h"

#include <stdlib.h>

/* espeak-ng 1.51 overruns a word buffer at some 130 bytes without a space, and its clause buffer at
 * fewer dots than that allows; within these it survived 2,500 hostile texts. */
#define RUN_MAX  64
#define DOTS_MAX 6

struct range {
    uint32_t first;
    uint32_t last;
};

/* Controls (U+0001 starts an espeak command), joiners, soft hyphen, bidi controls, variation selectors,
 * tags and noncharacters: nothing here has a sound. */
static const struct range silent[] = {
    {0x0000, 0x0008},   {0x000E, 0x001F},     {0x007F, 0x0084}, {0x0086, 0x009F}, {0x00AD, 0x00AD},
    {0x034F, 0x034F},   {0x061C, 0x061C},     {0x180B, 0x180F}, {0x200B, 0x200F}, {0x202A, 0x202E},
    {0x2060, 0x206F},   {0xFE00, 0xFE0F},     {0xFEFF, 0xFEFF}, {0xFFF0, 0xFFFB}, {0xFFFE, 0xFFFF},
    {0xE0000, 0xE0FFF}, {UTF8_BAD, UTF8_BAD},
};

/* Punctuation that is not itself spoken. */
static const struct range punctuation[] = {
    {'!', '"'},       {'\'', '*'},      {',', '/'},       {':', ';'},       {'?', '?'},       {'[', '`'},
    {'{', '~'},       {0x00A1, 0x00A1}, {0x00AB, 0x00AB}, {0x00B7, 0x00B7}, {0x00BB, 0x00BB}, {0x00BF, 0x00BF},
    {0x2010, 0x2027}, {0x2039, 0x203A}, {0x3001, 0x3003}, {0x3008, 0x3011},
};

static const struct range apostrophes[] = {{'\'', '\''}, {0x02BC, 0x02BC}, {0x2018, 0x2019}};

#define IN(table, code) in_ranges(table, sizeof(table) / sizeof *(table), code)

struct guard {
    struct guarded *out;
    size_t run;  /* code points since the last space */
    size_t dots; /* among them */
    bool text;   /* among them is more than punctuation */
    uint32_t last;
};

static bool in_ranges(const struct range *ranges, size_t count, uint32_t code)
{
    for (size_t i = 0; i < count; i++)
        if (code >= ranges[i].first && code <= ranges[i].last)
            return true;
    return false;
}

static void append(struct guard *guard, uint32_t code, size_t origin)
{
    struct guarded *out = guard->out;
    void *origins = out->origins;
    memory_reserve(&origins, &out->capacity, out->count + 1, sizeof *out->origins);
    out->origins = origins;
    out->origins[out->count++] = (uint32_t)origin;
    buf_append_code(&out->text, code);
    guard->run = code == ' ' ? 0 : guard->run + 1;
    guard->dots = code == ' ' ? 0 : guard->dots + (code == '.');
    guard->text = code != ' ' && (guard->text || !IN(punctuation, code));
    guard->last = code;
}

static void put(struct guard *guard, uint32_t code, size_t origin)
{
    bool command = code == '[' && guard->last == '['; /* [[ opens espeak's phoneme input */
    if (command || IN(silent, code))
        return;
    if (utf8_is_space(code)) {
        append(guard, ' ', origin);
        return;
    }
    if (guard->run == RUN_MAX || guard->dots == DOTS_MAX) {
        guard->out->broken |= guard->text;
        append(guard, ' ', origin);
    }
    append(guard, code, origin);
    guard->out->pronounceable |= guard->text;
}

void guard_text(struct guarded *guarded, struct str text, bool bare)
{
    struct guard guard = {.out = guarded};
    for (size_t at = 0, length; at < text.length; at += length) {
        uint32_t code = utf8_at(text, at, &length);
        if (bare && IN(apostrophes, code))
            continue;
        put(&guard, bare && code == '.' ? ' ' : code, at);
    }
}

void guard_free(struct guarded *guarded)
{
    buf_free(&guarded->text);
    free(guarded->origins);
    *guarded = (struct guarded){0};
}
