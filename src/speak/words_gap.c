#include "words_gap.h"

#include "utf8.h"

/* Blocks of Unicode beyond ASCII without letters or digits: engines say their signs or don't. */
static const uint32_t signs[][2] = {
    {0x0080, 0x00A9},   {0x00AB, 0x00B4},    {0x00B6, 0x00B9},     {0x00BB, 0x00BF}, {0x00D7, 0x00D7},
    {0x00F7, 0x00F7},   {0x02B0, 0x036F},    {0x2000, 0x2BFF},     {0x2E00, 0x2E7F}, {0x3000, 0x3004},
    {0x3007, 0x3030},   {0xD800, 0xF8FF},    {0xFE00, 0xFE6F},     {0xFF00, 0xFF0F}, {0xFFE0, 0xFFFF},
    {0x1F000, 0x1FAFF}, {0xE0000, 0x10FFFF}, {UTF8_BAD, UTF8_BAD},
};

static bool is_pronounced(uint32_t code)
{
    if (code < 0x80)
        return (code >= '0' && code <= '9') || ((code | 0x20) >= 'a' && (code | 0x20) <= 'z');
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (code >= signs[i][0] && code <= signs[i][1])
            return false;
    return true;
}

bool gap_is_judged(struct str text, const struct nr_unit_word *word)
{
    size_t length;
    if (word->start > 0 && !utf8_is_space(utf8_before(text, word->start, &length)))
        return false;
    for (size_t at = word->start; at < word->end; at += length)
        if (is_pronounced(utf8_at(text, at, &length)))
            return true;
    return false;
}

size_t gaps_find(struct gap *gaps, struct str text, const struct nr_unit_word *words, size_t count,
                 const struct nr_word_mark *marks)
{
    size_t found = 0, behind = 0, row = 0;
    bool heard = false;
    for (size_t i = 0; i < count; i++) {
        if (marks[i].heard) {
            behind = i;
            row = 0;
            heard = true;
        } else if (gap_is_judged(text, &words[i])) {
            gaps[found++] = (struct gap){i, heard ? behind : i, ++row};
        }
    }
    return found;
}
